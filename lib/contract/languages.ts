import { z } from "zod";
import { type Language, languages } from "./language-codes.ts";

export { type Language, languages };
export const languageSchema = z.enum(languages);

/** All five, those named first, in their order. */
export function languagesAfter(first: readonly Language[]): Language[] {
  return [...first, ...languages.filter((language) => !first.includes(language))];
}

/** What each is called in English, as models are told. */
export const languageNames: Record<Language, string> = {
  fr: "French",
  en: "English",
  es: "Spanish",
  it: "Italian",
  de: "German",
};

/** One text per language; a language without a text yet is null. */
export const namesSchema = z.object({
  fr: z.string().nullable(),
  en: z.string().nullable(),
  es: z.string().nullable(),
  it: z.string().nullable(),
  de: z.string().nullable(),
});
export type Names = z.infer<typeof namesSchema>;

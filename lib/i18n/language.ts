import { type Language, languageSchema } from "../contract/languages.ts";

export const languageCookie = "language";
export const fallbackLanguage: Language = "en";

/** The language of an `Accept-Language` header that we have and that its sender likes best, or null. */
export function preferredLanguage(acceptLanguage: string | null): Language | null {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((text) => text.trim()).find((text) => text.startsWith("q="));
      return { tag: tag.split("-")[0], quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { tag } of wishes) {
    const language = languageSchema.safeParse(tag);
    if (language.success) return language.data;
  }
  return null;
}

/** Reads a stored choice; anything that is not one of the five is null. */
export function storedLanguage(value: string | undefined): Language | null {
  return languageSchema.safeParse(value).data ?? null;
}

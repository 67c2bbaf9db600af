import type { Language } from "../contract/languages.ts";

/** The list of the contract would bring zod along, and this runs in pages of children too. Its type keeps it complete. */
const known: Record<Language, true> = { fr: true, en: true, es: true, it: true, de: true };

/** Whether this is one of the five. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && Object.hasOwn(known, value);
}

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
  return wishes.map(({ tag }) => tag).find(isLanguage) ?? null;
}

/** Reads a stored choice; anything that is not one of the five is null. */
export function storedLanguage(value: string | undefined): Language | null {
  return isLanguage(value) ? value : null;
}

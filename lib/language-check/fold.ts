import type { Language } from "../contract/languages.ts";
import { splitArticle } from "./articles.ts";

/** A name as it is compared: small letters, one space, one apostrophe, without its article. */
export function foldName(name: string, language: Language): string {
  const plain = name.normalize("NFC").replace(/\s+/g, " ").trim().replace(/[’`´]/g, "'");
  return splitArticle(plain, language).bare.toLocaleLowerCase(language);
}

/** The letters without their accents. */
export function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

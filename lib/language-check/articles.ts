import type { Language } from "../contract/languages.ts";
import type { Verdict } from "./finding.ts";

const written: Record<Language, RegExp> = {
  fr: /^(?:(?:les?|la|une?|des)\s+|l['’]\s*)/iu,
  en: /^(?:the|an?)\s+/iu,
  es: /^(?:el|l[ao]s?|un[ao]s?|un)\s+/iu,
  it: /^(?:(?:il|l[oae]|gli|i|un[oa]?)\s+|(?:l|un)['’]\s*)/iu,
  de: /^(?:der|die|das|eine?)\s+/iu,
};

/** The name and the article before it, as they are written; `article` is empty where there is none. */
export function splitArticle(name: string, language: Language): { article: string; bare: string } {
  const article = written[language].exec(name)?.[0] ?? "";
  const bare = name.slice(article.length);
  return /\p{L}/u.test(bare) ? { article, bare } : { article: "", bare: name };
}

/** Whether names of a deck bear their articles in this language: most of three or more do. */
export function bearsArticles(names: readonly string[], language: Language): boolean {
  const bearing = names.filter((name) => splitArticle(name, language).article !== "").length;
  return names.length >= 3 && bearing * 2 > names.length;
}

/** Cards say the bare name; a deck that says its articles says them on every card. */
export function checkArticle(
  name: string,
  language: Language,
  areUsual: boolean,
  startsLarge: boolean,
): Verdict | null {
  const { article } = splitArticle(name, language);
  if (areUsual) return article ? null : { rule: "article", severity: "hint" };
  if (!article) return null;
  return { rule: "article", severity: "warning", fix: withoutArticle(name, language, startsLarge) };
}

function withoutArticle(name: string, language: Language, startsLarge: boolean): string {
  let bare = name;
  for (let next = splitArticle(bare, language); next.article; next = splitArticle(bare, language))
    bare = next.bare;
  return startsLarge ? bare.charAt(0).toLocaleUpperCase(language) + bare.slice(1) : bare;
}

import type { Language } from "../art/catalogue.ts";
import type { EnvironmentName } from "../scene/environments/index.ts";
import { choose } from "./choice.ts";
import type { NounPhrase } from "./grammar/noun-phrase.ts";
import scenes from "./scenes.json" with { type: "json" };
import { typeset } from "./typeset.ts";

/** The most characters an alternative text may have: screen readers cut longer ones. */
export const altTextLimit = 125;

/** What the picture shows: the thing, and where it is. Says nothing that another painter might have left out. */
export function altText(
  language: Language,
  key: string,
  phrase: NounPhrase,
  place: EnvironmentName,
  seed: number,
): string {
  const where = choose(scenes[language][place], `${key} alt`, seed);
  return typeset(language, `${phrase.a} ${where}.`);
}

import type { Language } from "../art/catalogue.ts";
import { altTextLimit } from "./alt-text.ts";
import { choose } from "./choice.ts";
import { fillTemplate } from "./fill-template.ts";
import type { Manner } from "./manner.ts";
import { castOf } from "./story.ts";
import { quote, typeset } from "./typeset.ts";
import templates from "./word-texts.json" with { type: "json" };

/** Longer names are cut at a word, so that sentences stay readable. */
const longestName = 60;

function shorten(name: string): string {
  const tidy = name
    .replace(/[\s{}<>]+/g, " ")
    .replace(/[«»„“”"]/g, "")
    .trim();
  if (tidy.length <= longestName) return tidy;
  const cut = tidy.slice(0, longestName);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 20 ? cut.lastIndexOf(" ") : longestName)}…`;
}

/** What can be said for sure of any word: which letters it is written with. */
function spelling(word: string): { first: string; last: string; count: string } | null {
  const letters = word.replace(/[\s'’-]/g, "");
  if (!/^\p{Script=Latin}{3,24}$/u.test(letters)) return null;
  const capital = (letter: string) => (letter === "ß" ? letter : letter.toLocaleUpperCase());
  const all = [...letters.normalize("NFC")];
  return { first: capital(all[0] ?? ""), last: capital(all.at(-1) ?? ""), count: String(all.length) };
}

/** A fun fact about the word itself, for a thing of which nothing is known. */
export function wordFact(language: Language, name: string, { isForSmall, seed }: Manner): string {
  const word = shorten(name);
  const letters = spelling(word);
  const { fact } = templates[language];
  const choices = !letters ? fact.any : isForSmall ? fact.small : fact.big;
  const template = choose(choices, `${word} fact`, seed);
  return typeset(
    language,
    fillTemplate(template, { ...letters, word: quote(language, word) }, 0, isForSmall),
  );
}

/** A story of two sentences that needs to know nothing of the thing but its name. */
export function wordStory(language: Language, name: string, { tone, isForSmall, seed }: Manner): string {
  const word = shorten(name);
  const template = choose(templates[language].story[tone], `${word} story`, seed);
  const slots = { ...castOf(language, word, seed), word: quote(language, word) };
  return typeset(language, fillTemplate(template, slots, 0, isForSmall));
}

/** The alternative text of a picture that stands for a word: a thing not known, a feeling, a colour or a number. */
export function wordAltText(
  language: Language,
  name: string,
  sort: "alt" | "feeling" | "colour" | "number",
  seed: number,
): string {
  const word = shorten(name);
  const template = choose(templates[language][sort], `${word} alt`, seed);
  const text = fillTemplate(template, { name: word, word: quote(language, word) }, 0, false);
  return typeset(language, text).slice(0, altTextLimit);
}

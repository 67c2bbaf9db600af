import { expect, it } from "vitest";
import { checkPrompt } from "../../../../lib/moderation/check-prompt.ts";
import { allConcepts, LANGUAGES } from "../art/catalogue.ts";
import { writeTexts } from "./write-texts.ts";

/** What the word lists say against the texts of a language, each word once. */
function refusals(texts: Iterable<[language: (typeof LANGUAGES)[number], text: string]>): string[] {
  const found = new Set<string>();
  for (const [language, text] of texts) {
    const verdict = checkPrompt(text, [language]);
    if (!verdict.allowed)
      for (const { category, term } of verdict.reasons)
        found.add(`${language}: ${term} (${category}) in ${text}`);
  }
  return [...found];
}

it("lets every name of every concept pass, alone and with the others on a card", () => {
  function* names(): Generator<[(typeof LANGUAGES)[number], string]> {
    for (const { names } of allConcepts())
      for (const language of LANGUAGES) yield [language, names[language]];
  }
  expect(refusals(names())).toEqual([]);
});

it("lets every fun fact pass, and the stories and alt texts of every concept in one of the languages", {
  timeout: 60_000,
}, () => {
  function* texts(): Generator<[(typeof LANGUAGES)[number], string]> {
    for (const [at, { key }] of allConcepts().entries())
      for (const language of LANGUAGES) {
        const manner = { tone: "playful", isForSmall: false, seed: at } as const;
        const { alt_text, fun_fact, story } = writeTexts({ concept: key, manner }, language);
        yield [language, fun_fact];
        if (language === LANGUAGES[at % LANGUAGES.length])
          yield* [
            [language, alt_text],
            [language, story],
          ] as const;
      }
  }
  expect(refusals(texts())).toEqual([]);
});

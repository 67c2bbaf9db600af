import { describe, expect, it } from "vitest";
import { allConcepts, LANGUAGES, type Language } from "../art/catalogue.ts";
import { nounPhrase } from "./grammar/noun-phrase.ts";
import { kindOf, type StoryClass } from "./kinds.ts";
import { tones } from "./manner.ts";
import { castOf, story, storyBooks } from "./story.ts";
import storyPlaces from "./story-places.json" with { type: "json" };

const classes = Object.keys(storyBooks.en.stories) as StoryClass[];
const sentencesOf = (text: string) => text.split(/(?<=[.!?][»”“]?)\s+(?=[¡¿«“„]?[\p{Lu}])/u).filter(Boolean);

/** A story of each tone about every concept: the seeds run on, so that every template is told. */
function tellAll(language: Language, isForSmall: boolean) {
  return allConcepts().flatMap((concept, seed) => {
    const kind = kindOf(concept);
    const noun = nounPhrase(concept, language);
    if (!kind || !noun) return [];
    return tones.map((tone) => {
      const manner = { tone, isForSmall, seed };
      return { key: concept.key, tone, text: story(language, concept.key, kind.story, noun, "farm", manner) };
    });
  });
}

const small = new Map(LANGUAGES.map((language) => [language, tellAll(language, true)]));

describe("a story", () => {
  it("has at least eight templates for each tone of animals, machines, food and things in each language", () => {
    for (const language of LANGUAGES)
      for (const tone of tones) {
        const { stories } = storyBooks[language];
        for (const name of ["animal", "machine", "food", "thing", "sight"] as const)
          expect(stories[name][tone].length, `${language} ${name} ${tone}`).toBeGreaterThanOrEqual(8);
        for (const name of classes)
          expect(new Set(stories[name][tone]).size).toBe(stories[name][tone].length);
        for (const name of classes) expect(stories[name][tone].length).toBeGreaterThanOrEqual(4);
      }
  });

  it.each(LANGUAGES)("is two sentences about every concept in %s", (language) => {
    const faulty = (small.get(language) ?? []).filter(({ text }) => sentencesOf(text).length !== 2);
    expect(faulty.slice(0, 5)).toEqual([]);
  });

  it.each(LANGUAGES)(
    "leaves no sign of its template, straight apostrophe or double space in %s",
    (language) => {
      const faulty = (small.get(language) ?? []).filter(({ text }) =>
        /[{}<>|'"]| {2}| [.,]|undefined/.test(text),
      );
      expect(faulty.slice(0, 5)).toEqual([]);
    },
  );

  it("opens what it closes in Spanish", () => {
    const count = (text: string, mark: string) => text.split(mark).length;
    const faulty = (small.get("es") ?? []).filter(
      ({ text }) => count(text, "¡") !== count(text, "!") || count(text, "¿") !== count(text, "?"),
    );
    expect(faulty.slice(0, 5)).toEqual([]);
  });

  it("elides and contracts wherever French, Spanish and Italian do", () => {
    const loose: Partial<Record<Language, RegExp>> = {
      fr: /(?<!\p{L})((de|à) les? |(le|la|de|que|se|ne) [aeiouéèêâîôœ])/iu,
      es: /(?<!\p{L})(de|a) el /iu,
      it: /(?<!\p{L})((di|a|da|in|su) (il|lo|la|i|gli|le) |(la|della|dello|una) [aeiou]\p{L}{2})/iu,
    };
    for (const language of LANGUAGES) {
      const faulty = (small.get(language) ?? []).filter(({ text }) => loose[language]?.test(text));
      expect(faulty.slice(0, 5), language).toEqual([]);
    }
  });

  it("is shorter for small children, and never longer", () => {
    for (const language of LANGUAGES) {
      const big = tellAll(language, false);
      const lengths = (stories: { text: string }[]) =>
        stories.reduce((sum, { text }) => sum + text.length, 0);
      const little = small.get(language) ?? [];
      expect(lengths(little), language).toBeLessThan(lengths(big) * 0.95);
      expect(little.every(({ text }, index) => text.length <= (big[index]?.text.length ?? 0))).toBe(true);
      expect(Math.max(...big.map(({ text }) => text.length))).toBeLessThan(230);
    }
  });

  it("is played by a girl and a boy", () => {
    for (const language of LANGUAGES)
      for (let seed = 0; seed < 40; seed++) {
        const { girls, boys } = storyBooks[language];
        const { child, friend } = castOf(language, "lion", seed);
        expect(girls.includes(child)).toBe(boys.includes(friend));
        expect(girls.includes(child)).not.toBe(boys.includes(child));
      }
  });

  it("has places for every scene in every language", () => {
    const scenes = Object.keys(storyPlaces.en);
    for (const language of LANGUAGES) expect(Object.keys(storyPlaces[language])).toEqual(scenes);
  });
});

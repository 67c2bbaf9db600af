import { describe, expect, it } from "vitest";
import { allConcepts, conceptsOfTheme, LANGUAGES, type Language } from "../../art/catalogue.ts";
import { kindOf } from "../kinds.ts";
import { conceptFacts, kindFacts } from "./known-facts.ts";

interface Sentence {
  key: string;
  language: Language;
  text: string;
  isShort: boolean;
}

const sentences: Sentence[] = [conceptFacts, kindFacts].flatMap((table) =>
  Object.entries(table).flatMap(([key, facts]) =>
    LANGUAGES.flatMap((language) =>
      facts[language].map((text, index) => ({ key, language, text, isShort: index === 0 })),
    ),
  ),
);

const faulty = (isFaulty: (sentence: Sentence) => unknown) =>
  sentences.filter(isFaulty).map(({ key, language, text }) => `${key} ${language}: ${text}`);

/** Words, or their beginnings, that no child of two should meet on a card. */
const unsuitable: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(tue[rs]?|tué|mort|sang|arme|venin|poison(?!s)|alcool|bière|vin|sexe|idiot|bête)(?!\p{L})/iu,
  en: /(?<!\p{L})(kill|dead|death|die[ds]?|blood|gun|weapon|murder|poison|venom|alcohol|beer|wine|sex|hell|stupid)(?!\p{L})/iu,
  es: /(?<!\p{L})(matar|muert|sangre|armas?(?!\p{L})|veneno|pistola|alcohol|cerveza|vino|sexo|idiota|infierno)/iu,
  it: /(?<!\p{L})(uccid|uccis|morte|morto|sangue|armi?|arma|veleno|pistola|alcol|birra|vino|sesso|stupid)(?!\p{L})/iu,
  de: /(?<!\p{L})(töt|tod|tot|blut|waffen?(?!l)|gift|mord|alkohol|bier|wein(?!t|en)|sex|dumm)/iu,
};
const brands =
  /(?<!\p{L})(lego|disney|coca|pepsi|google|apple watch|iphone|ferrari|nutella|barbie|playmobil|nintendo|mickey|pokémon|tesla|boeing|airbus|mcdonald|haribo|ikea)/iu;

describe("the facts", () => {
  it("tell of every concept of the six built-in themes", () => {
    const themes = ["jungle", "ocean", "space", "farm", "vehicles", "construction"];
    const concepts = themes.flatMap(conceptsOfTheme);
    expect(concepts.length).toBeGreaterThan(180);
    expect(concepts.filter(({ key }) => !conceptFacts[key]).map(({ key }) => key)).toEqual([]);
  });

  it("tell of nearly every other concept, or at least of its kind", () => {
    const untold = allConcepts().filter((concept) => {
      const kind = kindOf(concept);
      return !conceptFacts[concept.key] && !(kind && kindFacts[kind.name]);
    });
    expect(untold.length / allConcepts().length).toBeLessThan(0.05);
  });

  it("tell only of concepts that the catalogue has", () => {
    const known = new Set(allConcepts().map(({ key }) => key));
    expect(Object.keys(conceptFacts).filter((key) => !known.has(key))).toEqual([]);
  });

  it("are there in five languages, as many in each", () => {
    for (const [key, facts] of [...Object.entries(conceptFacts), ...Object.entries(kindFacts)]) {
      expect(Object.keys(facts), key).toEqual(LANGUAGES);
      expect(new Set(LANGUAGES.map((language) => facts[language].length)).size, key).toBe(1);
      expect(facts.en.length, key).toBeGreaterThan(0);
    }
  });

  it("are one sentence that begins with a capital and ends with a full stop", () => {
    expect(faulty(({ text }) => !/^[\p{Lu}][^.!?:;]*\.$/u.test(text))).toEqual([]);
  });

  it("are short enough to be read aloud in one breath", () => {
    expect(faulty(({ text, isShort }) => text.length > (isShort ? 95 : 125))).toEqual([]);
  });

  it("have typographic apostrophes and single spaces", () => {
    expect(faulty(({ text }) => /['"`´]| {2}|^ | $|\s,/.test(text))).toEqual([]);
  });

  it("elide where French and Italian elide", () => {
    const french = faulty(
      ({ language, text }) =>
        language === "fr" && /(?<!\p{L})(le|la|de|que|se|ne|je|me|te) [aeiouéèêâîôœ]/iu.test(text),
    );
    expect(french).toEqual([]);
    const italian = faulty(
      ({ language, text }) =>
        language === "it" && /(?<!\p{L})(la|della|dello|nella|alla) [aeiou]/iu.test(text),
    );
    expect(italian).toEqual([]);
  });

  it("contract articles where French, Spanish and Italian contract them", () => {
    const loose: Partial<Record<Language, RegExp>> = {
      fr: /(?<!\p{L})(de|à) les? /iu,
      es: /(?<!\p{L})(de|a) el /iu,
      it: /(?<!\p{L})(di|a|da|in|su) (il|lo|la|i|gli|le) (?!quali)/iu,
    };
    expect(faulty(({ language, text }) => loose[language]?.test(text))).toEqual([]);
  });

  it("write German nouns with a capital", () => {
    // These are also adjectives, verbs or particles in lower case.
    const also = new Set("orange arm bein stille sechs rosa acht oval fest laden lachen schwamm".split(" "));
    const nouns = new Set(
      allConcepts()
        .filter(({ themes }) => !themes.includes("numbers") && !themes.includes("colours"))
        .map(({ names }) => names.de)
        .filter((name) => /^\p{Lu}\p{Ll}{3,}$/u.test(name) && !also.has(name.toLowerCase()))
        .map((name) => name.toLowerCase()),
    );
    const words = (text: string) => text.match(/\p{L}+/gu) ?? [];
    expect(
      faulty(({ language, text }) => language === "de" && words(text).some((word) => nouns.has(word))),
    ).toEqual([]);
  });

  it("name no brand and nothing that frightens", () => {
    expect(faulty(({ text }) => brands.test(text))).toEqual([]);
    expect(faulty(({ key, language, text }) => key !== "octopus" && unsuitable[language].test(text))).toEqual(
      [],
    );
  });

  it("never say the same of two things in one language", () => {
    const own = sentences.filter(({ key }) => conceptFacts[key]);
    const said = new Map<string, string>();
    const twice = own.filter(({ key, language, text }) => {
      const before = said.get(`${language} ${text}`);
      said.set(`${language} ${text}`, key);
      return before !== undefined;
    });
    expect(twice.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });
});

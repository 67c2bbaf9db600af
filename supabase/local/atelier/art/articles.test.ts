import { describe, expect, it } from "vitest";
import { definiteArticle, withArticle } from "./articles.ts";
import { allConcepts, findConcept, LANGUAGES, type Language } from "./catalogue.ts";

const said = (language: Language, name: string) => {
  const concept = findConcept(name, language);
  return concept && withArticle(concept.articles[language], concept.names[language]);
};

describe("the definite article", () => {
  it.each([
    ["fr", "arbre", "l’arbre"],
    ["fr", "hippopotame", "l’hippopotame"],
    ["fr", "hibou", "le hibou"],
    ["fr", "haricots", "les haricots"],
    ["fr", "œil", "l’œil"],
    ["fr", "yoyo", "le yoyo"],
    ["fr", "grue", "la grue"],
    ["en", "dog", "the dog"],
    ["en", "Saturn", "Saturn"],
    ["es", "águila", "el águila"],
    ["es", "abeja", "la abeja"],
    ["es", "tijeras", "las tijeras"],
    ["es", "cangrejo", "el cangrejo"],
    ["it", "zaino", "lo zaino"],
    ["it", "squalo", "lo squalo"],
    ["it", "sole", "il sole"],
    ["it", "ape", "l’ape"],
    ["it", "occhiali", "gli occhiali"],
    ["it", "sci", "gli sci"],
    ["it", "piselli", "i piselli"],
    ["it", "forbici", "le forbici"],
    ["de", "Mädchen", "das Mädchen"],
    ["de", "Löffel", "der Löffel"],
    ["de", "Kirschen", "die Kirschen"],
    ["de", "rot", "rot"],
  ] as const)("in %s makes %s %s", (language, name, expected) => {
    expect(said(language, name)).toBe(expected);
  });

  it("looks at the sound that follows, also in words that the catalogue does not have", () => {
    expect(definiteArticle("it", "gnomo", "m")).toBe("lo");
    expect(definiteArticle("it", "pneumatico", "m")).toBe("lo");
    expect(definiteArticle("it", "yogurt", "m")).toBe("lo");
    expect(definiteArticle("fr", "hache", "f")).toBe("la");
    expect(definiteArticle("fr", "herbe", "f")).toBe("l’");
    expect(definiteArticle("es", "agua", "f")).toBe("el");
    expect(definiteArticle("es", "alas", "F")).toBe("las");
  });

  it("fits every concept: none is both a plural and a singular, German says der, die or das", () => {
    const forms: Record<Language, string[]> = {
      fr: ["le", "la", "les", "l’", ""],
      en: ["the", ""],
      es: ["el", "la", "los", "las", ""],
      it: ["il", "lo", "la", "l’", "i", "gli", "le", ""],
      de: ["der", "die", "das", ""],
    };
    for (const { key, articles } of allConcepts())
      for (const language of LANGUAGES)
        expect(forms[language], `${key} in ${language}`).toContain(articles[language]);
  });

  it("follows German endings that leave no doubt", () => {
    const sure: [RegExp, string][] = [
      [/(hörnchen|pferdchen|ieschen|ninchen|Mädchen)$/, "das"],
      [/(ung|heit|keit|schaft|tion|blume|maschine|fähre|pumpe|brille|stelle)$/, "die"],
      [/(terling|wagen|kran|mann|vogel|baum|schuh|hut|stift|bagger|lader)$/, "der"],
      [/(auto|haus|schiff|boot|rad|tier|pferd|blatt|gerät)$/, "das"],
    ];
    for (const { key, names, articles } of allConcepts())
      for (const [ending, article] of sure)
        if (ending.test(names.de))
          expect(articles.de, `${key}: ${names.de}`).toMatch(new RegExp(`^(${article}|)$`));
  });
});

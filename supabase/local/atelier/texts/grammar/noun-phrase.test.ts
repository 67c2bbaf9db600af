import { describe, expect, it } from "vitest";
import { allConcepts, type Concept, findConcept, LANGUAGES, type Language } from "../../art/catalogue.ts";
import { nounPhrase } from "./noun-phrase.ts";
import nouns from "./nouns.json" with { type: "json" };

const concept = (key: string) => findConcept(key) as Concept;
const phrase = (key: string, language: Language) => {
  const found = nounPhrase(concept(key), language);
  if (!found) throw new Error(`No phrase for ${key}`);
  return found;
};

describe("a noun in a sentence", () => {
  it.each([
    ["lion", "fr", "le lion", "un lion", "du lion", "au lion"],
    ["bear", "fr", "l’ours", "un ours", "de l’ours", "à l’ours"],
    ["owl", "fr", "le hibou", "un hibou", "du hibou", "au hibou"],
    ["milk", "fr", "le lait", "du lait", "du lait", "au lait"],
    ["cherries", "fr", "les cerises", "des cerises", "des cerises", "aux cerises"],
    ["sun", "fr", "le soleil", "le soleil", "du soleil", "au soleil"],
    ["saturn", "fr", "Saturne", "Saturne", "de Saturne", "à Saturne"],
    ["owl", "en", "the owl", "an owl", "of the owl", "to the owl"],
    ["unicorn", "en", "the unicorn", "a unicorn", "of the unicorn", "to the unicorn"],
    ["scissors", "en", "the scissors", "scissors", "of the scissors", "to the scissors"],
    ["rice", "en", "the rice", "rice", "of the rice", "to the rice"],
    ["moon", "en", "the moon", "the moon", "of the moon", "to the moon"],
    ["lion", "es", "el león", "un león", "del león", "al león"],
    ["eagle", "es", "el águila", "un águila", "del águila", "al águila"],
    ["bee", "es", "la abeja", "una abeja", "de la abeja", "a la abeja"],
    ["grapes", "es", "las uvas", "unas uvas", "de las uvas", "a las uvas"],
    ["shark", "it", "lo squalo", "uno squalo", "dello squalo", "allo squalo"],
    ["bee", "it", "l’ape", "un’ape", "dell’ape", "all’ape"],
    ["bear", "it", "l’orso", "un orso", "dell’orso", "all’orso"],
    ["gloves", "it", "i guanti", "dei guanti", "dei guanti", "ai guanti"],
    ["glasses", "it", "gli occhiali", "degli occhiali", "degli occhiali", "agli occhiali"],
    ["owl", "de", "die Eule", "eine Eule", "von der Eule", "der Eule"],
    ["pig", "de", "das Schwein", "ein Schwein", "vom Schwein", "dem Schwein"],
    ["cherries", "de", "die Kirschen", "Kirschen", "von den Kirschen", "den Kirschen"],
    ["books", "de", "die Bücher", "Bücher", "von den Büchern", "den Büchern"],
  ] as const)("%s in %s: %s, %s, %s, %s", (key, language, the, a, of, to) => {
    expect(phrase(key, language)).toMatchObject({ the, a, of, to });
  });

  it.each([
    ["lion", "der Löwe", "den Löwen", "dem Löwen", "vom Löwen"],
    ["teddy-bear", "der Teddybär", "den Teddybären", "dem Teddybären", "vom Teddybären"],
    ["hammer", "der Hammer", "den Hammer", "dem Hammer", "vom Hammer"],
    ["green-apple", "der grüne Apfel", "den grünen Apfel", "dem grünen Apfel", "vom grünen Apfel"],
    [
      "black-cat",
      "die schwarze Katze",
      "die schwarze Katze",
      "der schwarzen Katze",
      "von der schwarzen Katze",
    ],
    ["skis", "die Ski", "die Ski", "den Skiern", "von den Skiern"],
  ])("declines %s in German", (key, the, den, to, of) => {
    expect(phrase(key, "de")).toMatchObject({ the, den, to, of });
  });

  it("is known for every concept", () => {
    const missing = allConcepts().flatMap((each) =>
      LANGUAGES.filter((language) => !nounPhrase(each, language)).map(
        (language) => `${each.key} ${language}`,
      ),
    );
    expect(missing).toEqual([]);
  });

  it("keeps its German forms in step with the catalogue's words", () => {
    for (const [key, forms] of Object.entries(nouns.germanForms)) {
      const noun = concept(key).names.de.split(" ").at(-1) ?? "";
      for (const form of forms) expect(form, key).toContain(noun);
    }
    for (const [key, form] of Object.entries(nouns.germanWeak))
      expect(form.startsWith(concept(key).names.de.replace(/e$/, "")), key).toBe(true);
  });

  it("lists only concepts that the catalogue has", () => {
    const lists = [nouns.mass, nouns.unique, nouns.englishPlural, nouns.englishMass].join(" ").split(" ");
    const keys = [...lists, ...Object.keys(nouns.clearer), ...Object.keys(nouns.germanForms)];
    expect(keys.filter((key) => findConcept(key)?.key !== key)).toEqual([]);
  });

  it("counts every English plural as one", () => {
    const plurals = allConcepts().filter(
      ({ names }) => /[a-z]s$/.test(names.en) && !/(ss|us|is)$/.test(names.en),
    );
    const singular = new Set(["tennis", "rhinoceros", "bunch-of-flowers", "triceratops"]);
    const forgotten = plurals.filter(
      (each) => nounPhrase(each, "en")?.a.startsWith("a") && !singular.has(each.key),
    );
    expect(forgotten.map(({ names }) => names.en)).toEqual([]);
  });

  it("is unknown when the card bears another word", () => {
    expect(nounPhrase(concept("lion"), "fr", "lionceau")).toBeNull();
    expect(nounPhrase(concept("lion"), "fr", "Lions")?.the).toBe("le lion");
  });
});

import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../art/catalogue.ts";
import { allWords } from "./more-words.ts";
import { nameIn } from "./translate.ts";

const settled = { fr: false, en: false, es: false, it: false, de: false };

describe("the names of one thing", () => {
  it.each([
    ["Fuchs", "fox"],
    ["le renard", "fox"],
    ["foxes", "fox"],
    ["ZORRO", "fox"],
    ["la volpe", "fox"],
    ["le volpi", "fox"],
    ["Füchse", "fox"],
  ])("from %s come in five languages, with articles", (label, key) => {
    expect(nameIn(label)).toEqual({
      key,
      known: true,
      names: { fr: "renard", en: "fox", es: "zorro", it: "volpe", de: "Fuchs" },
      articles: { fr: "le", en: "the", es: "el", it: "la", de: "der" },
      review: settled,
    });
  });

  it("are known for children's words that have no picture", () => {
    expect(nameIn("les genoux", "fr")).toMatchObject({
      known: true,
      names: { en: "knee", es: "rodilla", it: "ginocchio", de: "Knie" },
      articles: { fr: "le", es: "la", it: "il", de: "das" },
    });
    expect(nameIn("Wasser", "de")).toMatchObject({ names: { es: "agua" }, articles: { fr: "l’", es: "el" } });
  });

  it.each([
    [
      "Roter Bagger",
      "de",
      { fr: "pelleteuse rouge", en: "red excavator", es: "excavadora roja", it: "escavatore rosso" },
    ],
    [
      "petite étoile",
      "fr",
      { en: "little star", es: "estrella pequeña", it: "stella piccola", de: "kleiner Stern" },
    ],
    [
      "Cheeky monkey",
      "en",
      { fr: "singe coquin", es: "mono travieso", it: "scimmia birichina", de: "frecher Affe" },
    ],
  ] as const)("say of “%s” in every language what it is like", (label, language, others) => {
    expect(nameIn(label, language)).toMatchObject({
      known: true,
      names: { ...others, [language]: label },
      review: settled,
    });
  });

  it("of several things at once leave out what they are like, for review", () => {
    expect(nameIn("green beans", "en")).toMatchObject({
      known: false,
      names: { fr: "haricots" },
      review: { fr: true, en: false },
    });
  });

  it("keep a synonym in its own language", () => {
    expect(nameIn("Möhren", "de")).toMatchObject({
      key: "carrot",
      names: { de: "Möhre", fr: "carotte" },
      articles: { de: "", fr: "la" },
    });
    expect(nameIn("puppy", "en").names).toMatchObject({ en: "puppy", it: "cane" });
  });

  it.each([
    ["burro", "es", "donkey"],
    ["burro", "it", "butter"],
    ["Boot", "de", "boat"],
    ["boot", "en", "boot"],
    ["papa", "fr", "dad"],
    ["papa", "es", "potato"],
    ["pie", "en", "pie"],
    ["pie", "fr", "magpie"],
    ["pie", "es", "foot"],
  ] as const)("for %s in %s are those of %s", (label, language, key) => {
    expect(nameIn(label, language).key).toBe(key);
  });

  it("are a guess, for review, when only another language knows the word", () => {
    const guess = nameIn("Gift", "de");
    expect(guess).toMatchObject({ known: false, names: { de: "Gift", fr: "cadeau" } });
    expect(guess.review).toEqual({ fr: true, en: true, es: true, it: true, de: false });
  });

  it.each([
    ["mice", "en", "mouse"],
    ["teeth", "en", "tooth"],
    ["les yeux", "fr", "eye"],
    ["Äpfel", "de", "apple"],
    ["uova", "it", "egg"],
    ["peces", "es", "fish"],
  ] as const)("are those of the singular for %s", (label, language, key) => {
    expect(nameIn(label, language)).toMatchObject({ key, known: true });
  });

  it("are the title for a theme", () => {
    expect(nameIn("Baustelle")).toMatchObject({
      key: "construction",
      names: { fr: "Chantier", it: "Cantiere" },
      review: settled,
    });
  });

  it("stay as typed for an unknown word, for review in every language but its own", () => {
    const names = {
      fr: "Zwöllimutz",
      en: "Zwöllimutz",
      es: "Zwöllimutz",
      it: "Zwöllimutz",
      de: "Zwöllimutz",
    };
    const unknown = nameIn("  Zwöllimutz ");
    expect(unknown).toMatchObject({ key: null, known: false, names });
    expect(Object.values(unknown.review)).toEqual([true, true, true, true, true]);
    expect(nameIn("Zwöllimutz", "de").review).toEqual({ fr: true, en: true, es: true, it: true, de: false });
  });

  it("are complete and found again for every word of the list", () => {
    for (const { key, names, articles } of allWords())
      for (const language of LANGUAGES) {
        expect(names[language], `${key} in ${language}`).toMatch(/^\S.*\S$|^\S$/);
        expect(articles[language], `${key} in ${language}`).toBeTruthy();
        expect(nameIn(names[language], language).names[language]).toBe(names[language]);
        if (language === "de") expect(names.de, key).toMatch(/^[A-ZÄÖÜ]/);
      }
  });
});

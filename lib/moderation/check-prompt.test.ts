import { describe, expect, it } from "vitest";
import { type Language, languages } from "../contract/languages.ts";
import { checkPrompt, examinePrompt, longestPrompt } from "./check-prompt.ts";

const isFine = (text: string, ...deck: Language[]) => checkPrompt(text, deck).allowed;
const categoriesOf = (text: string, ...deck: Language[]) => {
  const verdict = checkPrompt(text, deck);
  return verdict.allowed ? [] : verdict.reasons.map((reason) => reason.category);
};

describe("a prompt", () => {
  it("passes when it is for children", () => {
    expect(checkPrompt("a happy lion in the jungle, picture book style", ["en"])).toEqual({ allowed: true });
    expect(checkPrompt("", ["en"])).toEqual({ allowed: true });
  });

  it("is refused with its category, its language and its own words", () => {
    expect(checkPrompt("Ein Mann mit einem GEWEHR!", ["de"])).toEqual({
      allowed: false,
      reasons: [{ category: "weapons", language: "de", term: "GEWEHR" }],
    });
  });

  it("is refused for everything that it holds, each category once", () => {
    expect(categoriesOf("a pistol, a rifle and a cigarette, call 555-123-4567", "en").sort()).toEqual([
      "drugs",
      "personal_data",
      "weapons",
    ]);
  });

  it("is looked through in English whatever the deck, because models are prompted in it", () => {
    expect(isFine("a man with a rifle", "it")).toBe(false);
    expect(isFine("eine Schachtel Zigaretten", "it")).toBe(true);
  });

  it("is let through where a deck's language means something harmless by a word", () => {
    expect(isFine("dick", "de")).toBe(true);
    expect(isFine("Pute", "fr")).toBe(false);
    expect(isFine("Pute", "fr", "de")).toBe(true);
  });

  it("is refused where the words around an ambiguous word say so", () => {
    expect(isFine("Moby Dick", "en")).toBe(true);
    expect(isFine("dick pic", "en")).toBe(false);
    expect(isFine("der Schwanz des Pferdes", "de")).toBe(true);
    expect(isFine("ein steifer Schwanz", "de")).toBe(false);
  });

  it("is no longer than the longest", () => {
    expect(isFine("a ".repeat(longestPrompt / 2), "en")).toBe(true);
    expect(() => checkPrompt("a".repeat(longestPrompt + 1), ["en"])).toThrow(RangeError);
  });
});

describe("a notorious word", () => {
  const notorious: [Language, string[]][] = [
    ["fr", ["coq", "le coq chante", "pique-nique", "un baiser", "jus de grenade", "en retard", "la douche"]],
    ["en", ["Dick", "Scunthorpe", "cockpit", "water pistol", "blood orange", "shooting star", "therapist"]],
    ["es", ["polla", "año nuevo", "un cono de helado", "pistola de agua", "la concha", "no me molesta"]],
    ["it", ["finocchio", "la penisola", "pistola ad acqua", "la nazione", "il pallottoliere", "puttanesca"]],
    ["de", ["Schwanz", "Dick und Doof", "Wasserpistole", "Barsch", "Sporn", "Blindschleiche", "Arme"]],
  ];

  it.each(notorious)("is harmless in %s", (language, words) => {
    for (const word of words) {
      expect(checkPrompt(word, [language]), word).toEqual({ allowed: true });
      expect(checkPrompt(word, languages), word).toEqual({ allowed: true });
    }
  });
});

describe("the work of a look", () => {
  const steps = (text: string) => examinePrompt(text, languages).steps;
  const tricky = {
    "a long word": "a",
    "stars between letters": "f** ",
    "letters apart": "f u c ",
    "a word without end": "pornpor",
    "persons and weapons": "a child with a knife and ",
    "signs and digits": "1!3@$",
    "one combining mark after the other": "a\u0336\u0301",
    "digits as of a telephone": "12 34 ",
    "half an e-mail address": "a.a-a@",
    "half an address": "calle Mayor de la ",
  };

  it.each(Object.entries(tricky))("grows no faster than the text with %s", (_, part) => {
    const short = part.repeat(Math.ceil(2_000 / part.length)).slice(0, 2_000);
    const few = steps(short);
    expect(few).toBeLessThan(2_000 * 150);
    expect(steps(short.repeat(8))).toBeLessThanOrEqual(9 * few + 200);
  });

  it("is little for an ordinary prompt", () => {
    const prompt = "A friendly dragon and a small child are baking bread together in a sunny kitchen. ";
    expect(steps(prompt.repeat(24)) / (prompt.length * 24)).toBeLessThan(12);
  });
});

import { describe, expect, it } from "vitest";
import { allConcepts, LANGUAGES } from "../art/catalogue.ts";
import { altTextLimit } from "./alt-text.ts";
import { funFact } from "./fun-fact.ts";
import { kindOf } from "./kinds.ts";
import type { Manner } from "./manner.ts";
import { type TextOrder, writeTexts } from "./write-texts.ts";

const calm: Manner = { tone: "calm", isForSmall: false, seed: 3 };
const lion: TextOrder = { concept: "lion", theme: "jungle", manner: calm };

describe("the texts of a card", () => {
  it("show where the thing is, by the theme of the deck", () => {
    expect(writeTexts(lion, "fr").alt_text).toMatch(/^Un lion .*jungle\.$/);
    expect(writeTexts({ ...lion, theme: "Zirkus" }, "de").alt_text).toMatch(/^Ein Löwe .*\.$/);
    expect(writeTexts({ ...lion, theme: "meine Winterwelt im Schnee" }, "de").alt_text).toMatch(
      /Schnee|Winter/,
    );
  });

  it("have an alternative text that is one sentence and fits, for every concept", () => {
    for (const [seed, { key, themes }] of allConcepts().entries())
      for (const language of LANGUAGES) {
        const order = { concept: key, theme: themes[0], manner: { ...calm, seed } };
        const { alt_text } = writeTexts(order, language);
        expect(alt_text.length, alt_text).toBeLessThanOrEqual(altTextLimit);
        expect(alt_text).toMatch(/^[\p{Lu}][^{}<>|]*\.$/u);
      }
  });

  it("have a fun fact of one sentence in every tone", () => {
    const tones = ["playful", "calm", "factual"] as const;
    const sorted = allConcepts().filter(kindOf);
    for (const [seed, concept] of sorted.entries())
      for (const language of LANGUAGES)
        for (const tone of tones) {
          const manner = { tone, isForSmall: seed % 3 === 0, seed };
          const fact = funFact(language, concept.key, kindOf(concept)?.name ?? null, manner);
          expect(fact?.text, concept.key).toMatch(/^[¡¿«“„]?[\p{Lu}][^.!?]*[.!?]$/u);
          if (tone !== "playful") expect(fact?.text).toMatch(/\.$/);
        }
  });

  it("are the same for the same seed, and others for the next", () => {
    for (const language of LANGUAGES) {
      expect(writeTexts(lion, language)).toEqual(writeTexts({ ...lion }, language));
      const next = writeTexts({ ...lion, manner: { ...calm, seed: 4 } }, language);
      const first = writeTexts(lion, language);
      expect(next.story).not.toBe(first.story);
      expect(next.fun_fact).not.toBe(first.fun_fact);
      expect(next.alt_text).not.toBe(first.alt_text);
    }
  });

  it("sound otherwise in each tone", () => {
    const tones = ["playful", "calm", "factual"] as const;
    for (const language of LANGUAGES) {
      const told = tones.map((tone) => writeTexts({ ...lion, manner: { ...calm, tone } }, language));
      expect(new Set(told.map(({ story }) => story)).size).toBe(3);
      expect(told[0]?.story).toMatch(/!$/);
      expect(told[1]?.story).toMatch(/\.$/);
    }
  });

  it("tell small children shorter facts", () => {
    const small = writeTexts({ ...lion, manner: { ...calm, isForSmall: true } }, "en");
    expect(small.fun_fact).toContain("roars very, very loudly");
    expect(writeTexts(lion, "en").fun_fact).not.toContain("very, very loudly");
  });

  it("keep the capital of names in the middle of a sentence", () => {
    for (const language of ["fr", "en", "es", "it"] as const)
      for (const seed of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const { fun_fact } = writeTexts(
          { concept: "saturn", manner: { ...calm, tone: "playful", seed } },
          language,
        );
        expect(fun_fact).not.toMatch(/saturn/);
      }
  });

  it("claim nothing of a thing that is not known but how its word is written", () => {
    const unknown: TextOrder = { concept: "quokka", manner: calm };
    for (const language of LANGUAGES) {
      const { fun_fact, story, alt_text, source } = writeTexts(unknown, language);
      expect(source).toBe("word");
      for (const text of [fun_fact, story, alt_text]) expect(text).toContain("quokka");
      expect(fun_fact).toMatch(/6|Q/);
    }
  });

  it("count the letters of an unknown word rightly", () => {
    const facts = [0, 1, 2, 3].map(
      (seed) => writeTexts({ concept: "chien de prairie", manner: { ...calm, seed } }, "fr").fun_fact,
    );
    expect(facts.some((fact) => fact.includes("14 lettres"))).toBe(true);
    expect(facts.some((fact) => fact.includes("finit par la lettre E"))).toBe(true);
  });

  it("stay readable for any typed word", () => {
    for (const concept of ["x", "🙂", "a".repeat(200), "una  parola {strana} <b>", "北京", "R2-D2", "'\"«»"])
      for (const language of LANGUAGES) {
        const texts = writeTexts({ concept, manner: calm }, language);
        expect(texts.alt_text.length).toBeLessThanOrEqual(altTextLimit);
        expect(`${texts.fun_fact}${texts.story}`).not.toMatch(/[{}<>]|undefined/);
      }
  });

  it("follow a name that was changed on the card", () => {
    const renamed = { ...lion, key: "lion", names: { fr: "girafe", en: "my big cat", es: "León" } };
    expect(writeTexts(renamed, "fr").alt_text).toMatch(/^Une girafe /);
    expect(writeTexts(renamed, "en")).toMatchObject({ source: "word" });
    expect(writeTexts(renamed, "en").alt_text).toContain("“my big cat”");
    expect(writeTexts(renamed, "es").alt_text).toMatch(/^Un león /);
  });
});

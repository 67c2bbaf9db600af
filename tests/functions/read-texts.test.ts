import { describe, expect, it } from "vitest";
import type { NamesPayload, TextPayload } from "../../lib/contract/worker.ts";
import { readNames, readTexts, readTranscript } from "../../supabase/functions/_shared/read-texts.ts";
import { writeInstruction as writeTexts } from "../../supabase/functions/generation-worker/generators/generate-text.ts";
import { writeInstruction as writeNames } from "../../supabase/functions/generation-worker/generators/translate.ts";

const card = { concept: "whale", theme: 'sea "life"', template: "any", seed: 1 };
const names = { fr: "baleine", en: "whale", es: null, it: null, de: "Wal" };
const text: TextPayload = { ...card, names, languages: ["de", "en"], tone: "calm", audience: 4 };
const label: NamesPayload = {
  ...card,
  label: "Wal",
  language: "de",
  languages: ["en", "fr"],
  is_anew: false,
};
const whale = { alt_text: "A whale.", fun_fact: "It sings.", story: "It sings. It sleeps." };

describe("the answer of a text model", () => {
  it("is read from an object, from JSON among other words, and from JSON in pieces", () => {
    const answer = { texts: { de: whale, en: whale } };
    const json = JSON.stringify(answer);
    for (const output of [
      answer,
      json,
      `Sure!\n\`\`\`json\n${json}\n\`\`\``,
      [json.slice(0, 9), json.slice(9)],
    ])
      expect(readTexts(output, text)).toEqual(answer);
  });

  it("keeps what is good: a language without an alt text is left out, and one that the deck has not", () => {
    const output = { texts: { de: { ...whale, alt_text: " " }, en: { alt_text: "A  whale.\n" }, fr: whale } };
    expect(readTexts(output, text)).toEqual({
      texts: { en: { alt_text: "A whale.", fun_fact: null, story: null } },
    });
  });

  it("loses the sentence that is not for children and keeps the others", () => {
    const { texts } = readTexts(
      { texts: { en: { ...whale, story: "It shoots with a machine gun. Bang." } } },
      text,
    );
    expect(texts).toEqual({ en: { ...whale, story: null } });
  });

  it("is cut after a whole sentence, and between words where one is too long", () => {
    const long = { alt_text: `${"Word ".repeat(70)}end.`, fun_fact: `Short one. X${"x".repeat(600)}` };
    const { texts } = readTexts({ texts: { en: long } }, text);
    expect(texts.en?.alt_text).toMatch(/^(Word ){10,}Word…$/);
    expect(texts.en?.alt_text.length).toBeLessThanOrEqual(250);
    expect(texts.en?.fun_fact).toBe("Short one.");
  });

  it("is never cut within a letter, which the database would refuse", () => {
    for (const word of ["🐳".repeat(200), "👩‍👩‍👧".repeat(60), `${"x".repeat(248)}🐳🐳`]) {
      const alt = readTexts({ texts: { en: { alt_text: word } } }, text).texts.en?.alt_text ?? "";
      expect(alt.isWellFormed()).toBe(true);
      expect(alt.length).toBeLessThanOrEqual(250);
      expect(alt).toMatch(/^.+[^\u200d]…$/u);
    }
  });

  it("may say other things beside the texts, and nothing in one of the languages", () => {
    const output = { texts: { de: null, en: whale, note: "I hope that this helps!" } };
    expect(readTexts(output, text)).toEqual({ texts: { en: whale } });
  });

  it("is no answer without a single text", () => {
    for (const output of [null, "", "no", {}, { texts: [] }, { texts: { en: {} } }, { texts: { fr: whale } }])
      expect(() => readTexts(output, text)).toThrow("provider_output_unusable");
  });
});

describe("the answer of a translating model", () => {
  it("gives names in all languages that it knows, and says whether it knew the word", () => {
    const output = { names: { ...names, it: "balena", xx: "?" }, known: true };
    expect(readNames(output, label)).toEqual({ names: { ...names, it: "balena" }, needs_review: false });
    expect(readNames({ names: { en: "Wal" }, known: false }, label)).toEqual({
      names: { en: "Wal", fr: null, es: null, it: null, de: null },
      needs_review: true,
    });
  });

  it("is no answer without a single name", () => {
    for (const output of ["?", { names: {} }, { names: { de: "Wal" } }, { names: { en: "\u0000" } }])
      expect(() => readNames(output, label)).toThrow("provider_output_unusable");
  });
});

describe("the answer of a transcribing model", () => {
  it("is the spoken theme, without the full stop of a sentence", () => {
    for (const output of [
      "Les pirates.",
      ["Les ", "pirates"],
      { text: " Les\npirates! " },
      { transcription: "Les pirates" },
    ])
      expect(readTranscript(output)).toEqual({ text: "Les pirates" });
    expect(readTranscript("word ".repeat(100)).text.length).toBeLessThanOrEqual(100);
  });

  it("is no answer when nobody said anything", () => {
    for (const output of [null, "", " . ", [], {}, { text: 1 }])
      expect(() => readTranscript(output)).toThrow("nothing_heard");
  });
});

describe("what language models are told", () => {
  it("names the card, its languages, the tone and the exact shape of the answer", () => {
    const told = writeTexts(text);
    for (const part of [
      '"sea \\"life\\""',
      'German ("Wal")',
      'English ("whale")',
      "calm",
      "about 4 years",
      '"de": {',
    ])
      expect(told).toContain(part);
    expect(told).not.toContain("French");
    const asked = writeNames(label);
    for (const part of [
      '"Wal" in German',
      "English, French",
      '{"names": {"en": "", "fr": ""}, "known": true}',
    ])
      expect(asked).toContain(part);
  });
});

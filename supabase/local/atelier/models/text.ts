import { randomInt } from "node:crypto";
import { LANGUAGES, type Language } from "../art/catalogue.ts";
import { smallUpTo, type Tone, tones } from "../texts/manner.ts";
import { subjectOf, type TextOrder, writeTexts } from "../texts/write-texts.ts";
import type { Model } from "./model.ts";

const largestSeed = 2_147_483_647;

interface TextInput {
  concept: string;
  key?: string | null;
  names?: Record<string, unknown> | string | null;
  theme?: string | null;
  languages?: Language[];
  tone?: Tone;
  audience?: number;
  seed?: number | null;
}

/** The names of the card, given as an object or as JSON. Throws a message for people when they are neither. */
function readNames(names: TextInput["names"]): Partial<Record<Language, string>> {
  if (names == null || names === "") return {};
  const read = typeof names === "string" ? parseNames(names) : names;
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const name = read[language];
      return typeof name === "string" && name.trim() ? [[language, name.trim()]] : [];
    }),
  );
}

function parseNames(json: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(json);
    if (read && typeof read === "object") return read as Record<string, unknown>;
  } catch {
    // Falls through to the message below, which says more than the parser's.
  }
  throw new Error('The names are not JSON like {"fr": "lion", "en": "lion"}.');
}

/** Writes the texts of a picture card. */
export const textModel: Model = {
  owner: "atelier",
  name: "text",
  description: "Alternative text, a true fun fact and a two-sentence story for a picture card, per language.",
  revision: 1,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "words",
  required: ["concept"],
  input: {
    concept: {
      type: "string",
      description: "What the card shows: a key or a name in any language.",
      minLength: 1,
      maxLength: 200,
    },
    key: { type: "string", description: "Key of the concept, where known.", nullable: true, maxLength: 200 },
    names: {
      type: "object",
      description: "The names on the card by language, as an object or as JSON.",
      nullable: true,
    },
    theme: {
      type: "string",
      description: "Theme of the deck: decides where things happen.",
      nullable: true,
      maxLength: 200,
    },
    languages: {
      type: "array",
      description: "Languages of the deck.",
      default: [...LANGUAGES],
      maxItems: LANGUAGES.length,
      items: { type: "string", enum: LANGUAGES },
    },
    tone: { type: "string", description: "How the texts sound.", default: "playful", enum: tones },
    audience: {
      type: "integer",
      description: `Age of the children in years; up to ${smallUpTo} the texts are shorter.`,
      default: 5,
      minimum: 2,
      maximum: 8,
    },
    seed: {
      type: "integer",
      description: "Another seed, other texts.",
      nullable: true,
      minimum: 0,
      maximum: largestSeed,
    },
  },
  output: {
    type: "object",
    properties: {
      texts: {
        type: "object",
        description: "By language.",
        additionalProperties: {
          type: "object",
          properties: {
            alt_text: { type: "string" },
            fun_fact: { type: "string" },
            story: { type: "string" },
          },
        },
      },
      key: { type: "string", nullable: true },
      known: { type: "boolean", description: "False when the texts of a language speak of the word alone." },
      sources: {
        type: "object",
        description: "What the fun fact of each language is about: the concept, its kind or the word.",
        additionalProperties: { type: "string", enum: ["concept", "kind", "word"] },
      },
    },
  },
  async run(input, { log, progress, checkpoint }) {
    const given = input as unknown as TextInput;
    const { concept, key, theme, languages = LANGUAGES, tone = "playful", audience = 5 } = given;
    const seed = given.seed ?? randomInt(largestSeed);
    log("Atelier: facts and templates, written on this machine");
    log(`Using seed: ${seed}`);
    const manner = { tone, isForSmall: audience <= smallUpTo, seed };
    const order: TextOrder = { concept, manner, names: readNames(given.names), key, theme };
    const asked = languages.length > 0 ? [...new Set(languages)] : LANGUAGES;
    const texts: Partial<Record<Language, { alt_text: string; fun_fact: string; story: string }>> = {};
    const sources: Partial<Record<Language, string>> = {};
    for (const [index, language] of asked.entries()) {
      checkpoint();
      const { source, ...written } = writeTexts(order, language);
      texts[language] = written;
      sources[language] = source;
      progress(index + 1, asked.length);
    }
    const known = Object.values(sources).every((source) => source !== "word");
    return { texts, key: subjectOf(order)?.key ?? null, known, sources };
  },
};

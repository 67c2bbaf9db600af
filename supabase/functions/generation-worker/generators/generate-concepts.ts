import { type ConceptsPayload, conceptsPayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** What a language model is told: the whole task in English, with the exact shape of the answer. */
export function writeInstruction({ theme, count, instruction, exclude }: ConceptsPayload): string {
  return [
    `You choose pictures for a card game for children aged 2 to 8. Theme: ${JSON.stringify(theme)} (${instruction}).`,
    `Name exactly ${count} different concrete things that a picture can show and a young child can know.`,
    "Nothing frightening, violent, sad, religious or branded; no people; singular nouns; no two that look alike.",
    exclude.length > 0 ? `Do not use any of these: ${JSON.stringify(exclude)}.` : "",
    "Give each thing its usual name, without an article, in French, English, Spanish, Italian and German,",
    "with the capital letters and accents of that language. Also give the theme a short title in each language.",
    "Answer with this JSON and nothing else:",
    '{"theme_names": {"fr": "", "en": "", "es": "", "it": "", "de": ""},',
    ' "concepts": [{"key": "english name in lower case", "names": {"fr": "", "en": "", "es": "", "it": "", "de": ""}}]}',
  ]
    .filter(Boolean)
    .join("\n");
}

/** Asks for the things that the cards of a universe will show, with their names in five languages. */
export const generateConcepts: Generator = async (job, tools) => {
  const payload = readPayload(conceptsPayloadSchema, job.payload);
  return askModel(job, { parameters: { ...payload, instruction: writeInstruction(payload) } }, tools);
};

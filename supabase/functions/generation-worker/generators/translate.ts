import { languageNames } from "../../../../lib/contract/languages.ts";
import { type NamesPayload, namesPayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** What a language model is told: the whole task in English, with the exact shape of the answer. */
export function writeInstruction({ label, language, languages, theme }: NamesPayload): string {
  return [
    `A picture card of a deck for young children about ${JSON.stringify(theme)} is called ${JSON.stringify(label)} in ${languageNames[language]}.`,
    `Give its usual name for children in ${languages.map((wanted) => languageNames[wanted]).join(", ")},`,
    "without an article, with the capital letters and accents of that language.",
    "Where the word means nothing to you, repeat it as it is and set known to false.",
    "Answer with this JSON and nothing else:",
    `{"names": {${languages.map((wanted) => `"${wanted}": ""`).join(", ")}}, "known": true}`,
  ].join("\n");
}

/** Asks for the name of one card in the languages of its deck. */
export const translate: Generator = async (job, tools) => {
  const payload = readPayload(namesPayloadSchema, job.payload);
  return askModel(job, { parameters: { ...payload, instruction: writeInstruction(payload) } }, tools);
};

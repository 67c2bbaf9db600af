import { languageNames } from "../../../../lib/contract/languages.ts";
import { type TextPayload, textPayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** What a language model is told: the whole task in English, with the exact shape of the answer. */
export function writeInstruction({ concept, names, theme, languages, tone, audience }: TextPayload): string {
  const shape = languages.map((language) => `"${language}": {"alt_text": "", "fun_fact": "", "story": ""}`);
  const wanted = languages.map((language) => {
    const name = names[language];
    return name ? `${languageNames[language]} (${JSON.stringify(name)})` : languageNames[language];
  });
  return [
    `A picture card for children of about ${audience} years shows ${JSON.stringify(concept)} in a deck about ${JSON.stringify(theme)}.`,
    `Write in ${wanted.join(", ")}, natively in each, in a ${tone} tone, with words that such a child knows:`,
    "alt_text: what the picture shows, one sentence of at most 120 characters;",
    "fun_fact: one true and surprising sentence about it;",
    "story: two short sentences in which it does something kind or funny.",
    "Nothing frightening, violent, sad, religious or branded.",
    "Answer with this JSON and nothing else:",
    `{"texts": {${shape.join(", ")}}}`,
  ].join("\n");
}

/** Asks for alt text, fun fact and story of one card in the languages of its deck. */
export const generateText: Generator = async (job, tools) => {
  const payload = readPayload(textPayloadSchema, job.payload);
  return askModel(job, { parameters: { ...payload, instruction: writeInstruction(payload) } }, tools);
};

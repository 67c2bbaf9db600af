import { checkPrompt, longestPrompt } from "../../../../lib/moderation/check-prompt.ts";
import { LANGUAGES } from "../art/catalogue.ts";
import type { Model } from "./model.ts";

/** Says whether a prompt is fit for children's cards. */
export const moderationModel: Model = {
  owner: "atelier",
  name: "moderation",
  description:
    "Whether a prompt is fit for children's cards, by word lists in five languages, and why it is not.",
  revision: 1,
  createdAt: "2026-11-21T00:00:00.000Z",
  lane: "words",
  required: ["text"],
  input: {
    text: { type: "string", description: "The prompt.", maxLength: longestPrompt },
    language: {
      type: "string",
      description: "Language of the prompt, where known. English is always looked for.",
      nullable: true,
      enum: LANGUAGES,
    },
    languages: {
      type: "array",
      description: "Languages of the deck, where several are; all five where neither is given.",
      nullable: true,
      maxItems: LANGUAGES.length,
      items: { type: "string", enum: LANGUAGES },
    },
  },
  output: {
    type: "object",
    properties: {
      allowed: { type: "boolean" },
      reasons: {
        type: "array",
        items: {
          type: "object",
          properties: {
            category: { type: "string" },
            language: { type: "string", enum: LANGUAGES },
            term: { type: "string" },
          },
        },
      },
    },
  },
  async run(input, { log }) {
    log("Atelier: word lists, read on this machine");
    const wanted = [input.languages ?? [], input.language ?? []].flat();
    const languages = LANGUAGES.filter((language) => wanted.length === 0 || wanted.includes(language));
    const verdict = checkPrompt(String(input.text), languages);
    return { allowed: verdict.allowed, reasons: verdict.allowed ? [] : verdict.reasons };
  },
};

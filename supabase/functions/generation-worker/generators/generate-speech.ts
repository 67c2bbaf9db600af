import { languageNames } from "../../../../lib/contract/languages.ts";
import { speechPayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** Asks for the name of one card, spoken in one language. */
export const generateSpeech: Generator = async (job, tools) => {
  const payload = readPayload(speechPayloadSchema, job.payload);
  return askModel(job, { parameters: { ...payload, language_name: languageNames[payload.language] } }, tools);
};

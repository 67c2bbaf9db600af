import { moderationPayloadSchema } from "../../../../lib/contract/moderation.ts";
import { askModel } from "../ask-model.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** Has words judged that somebody wants to make something of. */
export const moderate: Generator = async (job, tools) => {
  const { text, languages } = readPayload(moderationPayloadSchema, job.payload);
  return askModel(job, { parameters: { text, languages: languages.length > 0 ? languages : null } }, tools);
};

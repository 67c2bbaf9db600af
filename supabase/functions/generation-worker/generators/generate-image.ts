import { imagePayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { paintingParameters } from "../painting.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** Asks for the picture of one card. */
export const generateImage: Generator = async (job, tools) => {
  const payload = readPayload(imagePayloadSchema, job.payload);
  return askModel(job, { parameters: { ...payload, ...paintingParameters(payload) } }, tools);
};

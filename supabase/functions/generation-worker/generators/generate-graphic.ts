import { graphicPayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { paintingParameters } from "../painting.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** Asks for the cover, poster or logo of a universe. */
export const generateGraphic: Generator = async (job, tools) => {
  const payload = readPayload(graphicPayloadSchema, job.payload);
  return askModel(job, { parameters: { ...payload, ...paintingParameters(payload) } }, tools);
};

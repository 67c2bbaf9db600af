import { imagePayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** Asks for the picture of one card. */
export const generateImage: Generator = async (job, tools) =>
  askModel(job, { parameters: readPayload(imagePayloadSchema, job.payload) }, tools);

import { model3dPayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { readSources } from "../card-sources.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** Asks for the figure of one card, made from its picture. */
export const generateModel3d: Generator = async (job, tools) => {
  const payload = readPayload(model3dPayloadSchema, job.payload);
  const { image } = await readSources(job, tools);
  const parameters = { ...payload, image: image.address };
  return askModel(job, { parameters, identity: { image: image.identity } }, tools);
};

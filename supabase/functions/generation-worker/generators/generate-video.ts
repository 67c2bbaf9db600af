import { withSafety } from "../../../../lib/contract/prompts.ts";
import { videoPayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { readSources } from "../card-sources.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** Asks for the film of one card, made from its picture. */
export const generateVideo: Generator = async (job, tools) => {
  const payload = readPayload(videoPayloadSchema, job.payload);
  const { image, voice } = await readSources(job, tools);
  const parameters = {
    ...payload,
    prompt: withSafety(payload.prompt, payload.safety),
    image: image.address,
    voice: voice.address,
    /** As models at the provider name it; 720p is the largest that the fast ones make. */
    resolution_name: "720p",
  };
  return askModel(job, { parameters, identity: { image: image.identity, voice: voice.identity } }, tools);
};

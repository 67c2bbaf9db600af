import { musicPayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** Asks for the music of a universe. */
export const generateMusic: Generator = async (job, tools) => {
  const { mood = null, genre = null, ...payload } = readPayload(musicPayloadSchema, job.payload);
  const wishes = [payload.prompt, mood, genre, `for young children, about ${payload.theme}`, "no singing"];
  const description = wishes.filter(Boolean).join(", ");
  return askModel(job, { parameters: { ...payload, mood, genre, description } }, tools);
};

import { transcribePayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { toAddress } from "../card-sources.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

const mimeTypes: Record<string, string> = {
  webm: "audio/webm",
  ogg: "audio/ogg",
  m4a: "audio/mp4",
  mp3: "audio/mpeg",
  wav: "audio/wav",
};

/** Has a recorded theme written down. */
export const transcribe: Generator = async (job, tools) => {
  const { storage_path, language } = readPayload(transcribePayloadSchema, job.payload);
  const mime_type = mimeTypes[storage_path.split(".").at(-1) ?? ""] ?? "audio/webm";
  const audio = await toAddress({ storage_path, mime_type, bucket: "voice-notes" }, tools);
  // The key of a recording is its content.
  return askModel(job, { parameters: { audio, language }, identity: { audio: storage_path } }, tools);
};

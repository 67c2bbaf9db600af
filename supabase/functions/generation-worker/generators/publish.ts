import { publishPayloadSchema } from "../../../../lib/contract/worker.ts";
import { JobFailure } from "../../_shared/failure.ts";
import { isDuplicate, isGone } from "../../_shared/storage-answers.ts";
import type { Tools } from "../../_shared/tools.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

const copiesAtOnce = 4;
/** How often people are told, in milliseconds: a deck may have 250 small files. */
const betweenWords = 300;

/** Takes one file over into the public bucket; one that lies there already is as good, since its name is its content. */
async function copy(file: { path: string; storage_path: string }, storage: Tools["storage"]): Promise<void> {
  const options = { destinationBucket: "published" };
  const { error } = await storage.from("draft-media").copy(file.storage_path, file.path, options);
  if (!error || isDuplicate(error)) return;
  const isMissing = isGone(error);
  throw new JobFailure({
    code: isMissing ? "picture_missing" : "storage_unavailable",
    message: isMissing
      ? "A file of this universe is missing; make it again."
      : "The files cannot be stored now.",
    detail: { error: error.message, storage_path: file.storage_path },
    isRetryable: !isMissing,
  });
}

/**
 * Copies what the public bucket lacks of a frozen universe, then lets the database move the pointer, which looks once
 * more whether all is there. Names are hashes of the content: a repeated publication copies nothing, and a half-done
 * one shows nothing.
 */
export const publish: Generator = async (job, { engine, storage }, signal) => {
  readPayload(publishPayloadSchema, job.payload);
  const open = await engine.getMissingFiles(job.id, job.attempt);
  if (!open)
    throw new JobFailure({
      code: "invalid_payload",
      message: "What was asked for holds no longer; publish it anew.",
      isRetryable: false,
    });
  const { total } = open;
  const waiting = [...open.files];
  let copied = total - waiting.length;
  let toldAt = Number.NEGATIVE_INFINITY;

  async function copyNext(): Promise<void> {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      signal.throwIfAborted();
      await copy(file, storage);
      copied += 1;
      const now = performance.now();
      if (now - toldAt < betweenWords && copied < total) continue;
      toldAt = now;
      await engine.noteCopies(job.id, job.attempt, copied);
    }
  }

  await Promise.all(Array.from({ length: copiesAtOnce }, copyNext));
  await engine.completeJob(job.id, job.attempt, {});
  return "published";
};

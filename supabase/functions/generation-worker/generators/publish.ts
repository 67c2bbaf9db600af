import { publishPayloadSchema } from "../../../../lib/contract/worker.ts";
import { JobFailure } from "../../_shared/failure.ts";
import { isDuplicate, isGone } from "../../_shared/storage-answers.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

const copiesAtOnce = 4;

/**
 * Copies what the manifest names into the public bucket, then lets the database move the pointer. Names are hashes of
 * the content, so that a repeated publication copies nothing and a half-done one is harmless.
 */
export const publish: Generator = async (job, { engine, storage }, signal) => {
  const { assets } = readPayload(publishPayloadSchema, job.payload);
  const waiting = [...assets];
  let done = 0;

  async function copyNext(): Promise<void> {
    for (let asset = waiting.shift(); asset; asset = waiting.shift()) {
      signal.throwIfAborted();
      const options = { destinationBucket: "published" };
      const { error } = await storage.from("draft-media").copy(asset.storage_path, asset.image_path, options);
      if (error && !isDuplicate(error)) {
        const isMissing = isGone(error);
        throw new JobFailure({
          code: isMissing ? "picture_missing" : "storage_unavailable",
          message: isMissing
            ? "A picture of this universe is missing; make it again."
            : "The pictures cannot be stored now.",
          detail: { error: error.message, sort_order: asset.sort_order },
          isRetryable: !isMissing,
        });
      }
      done += 1;
      await engine.updateProgress(job.id, job.attempt, Math.round((done / (assets.length + 1)) * 100));
    }
  }

  await Promise.all(Array.from({ length: copiesAtOnce }, copyNext));
  await engine.completeJob(job.id, job.attempt, {});
  return "published";
};

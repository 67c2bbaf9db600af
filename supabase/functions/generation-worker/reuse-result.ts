import { type ClaimedJob, conceptsResultSchema, fileResultSchema } from "../../../lib/contract/worker.ts";
import { isDuplicate, isGone } from "../_shared/storage-answers.ts";
import { picturePath } from "../_shared/store-image.ts";
import type { Tools } from "../_shared/tools.ts";

type Result = Record<string, unknown>;

/** The picture in the folder of whoever asks now: the one that was paid for may be another owner's. */
async function copyPicture(job: ClaimedJob, result: Result, { storage }: Tools): Promise<Result | null> {
  const image = fileResultSchema.safeParse(result);
  if (!image.success) return null;
  const { storage_path, sha256 } = image.data;
  const path = picturePath(job, sha256, storage_path.split(".").at(-1) ?? "");
  const { error } = await storage.from("draft-media").copy(storage_path, path);
  if (error && isGone(error)) return null;
  if (error && !isDuplicate(error)) throw new Error(`Storage did not copy the picture: ${error.message}`);
  return { ...image.data, storage_path: path };
}

/**
 * Makes a result that was paid for before into one for this job; null when it cannot be used any more. Throws when
 * Storage fails.
 */
export async function reuseResult(job: ClaimedJob, result: Result, tools: Tools): Promise<Result | null> {
  if (job.type === "generate_image") return copyPicture(job, result, tools);
  const concepts = conceptsResultSchema.safeParse(result);
  return concepts.success ? concepts.data : null;
}

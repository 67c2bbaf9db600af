import type { z } from "zod";
import type { JobType } from "../../../lib/contract/jobs.ts";
import { moderationResultSchema } from "../../../lib/contract/moderation.ts";
import {
  type ClaimedJob,
  conceptsResultSchema,
  fileResultSchema,
  namesResultSchema,
  textResultSchema,
  transcriptSchema,
} from "../../../lib/contract/worker.ts";
import { makesFile } from "../_shared/judge-file.ts";
import { isDuplicate, isGone } from "../_shared/storage-answers.ts";
import { filePath } from "../_shared/store-file.ts";
import type { Tools } from "../_shared/tools.ts";

type Result = Record<string, unknown>;

/** The file in the folder of whoever asks now: the one that was paid for may be another owner's. */
async function copyFile(job: ClaimedJob, result: Result, { storage }: Tools): Promise<Result | null> {
  const file = fileResultSchema.safeParse(result);
  if (!file.success) return null;
  const { storage_path, sha256 } = file.data;
  const path = filePath(job, sha256, storage_path.split(".").at(-1) ?? "");
  const { error } = await storage.from("draft-media").copy(storage_path, path);
  if (error && isGone(error)) return null;
  if (error && !isDuplicate(error)) throw new Error(`Storage did not copy the file: ${error.message}`);
  return { ...file.data, storage_path: path };
}

const wordSchemas: Partial<Record<JobType, z.ZodType<Result>>> = {
  generate_concepts: conceptsResultSchema,
  generate_text: textResultSchema,
  translate: namesResultSchema,
  transcribe: transcriptSchema,
  moderate: moderationResultSchema,
};

/**
 * Makes a result that was paid for before into one for this job; null when it cannot be used any more. Throws when
 * Storage fails.
 */
export async function reuseResult(job: ClaimedJob, result: Result, tools: Tools): Promise<Result | null> {
  if (makesFile(job.type)) return copyFile(job, result, tools);
  return wordSchemas[job.type]?.safeParse(result).data ?? null;
}

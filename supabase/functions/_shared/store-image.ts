import type { FileResult, FoundPrediction } from "../../../lib/contract/worker.ts";
import { isBlank } from "./blank-picture.ts";
import { sha256 } from "./digest.ts";
import { JobFailure } from "./failure.ts";
import { log } from "./log.ts";
import { fetchOutput, unusable } from "./output-file.ts";
import { readPicture } from "./picture.ts";
import { flagged, soundsUnsafe } from "./prediction-end.ts";
import type { ProviderPrediction } from "./provider.ts";
import { isDuplicate } from "./storage-answers.ts";
import type { Tools } from "./tools.ts";
import { openTurns } from "./turns.ts";

const maxPixels = 40_000_000;
const minSide = 64;
const oneYear = "31536000";
const maxOutputs = 4;
/** A file of 25 MB is there up to three times while it is read and stored: two such files fit into a function's memory. */
const takeTurn = openTurns(2);

type Owner = Pick<FoundPrediction, "user_id" | "draft_id">;

/** Where the pictures of a draft lie: under their hash, in its owner's folder. */
export function picturePath({ user_id, draft_id }: Owner, sha256: string, extension: string): string {
  return `${user_id}/${draft_id}/${sha256}.${extension}`;
}

async function storeOne(
  output: unknown,
  owner: Owner,
  { storage, environment }: Pick<Tools, "storage" | "environment">,
): Promise<FileResult> {
  const bytes = await fetchOutput(output, environment);
  const picture = readPicture(bytes);
  if (!picture) throw unusable("The file is no whole, still picture.", { size_bytes: bytes.length });
  const { width, height, mimeType, extension } = picture;
  if (width * height > maxPixels || Math.min(width, height) < minSide)
    throw unusable("The picture has a wrong size.", { width, height });
  if (await isBlank(bytes, picture)) throw new JobFailure(flagged({ reason: "The picture is blank." }));
  const hash = await sha256(bytes);
  const path = picturePath(owner, hash, extension);
  const options = { contentType: mimeType, cacheControl: oneYear };
  const { error } = await storage.from("draft-media").upload(path, bytes, options);
  if (error && !isDuplicate(error)) throw new Error(`Storage refused the picture: ${error.message}`);
  return { sha256: hash, storage_path: path, mime_type: mimeType, size_bytes: bytes.length, width, height };
}

/** Of several failures: what was flagged explains best why there is no picture. */
function tellFailure(failures: JobFailure[], { logs }: ProviderPrediction): JobFailure {
  const blocked = failures.find(({ failure }) => failure.code === "content_flagged");
  if (blocked) return blocked;
  if (soundsUnsafe(logs)) return new JobFailure(flagged({ reason: "The logs say so." }));
  const failure = failures[0] ?? unusable("The answer has no file.");
  if (failure.failure.code === "provider_output_expired") log("alarm", { reason: failure.failure.code });
  return failure;
}

/**
 * Fetches the picture of a prediction, judges it by its bytes, and stores it under its SHA-256 in the owner's folder.
 * Of several outputs the first good one is taken. Doing it twice stores it once. Throws JobFailure when there is no
 * still picture of sound size that shows something.
 */
export async function storeImage(
  prediction: ProviderPrediction,
  owner: Owner,
  tools: Pick<Tools, "storage" | "environment">,
): Promise<FileResult> {
  const { output } = prediction;
  const outputs: unknown[] = Array.isArray(output) ? output.filter((item) => item !== null) : [output];
  const failures: JobFailure[] = [];
  for (const item of outputs.slice(0, maxOutputs))
    try {
      return await takeTurn(() => storeOne(item, owner, tools));
    } catch (error) {
      if (!(error instanceof JobFailure)) throw error;
      failures.push(error);
    }
  throw tellFailure(failures, prediction);
}

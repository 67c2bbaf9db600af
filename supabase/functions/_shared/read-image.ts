import type { FoundPrediction, ImageResult } from "../../../lib/contract/worker.ts";
import { sha256 } from "./digest.ts";
import { fetchOutput, unusable } from "./output-file.ts";
import { readPicture } from "./picture.ts";
import type { Tools } from "./tools.ts";

const maxPixels = 40_000_000;
const minSide = 64;
const oneYear = "31536000";

/** True for Storage's answer that a file with this name is there: the name is the content, so that is as good. */
export function isDuplicate(error: { message: string; statusCode?: unknown; status?: unknown }): boolean {
  return String(error.statusCode) === "409" || error.status === 409 || /already exists/i.test(error.message);
}

/**
 * Fetches the picture of a prediction, judges it by its bytes, and stores it under its SHA-256 in the owner's folder.
 * Doing it twice stores it once. Throws JobFailure for anything that is not a still picture of sound size.
 */
export async function storeImage(
  output: unknown,
  { user_id, draft_id }: FoundPrediction,
  { storage, environment }: Pick<Tools, "storage" | "environment">,
): Promise<ImageResult> {
  const bytes = await fetchOutput(output, environment);
  const picture = readPicture(bytes);
  if (!picture) throw unusable("The file is no whole, still picture.", { size_bytes: bytes.length });
  const { width, height, mimeType, extension } = picture;
  if (width * height > maxPixels || Math.min(width, height) < minSide)
    throw unusable("The picture has a wrong size.", { width, height });
  const hash = await sha256(bytes);
  const path = `${user_id}/${draft_id}/${hash}.${extension}`;
  const options = { contentType: mimeType, cacheControl: oneYear };
  const { error } = await storage.from("draft-media").upload(path, bytes, options);
  if (error && !isDuplicate(error)) throw new Error(`Storage refused the picture: ${error.message}`);
  return { sha256: hash, storage_path: path, mime_type: mimeType, size_bytes: bytes.length, width, height };
}

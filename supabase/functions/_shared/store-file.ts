import type { FileResult, FoundPrediction } from "../../../lib/contract/worker.ts";
import { sha256 } from "./digest.ts";
import { JobFailure } from "./failure.ts";
import { type FileJobType, type Judged, judges } from "./judge-file.ts";
import { log } from "./log.ts";
import { fetchOutput, unusable } from "./output-file.ts";
import { flagged, soundsUnsafe } from "./prediction-end.ts";
import type { ProviderPrediction } from "./provider.ts";
import { isDuplicate } from "./storage-answers.ts";
import type { Tools } from "./tools.ts";
import { openTurns } from "./turns.ts";

const oneYear = "31536000";
const maxOutputs = 4;
/** A file of 25 MB is there up to three times while it is read and stored: two such files fit into a function's memory. */
const takeTurn = openTurns(2);

type Owner = Pick<FoundPrediction, "user_id" | "draft_id">;

/** Where the files of a draft lie: under their hash, in its owner's folder. */
export function filePath({ user_id, draft_id }: Owner, sha256: string, extension: string): string {
  return `${user_id}/${draft_id}/${sha256}.${extension}`;
}

/**
 * Stores a judged file under its SHA-256 in the owner's folder; one that lies there already is as good. Throws when
 * Storage refuses.
 */
export async function keepFile(
  bytes: Uint8Array<ArrayBuffer>,
  { extension, ...judged }: Judged,
  owner: Owner,
  storage: Tools["storage"],
): Promise<FileResult> {
  const hash = await sha256(bytes);
  const path = filePath(owner, hash, extension);
  const options = { contentType: judged.mime_type, cacheControl: oneYear };
  const { error } = await storage.from("draft-media").upload(path, bytes, options);
  if (error && !isDuplicate(error)) throw new Error(`Storage refused the file: ${error.message}`);
  return { sha256: hash, storage_path: path, size_bytes: bytes.length, ...judged };
}

async function storeOne(
  output: unknown,
  type: FileJobType,
  owner: Owner,
  { storage, environment, budget }: Pick<Tools, "storage" | "environment" | "budget">,
): Promise<FileResult> {
  const bytes = await fetchOutput(output, environment);
  return keepFile(bytes, await judges[type](bytes, budget), owner, storage);
}

/** Models answer with one file, with several, or with an object of named ones. */
function filesOf(output: unknown): unknown[] {
  if (Array.isArray(output)) return output.filter((item) => item !== null);
  if (typeof output !== "object" || output === null) return [output];
  return Object.values(output).filter((value) => typeof value === "string" && URL.canParse(value));
}

/** Of several failures: what was flagged explains best why there is no file. */
function tellFailure(failures: JobFailure[], { logs }: ProviderPrediction): JobFailure {
  const blocked = failures.find(({ failure }) => failure.code === "content_flagged");
  if (blocked) return blocked;
  if (soundsUnsafe(logs)) return new JobFailure(flagged({ reason: "The logs say so." }));
  const failure = failures[0] ?? unusable("The answer has no file.");
  if (failure.failure.code === "provider_output_expired") log("alarm", { reason: failure.failure.code });
  return failure;
}

/**
 * Fetches the file of a prediction, judges it by its bytes, and stores it under its SHA-256 in the owner's folder. Of
 * several outputs the first good one is taken. Doing it twice stores it once. Throws JobFailure when none is what a job
 * of this type makes.
 */
export async function storeFile(
  prediction: ProviderPrediction,
  type: FileJobType,
  owner: Owner,
  tools: Pick<Tools, "storage" | "environment" | "budget">,
): Promise<FileResult> {
  const failures: JobFailure[] = [];
  for (const item of filesOf(prediction.output).slice(0, maxOutputs))
    try {
      return await takeTurn(() => storeOne(item, type, owner, tools));
    } catch (error) {
      if (!(error instanceof JobFailure)) throw error;
      failures.push(error);
    }
  throw tellFailure(failures, prediction);
}

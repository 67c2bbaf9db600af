import type { ClaimedJob, JobSource } from "../../../lib/contract/worker.ts";
import { isReachable } from "../_shared/environment.ts";
import { JobFailure } from "../_shared/failure.ts";
import { isGone } from "../_shared/storage-answers.ts";
import type { Tools } from "../_shared/tools.ts";

/** A provider that cannot reach our Storage is sent the file itself; it takes so much in place of an address. */
const maxDataBytes = 256 * 1024;
const signedSeconds = 3600;

/** A file of a card, as a model is given it: its address changes, its identity does not. */
export interface Source {
  address: string | null;
  identity: string | null;
}

function missing(detail: Record<string, unknown>): JobFailure {
  return new JobFailure({
    code: "picture_missing",
    message: "The picture that this is made from is missing; make it again.",
    detail,
    isRetryable: false,
  });
}

type Place = Pick<JobSource, "storage_path" | "mime_type"> & { bucket?: string };

function gone({ bucket }: Place, error: { message: string }): JobFailure {
  if (bucket !== "voice-notes") return missing({ error: error.message });
  return new JobFailure({
    code: "recording_missing",
    message: "The recording is gone; record it once more.",
    detail: { error: error.message },
    isRetryable: false,
  });
}

async function toDataAddress(place: Place, { storage }: Tools): Promise<string> {
  const { storage_path, mime_type, bucket = "draft-media" } = place;
  const { data, error } = await storage.from(bucket).download(storage_path);
  if (error && isGone(error)) throw gone(place, error);
  if (error) throw new Error(`Storage did not give the file: ${error.message}`);
  if (data.size > maxDataBytes)
    throw new JobFailure({
      code: "source_unreachable",
      message: "The model cannot reach this studio's files, and this one is too large to send.",
      detail: { size_bytes: data.size },
      isRetryable: false,
    });
  const letters = Array.from(new Uint8Array(await data.arrayBuffer()), (byte) => String.fromCharCode(byte));
  return `data:${mime_type};base64,${btoa(letters.join(""))}`;
}

/**
 * Where a model can read this file for an hour. Throws JobFailure when there is no such file, or when it is too large
 * to be sent along to a provider that cannot reach us.
 */
export async function toAddress(source: Place, tools: Tools): Promise<string> {
  if (!isReachable(tools.environment)) return toDataAddress(source, tools);
  const { data, error } = await tools.storage
    .from(source.bucket ?? "draft-media")
    .createSignedUrl(source.storage_path, signedSeconds);
  if (error && isGone(error)) throw gone(source, error);
  if (error) throw new Error(`Storage did not sign the file: ${error.message}`);
  return data.signedUrl;
}

async function toSource(source: JobSource | null, tools: Tools): Promise<Source> {
  if (!source) return { address: null, identity: null };
  return { address: await toAddress(source, tools), identity: source.sha256 };
}

/**
 * The picture of the job's card, and its spoken name where the payload names a language for it, at addresses that the
 * model can read for an hour. Throws JobFailure when there is no picture, or when the model could not read it.
 */
export async function readSources(
  { id, attempt }: ClaimedJob,
  tools: Tools,
): Promise<{ image: Source; voice: Source }> {
  const { image, voice } = await tools.engine.getJobSources(id, attempt);
  if (!image) throw missing({ reason: "The card has no picture." });
  const [picture, name] = await Promise.all([toSource(image, tools), toSource(voice, tools)]);
  return { image: picture, voice: name };
}

import { createHash } from "node:crypto";
import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../contract/database.types.ts";
import type { Language } from "../contract/languages.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { readRecording } from "./recording.ts";

/**
 * Keeps a recording for an hour in its owner's folder and has it written down. Returns the id of the job. Throws
 * `validation_failed` for anything that is no sound, `rate_limited` for the twenty-first within an hour,
 * `model_not_configured` where nobody can write it down.
 */
export async function requestTranscription(
  db: SupabaseClient<Database>,
  userId: string,
  bytes: Uint8Array<ArrayBuffer>,
  language: Language,
): Promise<string> {
  const recording = readRecording(bytes);
  if (!recording)
    throw new AppError("validation_failed", "Send a recording as WebM, Ogg, MP4, MP3 or WAV.", {
      errors: [{ path: "body", message: "not a recording" }],
    });
  const path = `${userId}/${createHash("sha256").update(bytes).digest("hex")}.${recording.extension}`;
  const { error: refused } = await db.storage
    .from("voice-notes")
    .upload(path, bytes, { contentType: recording.mimeType });
  if (refused && /row-level security/i.test(refused.message))
    throw new AppError("rate_limited", "These are many recordings; wait a little.");
  // The key is the content: the same recording once more is as good.
  if (refused && !/already exists/i.test(refused.message))
    throw new AppError("database_unavailable", "Storage did not answer.", { cause: refused });
  const { data, error } = await db.rpc("request_transcription", { p_path: path, p_language: language });
  if (error) throw fromDatabase(error);
  return data;
}

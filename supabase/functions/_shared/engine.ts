import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import {
  type FoundPrediction,
  foundPredictionSchema,
  type Gate,
  gateSchema,
  type InvitationLetter,
  invitationLetterSchema,
  type JobSource,
  jobSourcesSchema,
  knownPayloadVersion,
  type MissingFiles,
  missingFilesSchema,
  openPredictionSchema,
} from "../../../lib/contract/worker.ts";
import { openCalls } from "./call-database.ts";
import type { Failure } from "./failure.ts";
import { type Claims, readClaims } from "./read-claims.ts";

export type OpenPrediction = z.infer<typeof openPredictionSchema>;
export type PredictionEnd = "succeeded" | "failed" | "cancelled";

/** The job engine's SQL functions. Each throws EngineRefusal for a stale attempt, Error when the database fails. */
export interface Engine {
  getNextJobs(worker: string, limit: number, types: readonly string[]): Promise<Claims>;
  /** Words to judge, which take no turns with the jobs above. */
  getNextJudgements(worker: string, limit: number): Promise<Claims>;
  heartbeat(jobId: string, attempt: number): Promise<void>;
  updateProgress(jobId: string, attempt: number, percent: number): Promise<void>;
  completeJob(jobId: string, attempt: number, result: Record<string, unknown>): Promise<void>;
  /** The picture of the job's card, and its spoken name where the payload names a language for it. */
  getJobSources(
    jobId: string,
    attempt: number,
  ): Promise<{ image: JobSource | null; voice: JobSource | null }>;
  /** Of a publication: its files that are not in the public bucket yet. Null when what it publishes is forgotten. */
  getMissingFiles(jobId: string, attempt: number): Promise<MissingFiles>;
  /** Of a publication: so many of its files are in the public bucket. */
  noteCopies(jobId: string, attempt: number, copied: number): Promise<void>;
  /** What somebody who is invited is told; null when the invitation is over. */
  getInvitationLetter(invitationId: string): Promise<InvitationLetter | null>;
  /** Gives the job's status afterwards. */
  failJob(jobId: string, attempt: number, failure: Failure): Promise<string>;
  /** Puts the job back into the queue, due in that many seconds, without counting a retry. */
  deferJob(jobId: string, attempt: number, seconds: number, reason: Failure): Promise<void>;
  /** The gate before every request: what it answers has to be obeyed. */
  recordPrediction(
    jobId: string,
    attempt: number,
    input: Record<string, unknown>,
    inputHash: string,
  ): Promise<Gate>;
  /** The file of this result is gone: whoever asks for the same has to make it. */
  forgetResult(inputHash: string): Promise<void>;
  /** False when the prediction has ended already; EngineRefusal `already_taken` when another one has that id. */
  savePrediction(predictionId: string, attempt: number, externalId: string): Promise<boolean>;
  markPredictionLost(predictionId: string): Promise<void>;
  settlePrediction(predictionId: string, end: PredictionEnd): Promise<void>;
  findPrediction(predictionId: string): Promise<FoundPrediction | null>;
  getOpenPredictions(limit: number): Promise<OpenPrediction[]>;
  reapExpiredJobs(): Promise<number>;
  /** What is to be removed now; no release that needs one of these is shown before `forgetCondemned`. */
  condemnOrphans(limit: number): Promise<{ bucket_id: string; name: string }[]>;
  forgetCondemned(names: readonly string[]): Promise<void>;
}

const orphansSchema = z.array(z.object({ bucket_id: z.string(), name: z.string() }));
const held = (jobId: string, attempt: number) => ({ p_job_id: jobId, p_attempt: attempt });

/** Wraps a client that has the secret key. */
export function openEngine(database: SupabaseClient): Engine {
  const call = openCalls(database);
  return {
    getNextJobs: async (worker, limit, types) => {
      const args = {
        p_worker: worker,
        p_limit: limit,
        p_types: types,
        p_payload_version: knownPayloadVersion,
      };
      return readClaims(await call("get_next_jobs", args));
    },
    getNextJudgements: async (worker, limit) => {
      const args = { p_worker: worker, p_limit: limit, p_payload_version: knownPayloadVersion };
      return readClaims(await call("get_next_judgements", args));
    },
    heartbeat: async (jobId, attempt) => void (await call("heartbeat_job", held(jobId, attempt))),
    updateProgress: async (jobId, attempt, percent) =>
      void (await call("update_job_progress", { ...held(jobId, attempt), p_progress: percent })),
    completeJob: async (jobId, attempt, result) =>
      void (await call("complete_job", { ...held(jobId, attempt), p_result: result }, true)),
    getJobSources: async (jobId, attempt) =>
      jobSourcesSchema.parse(await call("get_job_sources", held(jobId, attempt))),
    getMissingFiles: async (jobId, attempt) =>
      missingFilesSchema.parse(await call("get_missing_files", held(jobId, attempt))),
    noteCopies: async (jobId, attempt, copied) =>
      void (await call("note_copies", { ...held(jobId, attempt), p_copied: copied })),
    getInvitationLetter: async (invitationId) =>
      invitationLetterSchema
        .nullable()
        .parse(await call("get_invitation_letter", { p_invitation_id: invitationId })),
    failJob: async (jobId, attempt, failure) => {
      const args = {
        ...held(jobId, attempt),
        p_code: failure.code,
        p_message: failure.message,
        p_detail: failure.detail ?? null,
        p_is_retryable: failure.isRetryable,
        p_retry_after_seconds: failure.retryAfterSeconds ?? null,
      };
      return String(await call("fail_job", args, true));
    },
    deferJob: async (jobId, attempt, seconds, { code, message }) => {
      const reason = { p_seconds: seconds, p_code: code, p_message: message };
      await call("defer_job", { ...held(jobId, attempt), ...reason }, true);
    },
    recordPrediction: async (jobId, attempt, input, inputHash) => {
      const args = { ...held(jobId, attempt), p_input: input, p_input_hash: inputHash };
      return gateSchema.parse(await call("record_prediction", args));
    },
    forgetResult: async (inputHash) => void (await call("forget_result", { p_input_hash: inputHash }, true)),
    savePrediction: async (predictionId, attempt, externalId) => {
      const args = { p_prediction_id: predictionId, p_attempt: attempt, p_external_id: externalId };
      return (await call("save_prediction", args, true)) === true;
    },
    markPredictionLost: async (predictionId) =>
      void (await call("mark_prediction_lost", { p_prediction_id: predictionId }, true)),
    settlePrediction: async (predictionId, end) =>
      void (await call("settle_prediction", { p_prediction_id: predictionId, p_status: end }, true)),
    findPrediction: async (predictionId) =>
      foundPredictionSchema
        .nullable()
        .parse(await call("find_prediction", { p_prediction_id: predictionId })),
    getOpenPredictions: async (limit) =>
      z.array(openPredictionSchema).parse(await call("get_open_predictions", { p_limit: limit })),
    reapExpiredJobs: async () => Number(await call("reap_expired_jobs", {})),
    condemnOrphans: async (limit) => orphansSchema.parse(await call("condemn_orphans", { p_limit: limit })),
    forgetCondemned: async (names) => void (await call("forget_condemned", { p_names: names })),
  };
}

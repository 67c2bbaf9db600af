import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import { isErrorCode } from "../../../lib/contract/errors.ts";
import {
  type ClaimedJob,
  claimedJobSchema,
  type FoundPrediction,
  foundPredictionSchema,
  openPredictionSchema,
} from "../../../lib/contract/worker.ts";
import type { Failure } from "./failure.ts";

/** The database refused: another attempt holds the job, it has ended, or it is gone. Nothing is left to do. */
export class EngineRefusal extends Error {
  override name = "EngineRefusal";
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export type OpenPrediction = z.infer<typeof openPredictionSchema>;
export type PredictionEnd = "succeeded" | "failed" | "cancelled";

/** The job engine's SQL functions. Each throws EngineRefusal for a stale attempt, Error when the database fails. */
export interface Engine {
  getNextJobs(worker: string, limit: number, types: readonly string[]): Promise<ClaimedJob[]>;
  heartbeat(jobId: string, attempt: number): Promise<void>;
  updateProgress(jobId: string, attempt: number, percent: number): Promise<void>;
  completeJob(jobId: string, attempt: number, result: Record<string, unknown>): Promise<void>;
  failJob(jobId: string, attempt: number, failure: Failure): Promise<string>;
  recordPrediction(
    jobId: string,
    attempt: number,
    input: Record<string, unknown>,
    inputHash: string,
  ): Promise<string>;
  /** False when the prediction has ended already; EngineRefusal `already_taken` when another one has that id. */
  savePrediction(predictionId: string, attempt: number, externalId: string): Promise<boolean>;
  markPredictionLost(predictionId: string): Promise<void>;
  settlePrediction(predictionId: string, end: PredictionEnd): Promise<void>;
  findPrediction(predictionId: string): Promise<FoundPrediction | null>;
  getOpenPredictions(limit: number): Promise<OpenPrediction[]>;
  reapExpiredJobs(): Promise<number>;
  listOrphanObjects(limit: number): Promise<{ bucket_id: string; name: string }[]>;
}

interface CallError {
  code: string;
  message: string;
}

const uniqueViolation = "23505";
const conflicts = new Set(["40P01", "40001"]);
const maxTries = 3;
const orphansSchema = z.array(z.object({ bucket_id: z.string(), name: z.string() }));

/** Fenced calls may also be sent again when the answer was lost: the second time finds the job done and refuses. */
function mayTryAgain(error: CallError, status: number, isFenced: boolean): boolean {
  return conflicts.has(error.code) || (isFenced && (status === 0 || status >= 502));
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Wraps a client that has the secret key. */
export function openEngine(database: SupabaseClient): Engine {
  async function call(name: string, args: Record<string, unknown>, isFenced = false): Promise<unknown> {
    for (let turn = 1; ; turn += 1) {
      const { data, error, status } = await database.rpc(name, args);
      if (!error) return data;
      if (isErrorCode(error.message)) throw new EngineRefusal(error.message);
      if (error.code === uniqueViolation) throw new EngineRefusal("already_taken");
      if (turn === maxTries || !mayTryAgain(error, status, isFenced))
        throw new Error(`${name}: ${error.message} (${error.code || status})`);
      await pause(turn * 100 * (0.5 + Math.random()));
    }
  }
  const held = (jobId: string, attempt: number) => ({ p_job_id: jobId, p_attempt: attempt });
  return {
    getNextJobs: async (worker, limit, types) =>
      z
        .array(claimedJobSchema)
        .parse(await call("get_next_jobs", { p_worker: worker, p_limit: limit, p_types: types })),
    heartbeat: async (jobId, attempt) => void (await call("heartbeat_job", held(jobId, attempt))),
    updateProgress: async (jobId, attempt, percent) =>
      void (await call("update_job_progress", { ...held(jobId, attempt), p_progress: percent })),
    completeJob: async (jobId, attempt, result) =>
      void (await call("complete_job", { ...held(jobId, attempt), p_result: result }, true)),
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
    recordPrediction: async (jobId, attempt, input, inputHash) => {
      const args = { ...held(jobId, attempt), p_input: input, p_input_hash: inputHash };
      return z.uuid().parse(await call("record_prediction", args));
    },
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
    listOrphanObjects: async (limit) =>
      orphansSchema.parse(await call("list_orphan_objects", { p_limit: limit })),
  };
}

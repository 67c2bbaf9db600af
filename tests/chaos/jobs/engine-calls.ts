import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { untilAnswered } from "../outage.ts";
import type { WorkerLine } from "./worker-log.ts";

/** The part of a claimed job that a chaos worker needs. */
export interface ChaosJob {
  id: string;
  type: string;
  attempt: number;
  payload: Record<string, unknown>;
  user_id: string;
  draft_id: string | null;
  model: { id: string; name: string } | null;
  unsettled_predictions: { id: string; external_id: string | null; created_at: string }[];
}

/** What find_prediction tells. */
export interface FoundJob extends Omit<ChaosJob, "id" | "model" | "unsettled_predictions"> {
  job_id: string;
  is_current: boolean;
}

export type Gate =
  | { action: "submit"; prediction_id: string }
  | { action: "reuse"; result: Record<string, unknown> }
  | { action: "wait"; seconds: number };

const conflicts = new Set(["40P01", "40001"]);

/** The engine refused: the attempt is stale, or the job is gone. */
export class Refused extends Error {}

/**
 * Calls SQL functions over the worker's own connections. A call whose answer was lost is sent again, as the product's
 * worker does with fenced calls; deadlocks are done again; a refusal is noted and thrown as Refused.
 */
export function openCalls(sql: postgres.Sql, worker: string, note: (line: WorkerLine) => void) {
  async function call<Value>(
    name: string,
    about: { id: string; attempt: number } | null,
    query: () => postgres.PendingQuery<postgres.Row[]>,
  ): Promise<Value> {
    for (let turn = 1; ; turn += 1) {
      try {
        const { value, wasLost } = await untilAnswered(async () => (await query())[0]?.answer as Value);
        if (wasLost) note({ kind: "resent", call: name, worker });
        return value;
      } catch (error) {
        const { code = "", message, wasLost = false } = error as Error & { code?: string; wasLost?: boolean };
        if (code.startsWith("PT")) {
          const { id = "", attempt = 0 } = about ?? {};
          note({ kind: "refused", call: name, job: id, attempt, worker, wasLost });
          throw new Refused(message);
        }
        if (!conflicts.has(code) || turn === 3) throw error;
        note({ kind: "conflict", call: name, code, worker });
        await pause(50 * turn);
      }
    }
  }
  type Held = { id: string; attempt: number };
  const json = (value: Record<string, unknown>) => sql.json(value as postgres.JSONValue);
  return {
    /** Not sent again: a claim whose answer was lost is the reaper's. */
    async claim(types: string[], limit: number): Promise<ChaosJob[]> {
      const [row] = await sql<{ jobs: ChaosJob[] }[]>`
        select public.get_next_jobs(${worker}, ${limit}, ${types}::public.job_type[]) as jobs`;
      return row?.jobs ?? [];
    },
    heartbeat: (job: Held) =>
      call<string>(
        "heartbeat_job",
        job,
        () => sql`select public.heartbeat_job(${job.id}, ${job.attempt}) as answer`,
      ),
    progress: (job: Held, percent: number) =>
      call<null>(
        "update_job_progress",
        job,
        () => sql`select public.update_job_progress(${job.id}, ${job.attempt}, ${percent}) as answer`,
      ),
    async finish(job: Held, result: Record<string, unknown>): Promise<void> {
      const tagged = json({ ...result, attempt: job.attempt });
      await call(
        "complete_job",
        job,
        () => sql`select chaos.finish(${job.id}, ${job.attempt}, ${worker}, ${tagged}) as answer`,
      );
      note({ kind: "accepted", job: job.id, attempt: job.attempt, worker });
    },
    fail: (job: Held) =>
      call<string>(
        "fail_job",
        job,
        () =>
          sql`select public.fail_job(${job.id}, ${job.attempt}, 'provider_failed', 'It failed.', null, true) as answer`,
      ),
    defer: (job: Held, seconds: number) =>
      call<null>(
        "defer_job",
        job,
        () =>
          sql`select public.defer_job(${job.id}, ${job.attempt}, ${seconds}, 'unknown_fate', 'Looking.') as answer`,
      ),
    record: (job: Held, input: Record<string, unknown>, hash: string) =>
      call<Gate>(
        "record_prediction",
        job,
        () =>
          sql`select public.record_prediction(${job.id}, ${job.attempt}, ${json(input)}, ${hash}) as answer`,
      ),
    save: (job: Held, prediction: string, external: string) =>
      call<boolean>(
        "save_prediction",
        job,
        () => sql`select public.save_prediction(${prediction}, ${job.attempt}, ${external}) as answer`,
      ),
    lose: (prediction: string) =>
      call<null>(
        "mark_prediction_lost",
        null,
        () => sql`select public.mark_prediction_lost(${prediction}) as answer`,
      ),
    settle: (prediction: string, end: string) =>
      call<null>(
        "settle_prediction",
        null,
        () => sql`select public.settle_prediction(${prediction}, ${end}) as answer`,
      ),
    find: (prediction: string) =>
      call<FoundJob | null>(
        "find_prediction",
        null,
        () => sql`select public.find_prediction(${prediction}) as answer`,
      ),
    open: () =>
      call<{ id: string; external_id: string; must_cancel: boolean }[]>(
        "get_open_predictions",
        null,
        () => sql`select public.get_open_predictions(20) as answer`,
      ),
  };
}

export type EngineCalls = ReturnType<typeof openCalls>;

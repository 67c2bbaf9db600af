import type { ClaimedJob } from "../../../lib/contract/worker.ts";
import { EngineRefusal } from "../_shared/engine.ts";
import { toFailure } from "../_shared/failure.ts";
import { log } from "../_shared/log.ts";
import type { Tools } from "../_shared/tools.ts";
import { generatorOf } from "./generators/registry.ts";

const heartbeatMilliseconds = 20_000;

/** Prolongs the lease while the work lasts; a refused heartbeat aborts the work, which another worker holds now. */
function startHeartbeat({ id, attempt }: ClaimedJob, { engine }: Tools) {
  const lost = new AbortController();
  const timer = setInterval(() => {
    engine.heartbeat(id, attempt).catch((error) => {
      if (error instanceof EngineRefusal) lost.abort(error);
    });
  }, heartbeatMilliseconds);
  return { signal: lost.signal, stop: () => clearInterval(timer) };
}

async function failJob(job: ClaimedJob, error: unknown, { engine }: Tools): Promise<string> {
  const failure = toFailure(error);
  try {
    const status = await engine.failJob(job.id, job.attempt, failure);
    return `${failure.code} -> ${status}`;
  } catch (refusal) {
    // The lease runs out by itself when even this cannot be told.
    return refusal instanceof EngineRefusal ? refusal.code : `${failure.code}, untold`;
  }
}

/** Runs one claimed job to the end of this attempt, and says in one log line how that went. Never throws. */
export async function runJob(job: ClaimedJob, tools: Tools): Promise<void> {
  const started = performance.now();
  const heartbeat = startHeartbeat(job, tools);
  let outcome: string;
  try {
    outcome = await generatorOf(job.type)(job, tools, heartbeat.signal);
  } catch (error) {
    outcome = error instanceof EngineRefusal ? error.code : await failJob(job, error, tools);
  } finally {
    heartbeat.stop();
  }
  const ms = Math.round(performance.now() - started);
  log("job", { job: job.id, type: job.type, attempt: job.attempt, outcome, ms });
}

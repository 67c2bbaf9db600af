import type { ClaimedJob } from "../../../lib/contract/worker.ts";
import { EngineRefusal } from "../_shared/call-database.ts";
import { JobFailure } from "../_shared/failure.ts";
import { log } from "../_shared/log.ts";
import type { Tools } from "../_shared/tools.ts";
import { attemptMilliseconds, timedOut } from "./attempt-time.ts";
import { failAttempt } from "./fail-attempt.ts";
import { type Generator, generatorOf } from "./generators/registry.ts";
import { holdWhile } from "./held-jobs.ts";

const heartbeatMilliseconds = 20_000;

/** Prolongs the lease while the work lasts; a refused heartbeat aborts the work, which another worker holds now. */
function startHeartbeat({ id, attempt }: ClaimedJob, { engine }: Tools, lost: AbortController) {
  const timer = setInterval(() => {
    engine.heartbeat(id, attempt).catch((error) => {
      if (error instanceof EngineRefusal) lost.abort(error);
    });
  }, heartbeatMilliseconds);
  return () => clearInterval(timer);
}

/** Does the work until it is done or `signal` aborts: then it is left alone, whether it heeds the signal or not. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    signal.addEventListener("abort", () => fail(signal.reason), { once: true });
    work.then(done, fail);
  });
}

/**
 * Runs one claimed job to the end of this attempt, at most until its deadline or the end of its process
 * (`processMilliseconds` from now), and says in one log line how that went. Never throws.
 */
export async function runJob(
  job: ClaimedJob,
  tools: Tools,
  processMilliseconds = Number.POSITIVE_INFINITY,
  generator: Generator = generatorOf(job.type),
): Promise<void> {
  const started = performance.now();
  const stopped = new AbortController();
  const stopHeartbeat = startHeartbeat(job, tools, stopped);
  const budget = attemptMilliseconds(job, processMilliseconds);
  const deadline = setTimeout(() => stopped.abort(new JobFailure(timedOut)), budget);
  let outcome: string;
  try {
    const work = holdWhile(job, tools, () => generator(job, tools, stopped.signal));
    outcome = await untilAborted(work, stopped.signal);
  } catch (error) {
    stopHeartbeat();
    outcome = error instanceof EngineRefusal ? error.code : await failAttempt(job, error, tools);
  } finally {
    stopHeartbeat();
    clearTimeout(deadline);
  }
  const ms = Math.round(performance.now() - started);
  log("job", { job: job.id, type: job.type, attempt: job.attempt, outcome, ms });
}

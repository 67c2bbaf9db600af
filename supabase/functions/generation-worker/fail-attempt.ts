import { EngineRefusal } from "../_shared/call-database.ts";
import { afterRetries, toFailure } from "../_shared/failure.ts";
import type { Tools } from "../_shared/tools.ts";

interface Attempt {
  /** The job's. */
  id: string;
  attempt: number;
  retry_count?: number;
}

/** Tells the database how an attempt failed, and says in a word what came of it. Never throws. */
export async function failAttempt(
  { id, attempt, retry_count = 0 }: Attempt,
  error: unknown,
  { engine }: Pick<Tools, "engine">,
): Promise<string> {
  const failure = afterRetries(toFailure(error), retry_count);
  try {
    const status = await engine.failJob(id, attempt, failure);
    return `${failure.code} -> ${status}`;
  } catch (refusal) {
    // The lease runs out by itself when even this cannot be told.
    return refusal instanceof EngineRefusal ? refusal.code : `${failure.code}, untold`;
  }
}

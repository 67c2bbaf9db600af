import type { SupabaseClient } from "@supabase/supabase-js";
import { isErrorCode } from "../../../lib/contract/errors.ts";

/** The database refused: another attempt holds the job, it has ended, or it is gone. Nothing is left to do. */
export class EngineRefusal extends Error {
  override name = "EngineRefusal";
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

interface CallError {
  code: string;
  message: string;
}

const uniqueViolation = "23505";
const conflicts = new Set(["40P01", "40001"]);
const maxTries = 3;
const patience = 15_000;

/** Fenced calls may also be sent again when the answer was lost: the second time finds the job done and refuses. */
function mayTryAgain(error: CallError, status: number, isFenced: boolean): boolean {
  return conflicts.has(error.code) || (isFenced && (status === 0 || status >= 502));
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Calls an SQL function. Throws EngineRefusal when it refuses, Error when the database fails. */
export type CallDatabase = (
  name: string,
  args: Record<string, unknown>,
  isFenced?: boolean,
) => Promise<unknown>;

/** Calls with at most 15 s of patience each, and once more where that can do no harm. */
export function openCalls(database: SupabaseClient): CallDatabase {
  return async function call(name, args, isFenced = false) {
    for (let turn = 1; ; turn += 1) {
      const { data, error, status } = await database
        .rpc(name, args)
        .abortSignal(AbortSignal.timeout(patience));
      if (!error) return data;
      if (isErrorCode(error.message)) throw new EngineRefusal(error.message);
      if (error.code === uniqueViolation) throw new EngineRefusal("already_taken");
      if (turn === maxTries || !mayTryAgain(error, status, isFenced))
        throw new Error(`${name}: ${error.message} (${error.code || status})`);
      await pause(turn * 100 * (0.5 + Math.random()));
    }
  };
}

import { ApiError } from "./api-error.ts";

/** Runs work in one of a limited number of slots. */
export type WithSlot = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets `count` calls work at once, in the order in which they came. Whoever waits longer than `patienceMs` for a slot is
 * refused in PostgREST's words, so that a database at its limit gives quick answers instead of an endless line. PostgREST
 * waits ten seconds by default (`db-pool-acquisition-timeout`).
 */
export function openSlots(count: number, patienceMs: number): WithSlot {
  const line: (() => void)[] = [];
  let free = count;

  function wait(): Promise<void> {
    return new Promise((done, fail) => {
      const enter = () => {
        clearTimeout(timer);
        done();
      };
      const timer = setTimeout(() => {
        line.splice(line.indexOf(enter), 1);
        fail(
          new ApiError(504, "PGRST003", "Timed out acquiring connection from connection pool.", null, null, {
            "retry-after": "1",
          }),
        );
      }, patienceMs);
      line.push(enter);
    });
  }

  return async (work) => {
    if (free > 0) free -= 1;
    else await wait();
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else free += 1;
    }
  };
}

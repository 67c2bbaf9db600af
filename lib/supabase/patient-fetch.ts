/** Longer than the 8 s after which the database itself ends a statement: who waits longer waits for nobody. */
const standardPatienceMs = 9000;

/** Two transactions were in each other's way, and this one was undone: it may simply be tried again. */
const conflicts = new Set(["40001", "40P01"]);
const maxTries = 3;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function lostToAnother(response: Response): Promise<boolean> {
  if (response.status < 500 || !response.headers.get("content-type")?.includes("json")) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return conflicts.has(String((body as { code?: unknown } | null)?.code));
}

/**
 * A `fetch` for the clients of the platform. Gives up, as a TimeoutError, when an answer takes longer than `patienceMs`,
 * so that a part that hangs is a part that is away. A call that lost a deadlock or a serialization conflict is made
 * again, three times at most in all, a moment later each time; then its error is the answer.
 */
export function patientFetch(patienceMs = standardPatienceMs, send: typeof fetch = fetch): typeof fetch {
  return async (input, init = {}) => {
    for (let turn = 1; ; turn += 1) {
      const late = AbortSignal.timeout(patienceMs);
      const signal = init.signal ? AbortSignal.any([init.signal, late]) : late;
      const response = await send(input, { ...init, signal });
      if (turn === maxTries || !(await lostToAnother(response))) return response;
      await pause(turn * 100 * (0.5 + Math.random()));
    }
  };
}

import { randomUUID } from "node:crypto";
import { exchange, IdleTimeoutError, type Parcel, pack } from "./exchange.ts";
import { type Ending, type FunctionProcess, type LaunchPlan, startProcess } from "./process.ts";
import { type RefusalCode, refuse } from "./refusal.ts";

const compute = "Function failed due to not having enough compute resources (please check logs)";

/** What the caller of a request that was under way hears, by the way the process ended. */
const refusals: Record<Ending, [RefusalCode, string]> = {
  failed: ["WORKER_ERROR", "Function exited due to an error (please check logs)"],
  boot: ["BOOT_ERROR", "Function failed to start (please check logs)"],
  cpu: ["WORKER_RESOURCE_LIMIT", compute],
  memory: ["WORKER_RESOURCE_LIMIT", compute],
  "wall-clock": ["WORKER_RESOURCE_LIMIT", compute],
  done: ["SERVICE_UNAVAILABLE", "The functions runtime ended while it handled the request"],
  stopped: ["SERVICE_UNAVAILABLE", "The functions runtime is stopping"],
  killed: ["SERVICE_UNAVAILABLE", "The functions runtime ended while it handled the request"],
};

/** Milliseconds to learn whether a broken connection means that the process has ended. */
const verdictMilliseconds = 1000;
const maxTurns = 5;

/** Serves one function: at most one process takes new requests, older ones finish what they have. */
export interface Runner {
  answer(request: Request, path: string): Promise<Response>;
  /** Starts the process before its first request. */
  warm(): void;
  /** Lets the present process finish; the next request gets a new one. */
  retire(): void;
  stop(): Promise<void>;
}

/** Opens a runner; Deno is started by the first request. `onChange` is told of every start and end of a process. */
export function openRunner(
  plan: () => LaunchPlan,
  idleTimeout: number,
  onChange: (alive: FunctionProcess[]) => void,
): Runner {
  const alive = new Set<FunctionProcess>();
  let current: FunctionProcess | undefined;

  function present(): FunctionProcess {
    if (current?.running() && !current.shift.retired) return current;
    const started = startProcess(plan());
    current = started;
    alive.add(started);
    onChange([...alive]);
    started.ended.then(() => {
      alive.delete(started);
      onChange([...alive]);
    });
    return started;
  }

  function endingOf(process: FunctionProcess): Promise<Ending> {
    const waited = new Promise<Ending>((done) => setTimeout(done, verdictMilliseconds, "killed").unref());
    return Promise.race([process.ended, waited]);
  }

  async function attempt(parcel: Parcel, turn = 1): Promise<Response> {
    const process = present();
    process.shift.begin();
    const port = await process.port.catch(() => 0);
    if (port === 0) {
      process.shift.finish();
      const ending = await process.ended;
      return refuse(...refusals[ending === "failed" ? "boot" : ending]);
    }
    const id = randomUUID();
    const receipt = { isBegun: false };
    process.receipts.set(id, receipt);
    try {
      const onClose = () => process.shift.finish();
      return await exchange(parcel, { id, port, agent: process.agent, idleTimeout, onClose });
    } catch (error) {
      if (error instanceof IdleTimeoutError)
        return refuse(
          "IDLE_TIMEOUT",
          `Request idle timeout limit (${Math.round(idleTimeout / 1000)}s) reached`,
        );
      const isUnheard = (error as NodeJS.ErrnoException).code === "ECONNREFUSED";
      // Nobody listens there any more, though the news of its end may still be on the way.
      if (isUnheard) process.end("killed");
      const ending = await endingOf(process);
      const isUnread = isUnheard || (!receipt.isBegun && !(parcel.body instanceof ReadableStream));
      // What the function's code never saw, because the process was killed before, is left to a new one.
      if (isUnread && turn < maxTurns && !parcel.signal.aborted) return attempt(parcel, turn + 1);
      return refuse(...refusals[ending]);
    } finally {
      process.receipts.delete(id);
    }
  }

  return {
    answer: async (request, path) => attempt(await pack(request, path)),
    warm: () => void present(),
    retire: () => current?.shift.retire(),
    async stop() {
      for (const process of alive) process.end("stopped");
      await Promise.all([...alive].map((process) => process.ended));
    },
  };
}

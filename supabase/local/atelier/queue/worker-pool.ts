import { Worker } from "node:worker_threads";
import type { RunContext } from "../models/model.ts";
import type { RunEnd, RunListener, Running } from "./runner.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** Threads that nobody uses are ended after this time, and their memory with them. */
const idleMs = 60_000;
/** A cancelled run that has not reached a checkpoint by then is ended by force. */
const cancelPatienceMs = 5_000;
const interrupted = "Prediction interrupted; please retry (code: PA)";

export interface WorkerPool {
  /** Runs the model in a free thread; the caller starts no more runs at once than the pool has threads. */
  run(
    model: string,
    input: Record<string, unknown>,
    listener: RunListener & { save: RunContext["file"] },
  ): Running;
  stop(): Promise<void>;
}

/** Up to `threads` worker threads, made when needed, with bounded heaps; a thread that dies fails only its own run. */
export function createWorkerPool(threads: number): WorkerPool {
  const idle: { worker: Worker; timer: NodeJS.Timeout }[] = [];
  const all = new Set<Worker>();

  function open(): Worker {
    const reused = idle.pop();
    if (reused) {
      clearTimeout(reused.timer);
      return reused.worker;
    }
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      stderr: false,
    });
    all.add(worker);
    worker.once("exit", () => all.delete(worker));
    return worker;
  }
  function giveBack(worker: Worker): void {
    if (!all.has(worker)) return;
    if (idle.length >= threads) return void worker.terminate();
    const entry = { worker, timer: setTimeout(retire, idleMs).unref() };
    idle.push(entry);
    function retire() {
      idle.splice(idle.indexOf(entry), 1);
      void worker.terminate();
    }
  }

  return {
    run(model, input, listener) {
      const worker = open();
      const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
      const saves: Promise<string>[] = [];
      const finished = new Promise<RunEnd>((resolve) => {
        worker.on("message", hear);
        worker.on("error", break_);
        worker.on("exit", break_);
        async function close(end: RunEnd) {
          worker.off("message", hear);
          worker.off("error", break_);
          worker.off("exit", break_);
          // A file that is still on its way to the disk belongs to this run, also when it is cancelled.
          await Promise.allSettled(saves);
          resolve(end);
        }
        function break_() {
          all.delete(worker);
          void close({ status: "failed", error: interrupted });
        }
        async function hear(message: FromWorker) {
          if (message.kind === "log") return listener.log(message.line);
          if (message.kind === "output") return listener.output(message.value);
          if (message.kind === "file") {
            const saved = listener.save(message.name, message.type, message.bytes);
            saves.push(saved);
            const reference = await saved.catch(() => null);
            worker.postMessage({ kind: "saved", file: message.file, reference } satisfies ToWorker);
            return;
          }
          giveBack(worker);
          void close(message.end);
        }
        worker.postMessage({ kind: "run", model, input, cancelFlag } satisfies ToWorker);
      });
      return {
        finished,
        cancel() {
          Atomics.store(cancelFlag, 0, 1);
          const force = setTimeout(() => void worker.terminate(), cancelPatienceMs).unref();
          void finished.then(() => clearTimeout(force));
        },
      };
    },
    async stop() {
      for (const { timer } of idle.splice(0)) clearTimeout(timer);
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

import { Cancelled, type Lane, type Model, type RunContext } from "../models/model.ts";
import type { OutputFiles } from "./output-files.ts";
import { referTo } from "./output-files.ts";
import type { OutputFile } from "./prediction.ts";
import { createWorkerPool, type WorkerPool } from "./worker-pool.ts";

/** How a run ended; `interrupted` means that the machine under it died, not that the input was bad. */
export type RunEnd =
  | { status: "succeeded"; output: unknown }
  | { status: "failed"; error: string }
  | { status: "canceled" };

export interface Running {
  finished: Promise<RunEnd>;
  /** Asks the model to stop at its next checkpoint. */
  cancel(): void;
}

/** What a run tells while it goes on. */
export interface RunListener {
  log(line: string): void;
  output(value: unknown): void;
  file(file: OutputFile): void;
}

export interface Runner {
  run(model: Model, input: Record<string, unknown>, listener: RunListener): Running;
  stop(): Promise<void>;
}

/** A progress line in tqdm's form. */
function progressLine(done: number, total: number, elapsedMs: number): string {
  const share = total === 0 ? 1 : done / total;
  const filled = Math.round(share * 20);
  const clock = (ms: number) => {
    const seconds = Math.round(ms / 1000);
    return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
  };
  const left = share > 0 ? clock((elapsedMs / share) * (1 - share)) : "?";
  const bar = "█".repeat(filled) + " ".repeat(20 - filled);
  const percent = String(Math.round(share * 100)).padStart(3);
  return `${percent}%|${bar}| ${done}/${total} [${clock(elapsedMs)}<${left}]`;
}

/** The context that a model sees, bound to a listener. `isCancelled` is asked at each checkpoint. */
export function createRunContext(
  listener: Pick<RunListener, "log" | "output">,
  saveFile: RunContext["file"],
  isCancelled: () => boolean,
): RunContext {
  const startedAt = performance.now();
  return {
    log: listener.log,
    output: listener.output,
    file: saveFile,
    progress: (done, total) => listener.log(progressLine(done, total, performance.now() - startedAt)),
    checkpoint() {
      if (isCancelled()) throw new Cancelled();
    },
  };
}

/** Turns what a model's run throws into an end. */
export function endOf(error: unknown): RunEnd {
  if (error instanceof Cancelled) return { status: "canceled" };
  return { status: "failed", error: error instanceof Error ? error.message : String(error) };
}

const lanesOfThisThread: readonly Lane[] = ["words", "speech"];

/**
 * Runs words and speech in this thread, videos in one worker thread of their own, which alone holds an encoder and a
 * scene in layers, and all else in `threads` worker threads.
 */
export function createRunner(files: OutputFiles, threads: number): Runner {
  const pool: WorkerPool = createWorkerPool(threads);
  const videos: WorkerPool = createWorkerPool(1);
  function saveInto(listener: RunListener): RunContext["file"] {
    return async (name, type, bytes) => {
      const file = await files.save(name, type, bytes);
      listener.file(file);
      return referTo(file);
    };
  }
  function runHere(model: Model, input: Record<string, unknown>, listener: RunListener): Running {
    let cancelled = false;
    const context = createRunContext(listener, saveInto(listener), () => cancelled);
    const finished = model
      .run(input, context)
      .then((output): RunEnd => ({ status: "succeeded", output }), endOf);
    return {
      finished,
      cancel() {
        cancelled = true;
      },
    };
  }
  return {
    run(model, input, listener) {
      if (lanesOfThisThread.includes(model.lane)) return runHere(model, input, listener);
      return (model.lane === "videos" ? videos : pool).run(`${model.owner}/${model.name}`, input, {
        ...listener,
        save: saveInto(listener),
      });
    },
    async stop() {
      await Promise.all([pool.stop(), videos.stop()]);
    },
  };
}

import { faultOf } from "../api/fault-kinds.ts";
import type { Lane, Model } from "../models/model.ts";
import type { Journal } from "./journal.ts";
import { createLanes } from "./lanes.ts";
import type { OutputFiles } from "./output-files.ts";
import {
  createPredictionId,
  hashOf,
  isFinished,
  type Prediction,
  type PredictionOrder,
} from "./prediction.ts";
import { defaultKeepMs, keepFor } from "./retention.ts";
import { endByFault, startPrediction } from "./run-prediction.ts";
import type { Runner, Running } from "./runner.ts";
import { createWatchers } from "./watchers.ts";
import type { WebhookSender } from "./webhook-sender.ts";

/** Longest run of one prediction, as on Replicate. */
const maxRunMs = 30 * 60_000;
/** A final webhook that a stopped process left undelivered is sent again within this time after the end. */
const webhookWindowMs = 60_000;

export interface Scheduler {
  create(order: PredictionOrder): Prediction;
  find(id: string): Prediction | null;
  /** All predictions, oldest first. */
  all(): Prediction[];
  /** Ends the prediction now if it is not finished; the machine stops at its next step. */
  cancel(prediction: Prediction): void;
  /** Resolves when the prediction has ended, or after `ms`. */
  whenFinished(prediction: Prediction, ms: number): Promise<void>;
  /** Removes the data of expired predictions now. */
  sweep(): Promise<void>;
  /** Stops all work; open predictions start again with the next process on the same folder. */
  stop(): Promise<void>;
}

export interface SchedulerOptions {
  journal: Journal;
  files: OutputFiles;
  runner: Runner;
  webhooks: WebhookSender;
  findModel: (name: string) => Model | null;
  /** How many runs of each lane go on at once. */
  concurrency: Record<Lane, number>;
  keepMs?: number;
  now?: () => number;
}

/** First in, first out per lane, a fixed number at once, every state written to the journal before anyone learns of it. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { journal, files, runner, webhooks, findModel, keepMs = defaultKeepMs, now = Date.now } = options;
  const lanes = createLanes(options.concurrency);
  const predictions = new Map<string, Prediction>();
  const runs = new Map<string, Running>();
  const timers = new Map<string, NodeJS.Timeout>();
  const watchers = createWatchers();
  let lastSequence = 0;
  let stopped = false;

  function settle(prediction: Prediction): void {
    prediction.webhookSettled = true;
    if (!stopped) journal.write(prediction);
  }

  function finish(prediction: Prediction, end: Partial<Prediction>): void {
    if (isFinished(prediction) || stopped) return;
    Object.assign(prediction, end, { completedAt: now() });
    clearTimeout(timers.get(prediction.id));
    timers.delete(prediction.id);
    journal.write(prediction);
    webhooks.notify(prediction, "completed", () => settle(prediction));
    watchers.wake(prediction.id);
  }

  function end(prediction: Prediction, status: "canceled" | "aborted"): void {
    runs.get(prediction.id)?.cancel();
    finish(prediction, { status, output: null });
  }

  function endAt(prediction: Prediction, time: number): void {
    const stop = () => end(prediction, prediction.startedAt === null ? "aborted" : "canceled");
    clearTimeout(timers.get(prediction.id));
    timers.set(prediction.id, setTimeout(stop, Math.max(0, time - now())).unref());
  }

  async function run(prediction: Prediction): Promise<void> {
    const model = findModel(prediction.model);
    if (isFinished(prediction) || stopped) return;
    if (!model) return finish(prediction, { status: "failed", error: "This model is no longer available." });
    Object.assign(prediction, { status: "processing", startedAt: now() });
    endAt(prediction, Math.min(prediction.deadline ?? Number.POSITIVE_INFINITY, now() + maxRunMs));
    journal.write(prediction);
    webhooks.notify(prediction, "start");
    const running = startPrediction(prediction, model, { runner, webhooks });
    runs.set(prediction.id, running);
    const outcome = await running.finished;
    runs.delete(prediction.id);
    if (isFinished(prediction)) await files.remove(prediction.files.splice(0));
    finish(prediction, endByFault(prediction, outcome));
  }

  function enqueue(prediction: Prediction): void {
    if (prediction.deadline !== null) endAt(prediction, prediction.deadline);
    if (faultOf(prediction, "stuck")) return;
    lanes.push(findModel(prediction.model)?.lane ?? "words", () => run(prediction));
  }

  function restore(prediction: Prediction): void {
    predictions.set(prediction.id, prediction);
    lastSequence = Math.max(lastSequence, prediction.sequence);
    if (isFinished(prediction)) {
      const fresh = now() - (prediction.completedAt ?? 0) < webhookWindowMs;
      if (!prediction.webhookSettled && fresh)
        webhooks.notify(prediction, "completed", () => settle(prediction));
      return;
    }
    Object.assign(prediction, { status: "starting", startedAt: null, output: null, logs: "", files: [] });
    enqueue(prediction);
  }

  journal.restored.forEach(restore);
  void files.removeStrays([...predictions.values()]);
  const retention = keepFor(keepMs, now, { predictions, journal, files });

  return {
    create(order) {
      lastSequence += 1;
      const prediction: Prediction = {
        ...order,
        id: createPredictionId(),
        sequence: lastSequence,
        inputHash: hashOf({ model: order.model, input: order.input }),
        status: "starting",
        output: null,
        error: null,
        logs: "",
        startedAt: null,
        completedAt: null,
        webhookSettled: order.webhook === null,
        dataRemoved: false,
        files: [],
      };
      predictions.set(prediction.id, prediction);
      journal.write(prediction);
      enqueue(prediction);
      return prediction;
    },
    find: (id) => predictions.get(id) ?? null,
    all: () => [...predictions.values()],
    cancel: (prediction) => end(prediction, "canceled"),
    whenFinished: (prediction, ms) =>
      isFinished(prediction) ? Promise.resolve() : watchers.wait(prediction.id, ms),
    sweep: () => retention.sweep(),
    async stop() {
      stopped = true;
      retention.stop();
      for (const timer of timers.values()) clearTimeout(timer);
      for (const running of runs.values()) running.cancel();
      watchers.wakeAll();
      await Promise.all([runner.stop(), webhooks.stop(), lanes.stop()]);
      journal.close();
    },
  };
}

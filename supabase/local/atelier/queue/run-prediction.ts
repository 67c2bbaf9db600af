import { setTimeout as sleep } from "node:timers/promises";
import { faultOf } from "../api/fault-kinds.ts";
import type { Model } from "../models/model.ts";
import type { Prediction } from "./prediction.ts";
import type { RunEnd, Runner, Running } from "./runner.ts";
import type { WebhookSender } from "./webhook-sender.ts";

/** Longest logs kept per prediction, in characters. */
const maxLogs = 100_000;
const blocked = "Error generating image: NSFW content detected.";

/** Runs the prediction's model and writes its logs, outputs and files into the prediction as they come. */
export function startPrediction(
  prediction: Prediction,
  model: Model,
  { runner, webhooks }: { runner: Runner; webhooks: WebhookSender },
): Running {
  const stopped = new AbortController();
  let inner: Running | null = null;

  async function run(): Promise<RunEnd> {
    const slow = faultOf(prediction, "slow-run");
    if (slow) await sleep(slow.delayMs ?? 2_000, undefined, { signal: stopped.signal }).catch(() => {});
    if (stopped.signal.aborted) return { status: "canceled" };
    inner = runner.run(model, prediction.input, {
      log(line) {
        if (stopped.signal.aborted) return;
        prediction.logs = `${prediction.logs}${line}\n`.slice(-maxLogs);
        webhooks.notify(prediction, "logs");
      },
      output(value) {
        if (stopped.signal.aborted) return;
        prediction.output = value;
        webhooks.notify(prediction, "output");
      },
      file: (file) => prediction.files.push(file),
    });
    return inner.finished;
  }
  return {
    finished: run(),
    cancel() {
      stopped.abort();
      inner?.cancel();
    },
  };
}

function withoutSome(output: unknown): unknown {
  return Array.isArray(output) ? output.slice(0, Math.floor(output.length / 2)) : null;
}

/** What the prediction is said to have come to: the truth, or what a fault makes of it. */
export function endByFault(prediction: Prediction, end: RunEnd): Partial<Prediction> {
  const fail = faultOf(prediction, "fail");
  if (fail) return { status: "failed", error: fail.error ?? blocked, output: null };
  if (faultOf(prediction, "abort")) return { status: "aborted", output: null };
  if (faultOf(prediction, "cancel")) return { status: "canceled", output: null };
  if (faultOf(prediction, "unknown-status")) return { status: "paused", output: null };
  if (faultOf(prediction, "missing-outputs") && end.status === "succeeded")
    return { ...end, output: withoutSome(end.output) };
  return end;
}

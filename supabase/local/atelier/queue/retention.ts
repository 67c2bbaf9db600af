import { findForgotten, type Journal } from "./journal.ts";
import type { OutputFiles } from "./output-files.ts";
import type { Prediction } from "./prediction.ts";

/** Inputs, outputs, logs and files go this long after the end, as on Replicate. */
export const defaultKeepMs = 60 * 60_000;
const sweepMs = 15_000;

/** True once the prediction's data may not be shown any more. */
export function isExpired(prediction: Prediction, keepMs: number, now: number): boolean {
  return prediction.completedAt !== null && now - prediction.completedAt >= keepMs;
}

/** Removes the data of expired predictions every quarter of a minute, and whole predictions beyond what is remembered. */
export function keepFor(
  keepMs: number,
  now: () => number,
  {
    predictions,
    journal,
    files,
  }: { predictions: Map<string, Prediction>; journal: Journal; files: OutputFiles },
): { sweep(): Promise<void>; stop(): void } {
  async function forget(prediction: Prediction): Promise<void> {
    const gone = prediction.files;
    Object.assign(prediction, { input: {}, output: null, logs: "", files: [], dataRemoved: true });
    journal.write(prediction);
    await files.remove(gone);
  }
  async function sweep(): Promise<void> {
    for (const prediction of predictions.values())
      if (!prediction.dataRemoved && isExpired(prediction, keepMs, now())) await forget(prediction);
    const old = findForgotten([...predictions.values()]).filter(({ dataRemoved }) => dataRemoved);
    for (const prediction of old) predictions.delete(prediction.id);
    journal.compact(predictions.values());
  }
  const timer = setInterval(() => void sweep(), sweepMs).unref();
  return { sweep, stop: () => clearInterval(timer) };
}

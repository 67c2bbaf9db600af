import type { RunContext } from "./model.ts";

const cancelCheckMs = 25;

/** A signal that follows the run's checkpoint, for work that waits on an AbortSignal. `stop` it when the run ends. */
export function followCheckpoint(context: RunContext): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const timer = setInterval(() => {
    try {
      context.checkpoint();
    } catch (cancelled) {
      controller.abort(cancelled);
    }
  }, cancelCheckMs);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

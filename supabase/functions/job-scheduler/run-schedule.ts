import { log } from "../_shared/log.ts";
import type { Tools } from "../_shared/tools.ts";
import { removeOrphans } from "./remove-orphans.ts";
import { sweepPredictions } from "./sweep-predictions.ts";
import { wakeWorker } from "./wake-worker.ts";

const steps = {
  // What has succeeded meanwhile is collected before its job is given up.
  predictions: sweepPredictions,
  reaped: ({ engine }: Tools) => engine.reapExpiredJobs(),
  woken: wakeWorker,
  orphans: removeOrphans,
};

/**
 * The safety net under every wake-up and webhook: asks the provider about open predictions, takes back what dead
 * workers held, wakes the worker, removes unused files. A step that fails does not keep the others from running.
 */
export async function runSchedule(tools: Tools): Promise<Record<string, unknown>> {
  const report: Record<string, unknown> = {};
  for (const [name, step] of Object.entries(steps)) {
    try {
      report[name] = await step(tools);
    } catch (error) {
      report[name] = "failed";
      log("schedule step failed", { step: name, error: String(error).slice(0, 500) });
    }
  }
  return report;
}

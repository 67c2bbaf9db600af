import { parseArgs } from "node:util";
import { runJobs } from "./jobs/run-jobs.ts";
import { print, printControl } from "./report.ts";

const { values } = parseArgs({
  options: {
    jobs: { type: "string", default: "10000" },
    kills: { type: "string", default: "120" },
    pauses: { type: "string", default: "60" },
    restarts: { type: "string", default: "12" },
    workers: { type: "string", default: "6" },
    seed: { type: "string", default: "1" },
    patience: { type: "string", default: "540" },
  },
});
const [jobs, kills, pauses, restarts] = [values.jobs, values.kills, values.pauses, values.restarts].map(
  Number,
);
if (!jobs || kills === undefined || pauses === undefined || restarts === undefined)
  throw new Error("--jobs, --kills, --pauses and --restarts are numbers");
const size = {
  workers: Number(values.workers),
  seed: Number(values.seed),
  patienceSeconds: Number(values.patience),
};
const share = Math.min(1, jobs / 10_000);

const passed = print(
  await runJobs({
    ...size,
    ...{ jobs, kills, pauses, restarts },
    hasFence: true,
    needed: {
      jobs,
      kills: 100 * share,
      pauses: 50 * share,
      restarts: 10 * share,
      reruns: 500 * share,
      refused: 20 * share,
    },
  }),
);
// The control needs no restarts and fewer jobs: only pauses make a stale worker.
const control = { jobs: Math.ceil(jobs / 10), kills: 5, pauses: Math.ceil(pauses / 3), restarts: 0 };
const isProven = printControl(await runJobs({ ...size, ...control, hasFence: false, needed: {} }));
process.exit(passed && isProven ? 0 : 1);

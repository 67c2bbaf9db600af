import { runJobs } from "./jobs/run-jobs.ts";
import { print, printControl } from "./report.ts";
import { readSizes } from "./sizes.ts";

const sizes = readSizes({
  jobs: 10_000,
  kills: 120,
  pauses: 60,
  restarts: 12,
  workers: 6,
  leaseSeconds: 2,
  patienceSeconds: 480,
  seed: 1,
});
const share = Math.min(1, sizes.jobs / 10_000);
const whole = { jobs: 10_000, kills: 100, pauses: 50, restarts: 10, reruns: 500, refused: 20 };
const needed = Object.fromEntries(Object.entries(whole).map(([name, least]) => [name, least * share]));

const passed = print(await runJobs({ ...sizes, hasFence: true, needed }));
// Only pauses make a stale worker, and duplicates show in fewer jobs.
const fewer = { jobs: Math.max(300, Math.ceil(sizes.jobs / 10)), kills: 0, pauses: 20, restarts: 0 };
const isProven = printControl(await runJobs({ ...sizes, ...fewer, hasFence: false, needed: {} }));
process.exit(passed && isProven ? 0 : 1);

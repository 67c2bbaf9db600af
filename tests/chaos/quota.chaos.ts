import { runQuota } from "./quota/run-quota.ts";
import { print, printControl } from "./report.ts";
import { readSizes } from "./sizes.ts";

const sizes = readSizes({ parallel: 50, rounds: 100 });
const passed = print(await runQuota({ ...sizes, isAtomic: true }));
const isProven = printControl(await runQuota({ ...sizes, rounds: 3, isAtomic: false }));
process.exit(passed && isProven ? 0 : 1);

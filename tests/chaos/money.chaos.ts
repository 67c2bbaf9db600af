import { runMoney } from "./money/run-money.ts";
import { print, printControl } from "./report.ts";
import { readSizes } from "./sizes.ts";

const sizes = readSizes({
  orders: 1000,
  twinEvery: 20,
  percent: 13,
  retryAfterSeconds: 1,
  patienceSeconds: 500,
});
const passed = print(await runMoney({ ...sizes, isCareless: false }));
const few = { ...sizes, orders: 80, retryAfterSeconds: 2, patienceSeconds: 60 };
const isProven = printControl(await runMoney({ ...few, isCareless: true }));
process.exit(passed && isProven ? 0 : 1);

import { print, printControl } from "./report.ts";
import { runSilence } from "./silence/run-silence.ts";
import { readSizes } from "./sizes.ts";
import { openChaosStack } from "./stack.ts";

const sizes = readSizes({
  universes: 6,
  cards: 10,
  outageSeconds: 60,
  checkSeconds: 10,
  patienceSeconds: 400,
});
/** The schedule as the migrations have it. */
const schedule = "10 seconds";
const withinSeconds = 120;

await using stack = await openChaosStack();
const size = { ...sizes, schedule, withinSeconds };
const isQuiet = print(await runSilence(stack, { ...size, outageSeconds: 0 }));
const isDark = print(await runSilence(stack, size));
const nothing = { ...size, schedule: null, universes: 1, outageSeconds: 0, patienceSeconds: 30 };
const isProven = printControl(await runSilence(stack, nothing));
process.exitCode = isQuiet && isDark && isProven ? 0 : 1;

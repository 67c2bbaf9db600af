import { relative } from "node:path";
import { type Environment, root } from "../config.ts";
import { onInterrupt } from "../interrupt.ts";
import { PlainError } from "../message.ts";
import { createProgress } from "../progress.ts";
import { type RunningStudio, startStudio } from "../serving.ts";

const accounts = ["educator@studio.test", "second@studio.test", "support@studio.test", "admin@studio.test"];

function finalBlock({ config, status }: RunningStudio): string {
  const ready = `Studio ready on ${config.studioUrl}`;
  if (!status) return `\n  Serving against ${process.env.NEXT_PUBLIC_SUPABASE_URL}\n\n${ready}\n`;
  const rows = [
    ["Studio", status.studioUrl],
    ["API", status.apiUrl],
    ["Mail inbox", status.mailUrl],
    ["Models", status.modelsUrl],
    ["Database", status.dbUrl],
    ["Data", relative(root, config.dataDir) || config.dataDir],
  ].map(([name = "", value]) => `  ${name.padEnd(12)}${value}`);
  const people = [
    "",
    "  Demo accounts, password magikswipe-demo:",
    ...accounts.map((email) => `    ${email}`),
  ];
  return ["", ...rows, ...people, "", ready].join("\n");
}

/** Runs a studio until Ctrl-C or until a part breaks. */
export async function runStudio(mode: "start" | "dev", env: Environment = {}): Promise<number> {
  const interrupt = onInterrupt();
  const progress = createProgress();
  let studio: RunningStudio;
  try {
    studio = await startStudio({ mode, progress, interrupt, env });
  } catch (error) {
    if (interrupt.signal.aborted) return 130;
    throw error;
  }
  if (!interrupt.signal.aborted) progress.line(finalBlock(studio));
  const outcome = await Promise.race([studio.broken, interrupt.requested]);
  progress.line("\n  Stopping");
  await studio.stop();
  if (outcome instanceof PlainError) throw outcome;
  return 0;
}

/** `npm start`: the whole product, built. */
export function run(): Promise<number> {
  return runStudio("start");
}

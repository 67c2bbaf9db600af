import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./config.ts";
import { describeError } from "./message.ts";

/** Every command: `run` gets the arguments behind its name and gives the exit code. */
const commands: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  start: () => import("./commands/start.ts"),
  dev: () => import("./commands/dev.ts"),
  status: () => import("./commands/status.ts"),
  reset: () => import("./commands/reset.ts"),
  test: () => import("./commands/test.ts"),
  types: () => import("./commands/types.ts"),
  purge: () => import("./commands/purge.ts"),
  bench: () => import("./commands/bench.ts"),
  chaos: () => import("./commands/chaos.ts"),
  speech: () => import("./commands/speech.ts"),
};

for (const file of [".env.local", ".env"])
  if (existsSync(join(root, file))) process.loadEnvFile(join(root, file));

const [name = "", ...args] = process.argv.slice(2);
const load = commands[name];
if (!load) {
  console.error(`Unknown command "${name}". There are: ${Object.keys(commands).join(", ")}.`);
  process.exit(1);
}
try {
  const command = await load();
  process.exit(await command.run(args));
} catch (error) {
  console.error(`\n${describeError(error)}`);
  process.exit(1);
}

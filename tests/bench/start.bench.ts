import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../supabase/local/config.ts";
import { freePort } from "../../supabase/local/scratch.ts";
import { report } from "./bench-kit.ts";

// From `npm start` to "Studio ready" on a fresh clone (install, build, migrations), and once more with all of it there.
// The peer of both is 8 s, the goal of a warm start.
const goal = 8;

async function untilReady(folder: string, env: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  const studio = spawn("npm", ["start"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  const ended = new Promise<void>((done) => studio.once("exit", () => done()));
  try {
    return await new Promise<number>((ready, fail) => {
      const read = (chunk: Buffer) => {
        output += chunk;
        if (output.includes("Studio ready on")) ready((performance.now() - started) / 1000);
      };
      studio.stdout.on("data", read);
      studio.stderr.on("data", read);
      studio.once("exit", (code) => fail(new Error(`npm start ended with ${code}:\n${output}`)));
    });
  } finally {
    if (studio.pid) process.kill(-studio.pid, "SIGINT");
    await ended;
  }
}

const folder = mkdtempSync(join(tmpdir(), "studio-bench-"));
try {
  const cloned = spawnSync("git", ["clone", "--quiet", root, folder], { encoding: "utf8" });
  if (cloned.status !== 0) throw new Error(cloned.stderr);
  const names = ["PORT", "SUPABASE_PORT", "SUPABASE_DB_PORT", "MODELS_PORT", "MAIL_PORT"];
  const ports = await Promise.all(names.map(async (name) => [name, String(await freePort())]));
  const { STUDIO_DATA_DIR: _, TEST_STACK_STATUS: __, ...rest } = process.env;
  const env = { ...rest, ...Object.fromEntries(ports) };
  report({
    name: "cold start of a fresh clone (peer: 8 s)",
    value: await untilReady(folder, env),
    unit: "s",
    peer: goal,
  });
  const warm = [];
  for (let round = 0; round < 3; round++) warm.push(await untilReady(folder, env));
  report({
    name: "warm start (peer: 8 s)",
    value: warm.sort((a, b) => a - b)[1] ?? 0,
    unit: "s",
    peer: goal,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

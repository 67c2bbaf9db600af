import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Replicate from "replicate";
import { root } from "../../supabase/local/config.ts";
import { freePort } from "../../supabase/local/scratch.ts";
import { median, report, sizeFromEnv } from "./bench-kit.ts";

// What the embedded models take for one piece each on one core, and how much memory they need for two pictures and one
// film at once. The peers are the goals: 0.4 s, 4 s, 2 s and 700 MB.
const rounds = sizeFromEnv("BENCH_ROUNDS", 5);
const folder = await mkdtemp(join(tmpdir(), "atelier-bench-"));
const port = await freePort();
const env = { ...process.env, STUDIO_DATA_DIR: folder, MODELS_PORT: String(port) };
const script = join(root, "supabase/local/atelier/server.ts");
// Everything runs on the first core; where there is no taskset, on all of them.
const server = spawn("taskset", ["-c", "0", process.execPath, script], { env, stdio: "ignore" });
const client = new Replicate({ auth: "bench", baseUrl: `http://127.0.0.1:${port}/v1` });

async function untilReady(): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error("The Atelier did not start.");
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    if (answer?.ok) return;
    await pause(50);
  }
}

/** Makes one piece to its end. Gives the seconds from its start to its end, as the model itself counts them. */
async function make(
  model: string,
  input: Record<string, unknown>,
): Promise<{ seconds: number; output: unknown }> {
  const made = await client.predictions.create({ model, input });
  const done = await client.wait(made, { interval: 20 });
  if (done.status !== "succeeded") throw new Error(`${model}: ${done.error}`);
  return { seconds: done.metrics?.predict_time ?? Number.NaN, output: done.output };
}

/** Bytes that the server and its children hold in memory; what they share counts once for each of them. */
async function residentBytes(): Promise<number> {
  const children = new Set([server.pid]);
  let sum = 0;
  for (const name of (await readdir("/proc"))
    .filter((entry) => /^\d+$/.test(entry))
    .sort((a, b) => +a - +b)) {
    try {
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      if (!children.has(Number(/PPid:\s+(\d+)/.exec(status)?.[1])) && Number(name) !== server.pid) continue;
      children.add(Number(name));
      sum += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    } catch {
      // It ended meanwhile.
    }
  }
  return sum;
}

const things = ["lion", "octopus", "rocket", "excavator", "cow", "fire engine"];
const picture = (round: number) => ({ prompt: `a friendly ${things[round % things.length]}`, seed: round });

try {
  await untilReady();
  const first = await make("atelier/picture", picture(0));
  const image = String((first.output as string[])[0]);
  const seconds = { picture: [] as number[], video: [] as number[], music: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const painted = await make("atelier/picture", picture(round + 1));
    seconds.picture.push(painted.seconds);
    const film = {
      image: String((painted.output as string[])[0]),
      duration: 4,
      resolution: 720,
      seed: round,
    };
    seconds.video.push((await make("atelier/video", film)).seconds);
    seconds.music.push((await make("atelier/music", { theme: "jungle", duration: 25, seed: round })).seconds);
  }
  report({ name: "atelier_picture", value: median(seconds.picture), unit: "s", peer: 0.4 });
  report({ name: "atelier_4s_video", value: median(seconds.video), unit: "s", peer: 4 });
  report({ name: "atelier_25s_music", value: median(seconds.music), unit: "s", peer: 2 });

  let largest = 0;
  const work = Promise.all([
    make("atelier/video", { image, duration: 4, resolution: 720, seed: 99 }),
    make("atelier/picture", picture(7)),
    make("atelier/picture", picture(8)),
  ]);
  let isDone = false;
  const ended = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    largest = Math.max(largest, await residentBytes());
    await Promise.race([ended, pause(50)]);
  }
  report({ name: "atelier_memory", value: largest / 1_048_576, unit: "MB", peer: 700 });
} finally {
  server.kill("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Replicate from "replicate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openKeyring } from "../keyring.ts";

const script = fileURLToPath(new URL("./server.ts", import.meta.url));
let folder: string;
let port: number;
const children: ChildProcess[] = [];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function start(): ChildProcess {
  const env = { ...process.env, STUDIO_DATA_DIR: folder, MODELS_PORT: String(port), ATELIER_FAULTS: "1" };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "ignore", "pipe"] });
  children.push(child);
  return child;
}

async function startAndWait(): Promise<ChildProcess> {
  const child = start();
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/health`)).status;
  await expect.poll(() => ready().catch(() => 0), { interval: 50 }).toBe(200);
  return child;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atelier-server-"));
  port = await freePort();
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await rm(folder, { recursive: true, force: true });
});

describe("the Atelier's process", () => {
  it("finishes after a kill what it had promised before", async () => {
    const first = await startAndWait();
    const client = new Replicate({ auth: "t", baseUrl: `http://127.0.0.1:${port}/v1` });
    const body = JSON.stringify({ kind: "slow-run", delayMs: 3_000 });
    await fetch(`http://127.0.0.1:${port}/control/faults`, { method: "POST", body });
    const input = { theme: "ocean", count: 5 };
    const made = await client.predictions.create({ model: "atelier/concepts", input });
    await expect
      .poll(async () => (await client.predictions.get(made.id)).status)
      .toMatch(/^(processing|succeeded)$/);
    first.kill("SIGKILL");
    await once(first, "exit");
    await startAndWait();
    const done = await client.wait(made, { interval: 100 });
    expect(done).toMatchObject({ status: "succeeded", input });
  });

  it("signs with the stack's own secret", async () => {
    await startAndWait();
    const client = new Replicate({ auth: "t", baseUrl: `http://127.0.0.1:${port}/v1` });
    const keys = await openKeyring(folder);
    expect((await client.webhooks.default.secret.get()).key).toBe(keys.webhookSecret);
  });

  it("ends when it is asked to, and says so with code 0", async () => {
    const child = await startAndWait();
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
  });

  it("says which port is taken, and leaves the other's data alone", async () => {
    await startAndWait();
    const second = start();
    let said = "";
    second.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    const [code] = await once(second, "exit");
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken`);
  });
});

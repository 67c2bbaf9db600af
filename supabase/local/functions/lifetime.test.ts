import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readStackConfig } from "../config.ts";
import { openKeyring } from "../keyring.ts";
import type { Service } from "../service.ts";
import { createFunctionsService } from "./service.ts";

const fixtures = fileURLToPath(new URL("./fixtures", import.meta.url));
let workDir: string;
beforeEach(async () => {
  workDir = await mkdtemp(join(tmpdir(), "functions-"));
});
afterEach(() => rm(workDir, { recursive: true }));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("the lifetime of Deno", () => {
  it("ends with the stack, even when the stack is killed while a function blocks its thread", async () => {
    const stack = spawn(process.execPath, [join(fixtures, "stack-process.ts")], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, STUDIO_DATA_DIR: workDir },
    });
    const [line] = await once(createInterface({ input: stack.stdout }), "line");
    const pid = Number(line);
    await new Promise((done) => setTimeout(done, 300));
    expect(isAlive(pid)).toBe(true);
    stack.kill("SIGKILL");
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});

describe("a running service", () => {
  const folder = () => join(workDir, "functions");
  const write = (text: string) =>
    writeFile(
      join(folder(), "hello", "index.ts"),
      `export default { fetch: () => new Response("${text}") };`,
    );
  let service: Service;

  beforeEach(async () => {
    await cp(join(fixtures, "config.toml"), join(folder(), "config.toml"));
    await cp(join(fixtures, "serve-style"), join(folder(), "hello"), { recursive: true });
    await writeFile(join(folder(), "config.toml"), "[functions.hello]\nverify_jwt = false\n");
    await write("one");
    const config = readStackConfig({ STUDIO_DATA_DIR: join(workDir, "data") });
    service = await createFunctionsService(
      { config, keys: await openKeyring(config.dataDir), sql: undefined as never, log: () => {} },
      { folder: folder(), configFile: join(folder(), "config.toml"), reload: true },
    );
  });
  afterEach(() => service.stop());

  const call = async () => (await service.handle(new Request("http://x.test/functions/v1/hello"))).text();

  it("has its processes ready before the first request", async () => {
    const pids = async () => readFile(join(workDir, "data", "functions.pid"), "utf8");
    expect(await pids()).toMatch(/^\d+\n$/);
    expect(await call()).toBe("one");
    expect(await pids()).toMatch(/^\d+\n$/);
  });

  it("serves the changed code after a file was written", async () => {
    expect(await call()).toBe("one");
    await write("two");
    await expect.poll(call, { interval: 100 }).toBe("two");
  });
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readStackConfig } from "../config.ts";
import { type Keyring, openKeyring } from "../keyring.ts";
import type { Service } from "../service.ts";
import { createFunctionsService } from "./service.ts";

// Deno starts and stops here, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = fileURLToPath(new URL("./fixtures", import.meta.url));
const lines: string[] = [];
let dataDir: string;
let keys: Keyring;
let service: Service;

async function openService(
  limits: Partial<Record<"wallClock" | "idle", number>> = {},
  idleTimeout = 150_000,
) {
  const config = readStackConfig({ STUDIO_DATA_DIR: dataDir, SUPABASE_PORT: "55701", MODELS_PORT: "55730" });
  const log = (_part: string, message: string, detail?: Record<string, unknown>) =>
    void lines.push(`${detail?.function} ${detail?.level} ${message}`);
  return createFunctionsService(
    { config, keys, log, sql: undefined as never },
    {
      folder,
      warm: false,
      configFile: join(folder, "config.toml"),
      environment: { STUDIO_URL: "http://studio.test", SECRET_OF_THE_HOST: "x" },
      limits: { wallClock: 150_000, idle: 600_000, cpu: 2000, memoryMegabytes: 256, boot: 30_000, ...limits },
      requestIdleTimeout: idleTimeout,
    },
  );
}

const call = (path: string, init?: RequestInit & { duplex?: "half" }) =>
  service.handle(new Request(`http://127.0.0.1:55701/functions/v1${path}`, init));
const json = async (path: string, init?: RequestInit) => (await call(path, init)).json();
const pids = async () =>
  (await readFile(join(dataDir, "functions.pid"), "utf8")).trim().split("\n").map(Number);

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "functions-"));
  keys = await openKeyring(dataDir);
  service = await openService();
});
afterAll(async () => {
  await service.stop();
  await rm(dataDir, { recursive: true });
});

describe("a request reaches the function", () => {
  it("shows it its own path, the query and the headers", async () => {
    const seen = await json("/echo?a=1&b=%20", { headers: { apikey: "sb_x", "x-mine": "yes" } });
    expect(seen).toMatchObject({ method: "GET", path: "/echo", query: "?a=1&b=%20" });
    expect(seen.headers).toMatchObject({ apikey: "sb_x", "x-mine": "yes", host: "127.0.0.1:55701" });
  });

  it("returns the status that the function chose", async () => {
    for (const code of [200, 201, 404, 418, 503])
      expect((await call(`/echo/status?code=${code}`)).status).toBe(code);
    const failed = await call("/echo/status?code=503");
    expect(failed.headers.get("sb-error-code")).toBe("EDGE_FUNCTION_ERROR");
    const empty = await call("/echo/empty");
    expect([empty.status, empty.body]).toEqual([204, null]);
  });

  it("carries 5 MB in both directions unchanged", async () => {
    const sent = crypto.getRandomValues(new Uint8Array(65_536));
    const body = Buffer.concat(Array.from({ length: 80 }, () => sent));
    for (const verb of ["body", "pipe"]) {
      const back = Buffer.from(await (await call(`/echo/${verb}`, { method: "POST", body })).arrayBuffer());
      expect(back.equals(body)).toBe(true);
    }
  });

  it("streams the answer as the function writes it", async () => {
    const answer = await call("/echo/stream");
    const arrivals: number[] = [];
    for await (const _chunk of answer.body ?? []) arrivals.push(performance.now());
    expect(arrivals.length).toBeGreaterThan(1);
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(200);
  });

  it("keeps two cookies apart", async () => {
    expect((await call("/echo/cookies")).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("hands it the preflight, so that the function decides on CORS", async () => {
    const answer = await call("/echo", { method: "OPTIONS", headers: { origin: "http://a.test" } });
    expect([answer.status, await answer.text()]).toEqual([200, "ok"]);
  });

  it("serves many requests at once in one process", async () => {
    const pid = await json("/echo/pid");
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 100 }, () => call("/echo/slow?ms=300")));
    expect(answers.map((answer) => answer.status)).toEqual(Array(100).fill(200));
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(await json("/echo/pid")).toBe(pid);
  });

  it("understands functions that call Deno.serve", async () => {
    expect(await (await call("/serve-style/a/b")).text()).toBe("served /serve-style/a/b");
  });

  it("lets a function import the shared contract and packages without the network", async () => {
    expect(await json("/echo/contract")).toBe(true);
  });
});

describe("the environment of a function", () => {
  it("has the hosted names, and the embedded models when no provider is configured", async () => {
    const env = await json("/echo/env");
    expect(env).toMatchObject({
      SUPABASE_URL: "http://127.0.0.1:55701",
      SUPABASE_SECRET_KEYS: JSON.stringify({ default: keys.secretKey }),
      SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: keys.publishableKey }),
      REPLICATE_API_TOKEN: "atelier",
      REPLICATE_BASE_URL: "http://127.0.0.1:55730/v1",
      REPLICATE_WEBHOOK_SIGNING_SECRET: keys.webhookSecret,
      STUDIO_URL: "http://studio.test",
    });
    expect(JSON.parse(env.SUPABASE_JWKS)).toEqual(keys.jwks);
    expect(env.SB_EXECUTION_ID).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("shows nothing else of the host", async () => {
    expect(Object.keys(await json("/echo/env"))).not.toContain("SECRET_OF_THE_HOST");
  });

  it("cannot read or write the host's files", async () => {
    expect(await json("/echo/read?file=/etc/passwd")).toMatchObject({ ok: false, name: "NotCapable" });
    expect(await json(`/echo/read?file=${join(dataDir, "keys.json")}`)).toMatchObject({ ok: false });
    expect(await json("/echo/write")).toMatchObject({ ok: false, name: "NotCapable" });
  });
});

describe("who may call", () => {
  const user = () =>
    keys.sign({ sub: "u1", role: "authenticated", iat: 1, exp: Math.floor(Date.now() / 1000) + 60 });
  const refused = async (headers: Record<string, string>) => {
    const answer = await call("/guarded", { headers });
    return [answer.status, answer.headers.get("sb-error-code")];
  };

  it("a guarded function accepts a user's token and knows the user", async () => {
    const answer = await call("/guarded", { headers: { authorization: `Bearer ${await user()}` } });
    expect(await answer.json()).toEqual({ mode: "user", id: "u1" });
  });

  it("a guarded function refuses a call without a token", async () => {
    expect(await refused({})).toEqual([401, "UNAUTHORIZED_NO_AUTH_HEADER"]);
  });

  it("a guarded function refuses API keys, which are no tokens", async () => {
    for (const key of [keys.publishableKey, keys.secretKey])
      expect(await refused({ authorization: `Bearer ${key}`, apikey: key })).toEqual([
        401,
        "UNAUTHORIZED_INVALID_JWT_FORMAT",
      ]);
  });

  it("a guarded function refuses forged and expired tokens", async () => {
    const [head, , tail] = (await user()).split(".");
    const body = Buffer.from(JSON.stringify({ sub: "u2", role: "authenticated", exp: 9e9 })).toString(
      "base64url",
    );
    const expired = await keys.sign({ sub: "u1", role: "authenticated", exp: 1000 });
    for (const token of [`${head}.${body}.${tail}`, expired])
      expect(await refused({ authorization: `Bearer ${token}` })).toEqual([
        401,
        "UNAUTHORIZED_ASYMMETRIC_JWT",
      ]);
    const unsigned = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    expect(await refused({ authorization: `Bearer ${unsigned}.${body}.` })).toEqual([
      401,
      "UNAUTHORIZED_UNSUPPORTED_TOKEN_ALGORITHM",
    ]);
  });

  it("a guarded function lets a preflight through", async () => {
    expect((await call("/guarded", { method: "OPTIONS" })).status).toBeLessThan(300);
  });
});

describe("what cannot be served", () => {
  it("answers 404 for a function that does not exist, is switched off or is shared code", async () => {
    for (const name of ["nothing", "switched-off", "_shared", "..%2fecho", ""]) {
      const answer = await call(`/${name}`);
      expect([answer.status, await answer.json()]).toEqual([
        404,
        { code: "NOT_FOUND", message: "Requested function was not found" },
      ]);
    }
  });

  it("answers 503 BOOT_ERROR for a function that cannot start, and logs why", async () => {
    const answer = await call("/broken", { method: "POST", body: "x" });
    expect([answer.status, (await answer.json()).code]).toEqual([503, "BOOT_ERROR"]);
    expect(
      lines.some((line) => line.startsWith("broken") && line.includes("This function cannot start")),
    ).toBe(true);
  });

  it("answers 500 when the handler throws, and keeps serving", async () => {
    const answer = await call("/echo/throw");
    expect([answer.status, await answer.text()]).toEqual([500, "Internal Server Error"]);
    expect((await call("/echo")).status).toBe(200);
  });
});

describe("background work", () => {
  let server: Server;
  const calls: number[] = [];
  beforeAll(async () => {
    server = createServer((_request, response) => {
      calls.push(performance.now());
      response.end();
    });
    await new Promise<void>((done) => server.listen(55_790, "127.0.0.1", done));
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it("given to waitUntil goes on after the response", async () => {
    const port = (server.address() as AddressInfo).port;
    const answer = await call(`/echo/background?call=http://127.0.0.1:${port}/`);
    expect(await answer.json()).toBe("answered");
    const answered = performance.now();
    await expect.poll(() => calls.length, { timeout: 15_000 }).toBe(1);
    expect(calls[0]).toBeGreaterThan(answered);
  });
});

describe("when a process dies", () => {
  it("by SIGKILL, the requests under way get 503 and the next one is served by a new process", async () => {
    const pid: number = await json("/echo/pid");
    expect(await pids()).toContain(pid);
    const headers = { "content-length": "1" };
    const waiting = call("/echo/slow?ms=5000", { method: "POST", body: "x", headers });
    await new Promise((done) => setTimeout(done, 100));
    process.kill(pid, "SIGKILL");
    const answer = await waiting;
    expect([answer.status, (await answer.json()).code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
    expect(await json("/echo/served")).toBe(1);
    expect(await pids()).not.toContain(pid);
  });

  it("by SIGKILL while idle, a call at once succeeds", async () => {
    for (let round = 0; round < 5; round += 1) {
      process.kill(await json("/echo/pid"), "SIGKILL");
      const answer = await call("/echo/body", {
        method: "POST",
        body: "x",
        headers: { "content-length": "1" },
      });
      expect([answer.status, await answer.text()]).toEqual([200, "x"]);
    }
  });

  it("by an error outside the handler, the caller gets 500 WORKER_ERROR", async () => {
    const answer = await call("/echo/reject");
    expect([answer.status, (await answer.json()).code]).toEqual([500, "WORKER_ERROR"]);
    expect((await call("/echo")).status).toBe(200);
  });

  it("by a full memory, the caller gets 546", async () => {
    const answer = await call("/echo/memory");
    expect([answer.status, (await answer.json()).code]).toEqual([546, "WORKER_RESOURCE_LIMIT"]);
    expect((await call("/echo")).status).toBe(200);
  });

  it("by an endless loop, the caller gets 546", async () => {
    const answer = await call("/echo/loop");
    expect([answer.status, (await answer.json()).code]).toEqual([546, "WORKER_RESOURCE_LIMIT"]);
    expect((await call("/echo")).status).toBe(200);
  });
});

describe("time limits", () => {
  it("give up a silent request with 504 and leave the process alone", async () => {
    const impatient = await openService({}, 2000);
    const handle = (path: string) => impatient.handle(new Request(`http://x.test/functions/v1${path}`));
    const pid = await (await handle("/echo/pid")).json();
    const answer = await handle("/echo/slow?ms=20000");
    expect([answer.status, (await answer.json()).code]).toEqual([504, "IDLE_TIMEOUT"]);
    expect(await (await handle("/echo/pid")).json()).toBe(pid);
    await impatient.stop();
  });

  it("give new requests a fresh process after half the wall clock, and end the old one after all of it", async () => {
    const short = await openService({ wallClock: 6000 });
    const handle = (path: string) => short.handle(new Request(`http://x.test/functions/v1${path}`));
    const pid = await (await handle("/echo/pid")).json();
    const stuck = handle("/echo/slow?ms=20000");
    await new Promise((done) => setTimeout(done, 3500));
    expect((await handle("/echo")).status).toBe(200);
    expect(await pids()).toHaveLength(2);
    expect((await stuck).status).toBe(546);
    expect(await pids()).not.toContain(pid);
    await short.stop();
    expect(await readFile(join(dataDir, "functions.pid"), "utf8")).toBe("");
  });
});

describe("the log", () => {
  it("has what a function says, under its name, also in the file", async () => {
    await call("/echo/say");
    await expect.poll(() => lines.join("\n"), { timeout: 10_000 }).toContain("echo info a line for the log");
    await expect.poll(() => lines.join("\n"), { timeout: 10_000 }).toContain("echo error a line of trouble");
    expect(await readFile(join(dataDir, "functions.log"), "utf8")).toContain("echo info a line for the log");
  });
});

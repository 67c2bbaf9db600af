import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, dataDir, json, openFunctions, openService, pids } from "./testing/open-functions.ts";

openFunctions();

describe("background work", () => {
  let server: Server;
  let isAnswered = false;
  /** Of each call, whether the function had answered by then. */
  const calls: boolean[] = [];
  beforeAll(async () => {
    server = createServer((_request, response) => {
      calls.push(isAnswered);
      response.end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it("given to waitUntil goes on after the response", async () => {
    const port = (server.address() as AddressInfo).port;
    const answer = await call(`/echo/background?call=http://127.0.0.1:${port}/`);
    expect(await answer.json()).toBe("answered");
    isAnswered = true;
    await call("/echo/go");
    await expect.poll(() => calls).toEqual([true]);
  });
});

describe("when a process dies", () => {
  it("by SIGKILL, the requests under way get 503 and the next one is served by a new process", async () => {
    const pid: number = await json("/echo/pid");
    expect(await pids()).toContain(pid);
    const headers = { "content-length": "1" };
    const waiting = call("/echo/slow?ms=600000", { method: "POST", body: "x", headers });
    await expect.poll(() => json("/echo/waiting")).toBe(1);
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
    const impatient = await openService({}, 4000);
    const handle = (path: string) => impatient.handle(new Request(`http://x.test/functions/v1${path}`));
    const pid = await (await handle("/echo/pid")).json();
    const answer = await handle("/echo/slow?ms=600000");
    expect([answer.status, (await answer.json()).code]).toEqual([504, "IDLE_TIMEOUT"]);
    expect(await (await handle("/echo/pid")).json()).toBe(pid);
    await impatient.stop();
  });

  it("give new requests a fresh process after half the wall clock, and end the old one after all of it", async () => {
    const short = await openService({ wallClock: 6000 });
    const handle = (path: string) => short.handle(new Request(`http://x.test/functions/v1${path}`));
    const pid = await (await handle("/echo/pid")).json();
    const stuck = handle("/echo/slow?ms=600000");
    await expect.poll(async () => (await handle("/echo/pid")).json(), { interval: 200 }).not.toBe(pid);
    expect((await stuck).status).toBe(546);
    expect(await pids()).not.toContain(pid);
    await short.stop();
    expect(await readFile(join(dataDir, "functions.pid"), "utf8")).toBe("");
  });
});

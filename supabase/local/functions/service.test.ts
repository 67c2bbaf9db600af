import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, dataDir, json, keys, lines, openFunctions } from "./testing/open-functions.ts";

openFunctions();

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
    const body = (await call("/echo/stream")).body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await body?.read())?.value).toBe("beginning");
    await call("/echo/go");
    expect((await body?.read())?.value).toBe(" and end");
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
    const answers = await Promise.all(Array.from({ length: 100 }, () => json("/echo/gather?count=100")));
    expect(answers).toEqual(Array(100).fill("together"));
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

describe("the log", () => {
  it("has what a function says, under its name, also in the file", async () => {
    await call("/echo/say");
    await expect.poll(() => lines.join("\n")).toContain("echo info a line for the log");
    await expect.poll(() => lines.join("\n")).toContain("echo error a line of trouble");
    expect(await readFile(join(dataDir, "functions.log"), "utf8")).toContain("echo info a line for the log");
  });
});

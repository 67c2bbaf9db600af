import { describe, expect, it } from "vitest";
import { anonClient, serviceClient, stack } from "../setup/stack.ts";

const url = (path: string) => `${stack().status.functionsUrl}${path}`;

describe("functions through the gateway", () => {
  it("answer a supabase-js client, and hand it their refusals", async () => {
    const invoke = () => serviceClient().functions.invoke("generation-worker", { body: { any: "thing" } });
    // Whether it leaves work for another call depends on what others have queued.
    await expect.poll(async () => (await invoke()).data).toMatchObject({ isEmpty: expect.any(Boolean) });
    const refused = await anonClient().functions.invoke("generation-worker", { body: {} });
    expect(refused.error?.context.status).toBe(401);
  });

  it("that do not exist are a 404 in the platform's words", async () => {
    const { error } = await anonClient().functions.invoke("no-such-function");
    expect(error?.context.status).toBe(404);
    const answer = await fetch(url("/no-such-function"));
    expect(answer.headers.get("sb-error-code")).toBe("NOT_FOUND");
    expect(await answer.json()).toEqual({ code: "NOT_FOUND", message: "Requested function was not found" });
  });

  it("answer a browser's preflight themselves", async () => {
    const headers = { origin: "https://studio.test", "access-control-request-method": "POST" };
    const answer = await fetch(url("/generation-worker"), { method: "OPTIONS", headers });
    expect(answer.status).toBeLessThan(300);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("x-served-by")).toBe("supabase-edge-runtime");
  });

  it("need no API key at the gateway: each asks for its own", async () => {
    const answer = await fetch(url("/replicate-webhook"), { method: "POST", body: "{}" });
    expect([answer.status, await answer.json()]).toEqual([401, { outcome: "bad signature" }]);
  });
});

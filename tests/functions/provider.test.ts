import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Environment } from "../../supabase/functions/_shared/environment.ts";
import { openProvider, type Provider } from "../../supabase/functions/_shared/provider.ts";
import { ProviderRefusal } from "../../supabase/functions/_shared/provider-refusal.ts";
import { openQuietTime } from "../../supabase/functions/_shared/quiet-time.ts";
import { failureOfRefusal } from "../../supabase/functions/_shared/refusal-meaning.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
const seen: { method: string; url: string; body: string; authorization: string }[] = [];
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    const { method = "", url = "", headers } = request;
    seen.push({ method, url, body, authorization: headers.authorization ?? "" });
    answer(request, response);
  });
});
let provider: Provider;
let base: string;
/** The time of this process, in milliseconds. */
let now = 0;
const quiet = { create: openQuietTime(() => now), read: openQuietTime(() => now) };

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment: Environment = {
    supabaseUrl: "http://127.0.0.1:1",
    secretKey: "",
    providerToken: "token",
    providerUrl: `${base}/v1`,
    webhookSecrets: [],
    studioUrl: "",
    mail: { server: "", from: "" },
  };
  provider = openProvider(environment, { quiet });
});
afterAll(() => void server.close());
beforeEach(() => {
  seen.splice(0);
  now += 3_600_000;
});

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
};
const order = {
  model: "a/b",
  version: null,
  input: { prompt: "x" },
  webhook: "http://127.0.0.1:1/hook?prediction=1",
};
const refusalOf = async (call: Promise<unknown>): Promise<ProviderRefusal> => {
  const error = await call.then(() => null).catch((reason) => reason);
  expect(error).toBeInstanceOf(ProviderRefusal);
  return error;
};

describe("one request for one recorded attempt", () => {
  it("creates by model name with the webhook, and by version when there is one", async () => {
    answer = json(201, { id: "p1", status: "starting" });
    expect(await provider.create(order)).toMatchObject({ id: "p1", status: "starting" });
    await provider.create({ ...order, version: "abc", webhook: undefined });
    expect(seen.map(({ url }) => url)).toEqual(["/v1/models/a/b/predictions", "/v1/predictions"]);
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual({
      input: { prompt: "x" },
      webhook: order.webhook,
      webhook_events_filter: ["start", "completed"],
    });
    expect(JSON.parse(seen[1]?.body ?? "")).toEqual({ input: { prompt: "x" }, version: "abc" });
    expect(seen[0]?.authorization).toBe("Bearer token");
  });

  it("sends nothing at all without a token, and says that the models are not available", async () => {
    const without = openProvider({ providerToken: "", providerUrl: `${base}/v1` } as Environment);
    const refusal = await refusalOf(without.create(order));
    expect(failureOfRefusal(refusal)).toMatchObject({ code: "provider_refused", isRetryable: false });
    expect(seen).toHaveLength(0);
  });

  it("sends nothing again when the connection is reset after the body was read", async () => {
    answer = (request) => request.socket.destroy();
    const refusal = await refusalOf(provider.create(order));
    expect([refusal.status, refusal.isCertain]).toEqual([null, false]);
    expect(seen).toHaveLength(1);
  });

  it("sends nothing again on 429 and 5xx, for writes and for reads, and keeps Retry-After", async () => {
    for (const status of [429, 500, 503]) {
      answer = json(status, { detail: "no" }, { "retry-after": "7" });
      for (const call of [
        () => provider.create(order),
        () => provider.get("p1"),
        () => provider.cancel("p1"),
      ]) {
        seen.splice(0);
        now += 10_000;
        const refusal = await refusalOf(call());
        expect([refusal.status, refusal.retryAfterSeconds]).toEqual([status, 7]);
        expect(seen).toHaveLength(1);
      }
    }
  });

  it("follows no redirect with the token", async () => {
    answer = (_request, response) => response.writeHead(302, { location: `${base}/elsewhere` }).end();
    await refusalOf(provider.get("p1"));
    expect(seen).toHaveLength(1);
  });

  it("knows a prediction that is gone, and counts a cancellation that comes too late as done", async () => {
    answer = json(404, { detail: "not found" });
    expect(await provider.get("p1")).toBeNull();
    for (const status of [404, 409, 422]) {
      answer = json(status, { detail: "too late" });
      expect(await provider.cancel("p1")).toBeNull();
    }
    answer = json(200, { id: "p1", status: "succeeded" });
    expect(await provider.cancel("p1")).toMatchObject({ status: "succeeded" });
  });
});

describe("a provider that asks for patience", () => {
  it("is not called again before its time, and then it is", async () => {
    answer = json(429, { detail: "no" }, { "retry-after": "7" });
    await refusalOf(provider.create(order));
    answer = json(201, { id: "p1", status: "starting" });
    now += 6_000;
    const refusal = await refusalOf(provider.create(order));
    expect([refusal.status, refusal.retryAfterSeconds, refusal.isCertain]).toEqual([429, 1, true]);
    expect(seen).toHaveLength(1);
    now += 1_000;
    expect(await provider.create(order)).toMatchObject({ id: "p1" });
  });

  it("is given ten seconds when it does not say how long", async () => {
    answer = json(429, { detail: "Slow down" });
    await refusalOf(provider.create(order));
    now += 9_000;
    expect((await refusalOf(provider.create(order))).retryAfterSeconds).toBe(1);
    expect(seen).toHaveLength(1);
  });

  it("may still be asked what has become of a prediction when it takes no new ones", async () => {
    answer = json(429, { detail: "no" }, { "retry-after": "7" });
    await refusalOf(provider.create(order));
    answer = json(200, { id: "p1", status: "succeeded" });
    expect(await provider.get("p1")).toMatchObject({ status: "succeeded" });
  });

  it("is believed about a date by its own clock, however wrong ours is", async () => {
    const wrong = Date.now() + 600_000;
    const headers = {
      date: new Date(wrong).toUTCString(),
      "retry-after": new Date(wrong + 30_000).toUTCString(),
    };
    answer = json(429, { detail: "no" }, headers);
    expect((await refusalOf(provider.create(order))).retryAfterSeconds).toBe(30);
  });
});

describe("the list of recent predictions", () => {
  const item = (id: string, created_at: string) => ({ id, status: "starting", created_at });

  it("is read page by page, and ends at the time that was asked for", async () => {
    const now = new Date();
    const old = new Date(now.getTime() - 3_600_000);
    answer = (request, response) => {
      const isSecond = request.url?.includes("cursor");
      const first = { next: `${base}/v1/predictions?cursor=2`, results: [item("p3", now.toISOString())] };
      const second = {
        next: `${base}/v1/predictions?cursor=3`,
        results: [item("p2", now.toISOString()), item("p1", old.toISOString())],
      };
      json(200, isSecond ? second : first)(request, response);
    };
    const [from, until] = [now.getTime() - 60_000, now.getTime() + 60_000].map((time) => new Date(time));
    if (!from || !until) throw new Error("no times");
    const found = await provider.listBetween(from, until, 5);
    expect(found.map(({ id }) => id)).toEqual(["p3", "p2"]);
    const asked = new URL(seen[0]?.url ?? "", base).searchParams;
    expect([asked.get("created_after"), asked.get("created_before")]).toEqual(
      [from, until].map((time) => time.toISOString()),
    );
    expect(seen).toHaveLength(2);
  });

  it("follows no link to another host", async () => {
    answer = json(200, { next: "http://127.0.0.1:9/steal", results: [item("p1", new Date().toISOString())] });
    expect(await provider.listBetween(new Date(0), new Date(), 5)).toHaveLength(1);
  });
});

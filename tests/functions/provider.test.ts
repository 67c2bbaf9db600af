import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Environment } from "../../supabase/functions/_shared/environment.ts";
import { openProvider, type Provider } from "../../supabase/functions/_shared/provider.ts";
import {
  failureOfRefusal,
  ProviderRefusal,
  readRetryAfter,
} from "../../supabase/functions/_shared/provider-refusal.ts";

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

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider = openProvider({
    supabaseUrl: "http://127.0.0.1:1",
    secretKey: "",
    providerToken: "token",
    providerUrl: `${base}/v1`,
    webhookSecrets: [],
  });
});
afterAll(() => void server.close());
beforeEach(() => void seen.splice(0));

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

  it("knows a prediction that is gone, and counts cancelling an ended one as done", async () => {
    answer = json(404, { detail: "not found" });
    expect(await provider.get("p1")).toBeNull();
    await provider.cancel("p1");
    answer = json(422, { detail: "already ended" });
    await provider.cancel("p1");
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
    const found = await provider.listSince(new Date(now.getTime() - 60_000), 5);
    expect(found.map(({ id }) => id)).toEqual(["p3", "p2"]);
    expect(seen).toHaveLength(2);
  });

  it("follows no link to another host", async () => {
    answer = json(200, { next: "http://127.0.0.1:9/steal", results: [item("p1", new Date().toISOString())] });
    expect(await provider.listSince(new Date(0), 5)).toHaveLength(1);
  });
});

describe("what a refusal means", () => {
  const failure = (status: number | null, header: string | null = null) =>
    failureOfRefusal(new ProviderRefusal(status, "{}", header));

  it("is told by the status", () => {
    const codes = [null, 500, 503, 429, 401, 402, 403, 404, 422].map((status) => {
      const { code, isRetryable } = failure(status);
      return `${status} ${code} ${isRetryable ? "again" : "final"}`;
    });
    expect(codes).toEqual([
      "null provider_unreachable again",
      "500 provider_unreachable again",
      "503 provider_unreachable again",
      "429 provider_busy again",
      "401 provider_refused final",
      "402 provider_refused final",
      "403 provider_refused final",
      "404 provider_rejected_input final",
      "422 provider_rejected_input final",
    ]);
  });

  it("waits as long as the provider says, in any of its forms", () => {
    expect(readRetryAfter("2", "")).toBe(2);
    expect(readRetryAfter(new Date(Date.now() + 30_000).toUTCString(), "")).toBeGreaterThan(27);
    expect(readRetryAfter(null, "Your rate limit resets in ~30s.")).toBe(30);
    expect(readRetryAfter("99999999999", "")).toBe(3600);
    expect(readRetryAfter(null, "{}")).toBeUndefined();
    expect(readRetryAfter("soon", "{}")).toBeUndefined();
  });
});

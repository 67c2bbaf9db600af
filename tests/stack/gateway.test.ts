import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { newEducator, stack } from "../setup/stack.ts";

const { apiUrl, publishableKey, secretKey } = stack().status;
const get = (path: string, headers: Record<string, string> = {}) => fetch(apiUrl + path, { headers });
const refusal = async (answer: Response) => [answer.status, (await answer.json()).message];

describe("the API key", () => {
  it("is asked for by the Data API and Auth, in a header or in the query", async () => {
    for (const path of ["/rest/v1/profiles?select=id", "/auth/v1/settings"]) {
      expect(await refusal(await get(path))).toEqual([401, "No API key found in request"]);
      expect(await refusal(await get(path, { apikey: "sb_publishable_wrong" }))).toEqual([
        401,
        "Invalid API key",
      ]);
    }
    expect((await get("/auth/v1/settings", { apikey: publishableKey })).status).toBe(200);
    expect((await get(`/auth/v1/settings?apikey=${publishableKey}`)).status).toBe(200);
    const { accessToken } = await newEducator();
    const tokenOnly = await get("/rest/v1/profiles", { authorization: `Bearer ${accessToken}` });
    expect(await refusal(tokenOnly)).toEqual([401, "No API key found in request"]);
  });

  it("is not needed for mailed links, the key set, and what Storage decides itself", async () => {
    const link = await fetch(`${apiUrl}/auth/v1/verify?token=x&type=recovery`, { redirect: "manual" });
    expect(link.status).toBe(303);
    expect((await get("/auth/v1/.well-known/jwks.json")).status).toBe(200);
    const object = await get("/storage/v1/object/public/nowhere/nothing.png");
    expect([400, 404]).toContain(object.status);
    expect((await object.json()).message).not.toContain("API key");
  });

  it("is refused from a browser when it is the secret one", async () => {
    const headers = { apikey: secretKey, "user-agent": "Mozilla/5.0 (X11; Linux x86_64)" };
    expect(await refusal(await get("/rest/v1/profiles", headers))).toEqual([
      401,
      "Forbidden use of secret API key in browser",
    ]);
  });
});

describe("a page of another origin", () => {
  it("may send every header that the clients send, and read what they read", async () => {
    const preflight = await fetch(`${apiUrl}/rest/v1/profiles`, {
      method: "OPTIONS",
      headers: {
        origin: "http://elsewhere.test",
        "access-control-request-method": "PATCH",
        "access-control-request-headers": "apikey,authorization,prefer,x-client-info,upload-offset",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("upload-offset");
    for (const path of ["/auth/v1/settings", "/rest/v1/nowhere", "/nothing/at/all"]) {
      const answer = await get(path, { apikey: publishableKey, origin: "http://elsewhere.test" });
      expect([path, answer.headers.get("access-control-allow-origin")]).toEqual([path, "*"]);
      const exposed = answer.headers.get("access-control-expose-headers")?.split(", ");
      expect(exposed).toEqual(
        expect.arrayContaining(["content-range", "x-request-id", "upload-offset", "location"]),
      );
    }
  });
});

describe("a request that goes nowhere", () => {
  it("gets JSON, and a request id, never a stack", async () => {
    const lost = await get("/nothing/v1/here", { apikey: publishableKey });
    expect(await refusal(lost)).toEqual([404, "no Route matched with those values"]);
    expect(lost.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const headers = { apikey: publishableKey };
    for (const path of [
      "/auth/v1/nothing",
      "/rest/v1/",
      "/rest/v1/a/b",
      "/rest/v1/%E0%A4%A",
      "/rest/v1/x?select=a(",
    ]) {
      const answer = await get(path, headers);
      const text = await answer.text();
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect(() => JSON.parse(text)).not.toThrow();
      expect(text).not.toMatch(/\bat .+:\d+:\d+/);
    }
  });

  it("tells a person at the root what this is", async () => {
    const answer = await get("/");
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(await answer.text()).toContain(stack().status.studioUrl);
  });

  it("is cut off when its body is too large", async () => {
    const post = (body: BodyInit, extra: object = {}) =>
      fetch(`${apiUrl}/auth/v1/signup`, {
        method: "POST",
        headers: { apikey: publishableKey, "content-type": "application/json" },
        body,
        ...extra,
      });
    const announced = await post("x".repeat(2 * 1024 * 1024));
    expect(await refusal(announced)).toEqual([413, "The request body is too large"]);
    let chunks = 0;
    const long = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024).fill(120));
        if (++chunks === 64) controller.close();
      },
    });
    const streamed = await post(long, { duplex: "half" }).then(
      (answer) => answer.status,
      () => "cut off",
    );
    expect([413, "cut off"]).toContain(streamed);
    expect((await get("/auth/v1/settings", { apikey: publishableKey })).status).toBe(200);
  });

  it("does not disturb the gateway when it is no HTTP at all", async () => {
    const { port } = new URL(apiUrl);
    const answer = await new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(Number(port), "127.0.0.1", () => socket.write("\u0016\u0003 nonsense\r\n\r\n"));
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("close", () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 400/);
    const upgrade = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () =>
        socket.write(
          "GET /rest/v1/ws HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n",
        ),
      );
      socket.on("data", (chunk) => resolve(String(chunk)));
    });
    expect(upgrade).toMatch(/^HTTP\/1.1 404/);
    expect((await get("/auth/v1/settings", { apikey: publishableKey })).status).toBe(200);
  });
});

import { describe, expect, it } from "vitest";
import { call, keys, openFunctions } from "./testing/open-functions.ts";

openFunctions();

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

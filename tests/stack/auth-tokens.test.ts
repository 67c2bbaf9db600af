import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { openKeyring } from "../../supabase/local/keyring.ts";
import { anonClient, type NewEducator, newEducator, stack } from "../setup/stack.ts";

let someone: NewEducator;
let claims: Record<string, unknown>;
let kid: string;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decode = (part = "") => JSON.parse(Buffer.from(part, "base64url").toString());
const now = () => Math.floor(Date.now() / 1000);

beforeAll(async () => {
  someone = await newEducator();
  const [header, payload] = someone.accessToken.split(".");
  claims = decode(payload);
  kid = decode(header).kid;
});

/** Every token that must not be believed, by name. */
async function forgeries(): Promise<Record<string, string>> {
  const body = encode({ ...claims, exp: now() + 3600 });
  const jwks = await (await fetch(`${stack().status.apiUrl}/auth/v1/.well-known/jwks.json`)).text();
  const hs256 = (secret: string) => {
    const text = `${encode({ alg: "HS256", typ: "JWT", kid })}.${body}`;
    return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
  };
  const es256 = (header: object) => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const text = `${encode({ alg: "ES256", typ: "JWT", ...header })}.${body}`;
    const signature = createSign("sha256").update(text).sign({ key: privateKey, dsaEncoding: "ieee-p1363" });
    return `${text}.${signature.toString("base64url")}`;
  };
  const [header, , signature] = someone.accessToken.split(".");
  const keys = await openKeyring(stack().config.dataDir);
  return {
    "alg none": `${encode({ alg: "none", typ: "JWT" })}.${body}.`,
    "HS256 with the public key": hs256(jwks),
    "HS256 with the stack's inner secret": hs256(keys.internalSecret),
    "another key under our kid": es256({ kid }),
    "another key under its own kid": es256({ kid: "mine" }),
    "another key and no kid": es256({}),
    "our signature on other claims": `${header}.${encode({ ...claims, sub: crypto.randomUUID() })}.${signature}`,
    "service_role signed by us for a user": await keys.sign({ ...claims, role: "service_role" }),
    expired: await keys.sign({ ...claims, iat: now() - 7200, exp: now() - 3600 }),
    "no token": "nonsense",
  };
}

describe("a token that is not ours, or not valid now,", () => {
  it("is refused by the Data API with 401, whatever it claims", async () => {
    for (const [name, token] of Object.entries(await forgeries())) {
      const answer = await fetch(`${stack().status.apiUrl}/rest/v1/profiles?select=id&limit=1`, {
        headers: { apikey: stack().status.publishableKey, authorization: `Bearer ${token}` },
      });
      const { code } = await answer.json();
      expect([name, answer.status, code]).toEqual([name, 401, name === "expired" ? "PGRST303" : "PGRST301"]);
    }
  });

  it("is refused by Auth, for the user, for changes and for administration", async () => {
    for (const [name, token] of Object.entries(await forgeries())) {
      const ask = async (method: string, path: string) =>
        (
          await fetch(`${stack().status.apiUrl}/auth/v1${path}`, {
            method,
            headers: { apikey: stack().status.publishableKey, authorization: `Bearer ${token}` },
            body: method === "GET" ? undefined : "{}",
          })
        ).status;
      expect([name, await ask("GET", "/user")]).toEqual([name, 403]);
      expect([name, await ask("PUT", "/user")]).toEqual([name, 403]);
      expect([name, await ask("GET", "/admin/users")]).toEqual([name, 401]);
    }
  });

  it("is refused by getClaims in the client", async () => {
    const forged = await forgeries();
    for (const name of ["another key under our kid", "our signature on other claims", "expired"]) {
      const { data, error } = await anonClient().auth.getClaims(forged[name]);
      expect([name, data?.claims ?? null]).toEqual([name, null]);
      expect(error).not.toBeNull();
    }
  });
});

describe("the key set", () => {
  it("is public, holds no private part, and needs no API key", async () => {
    const answer = await fetch(`${stack().status.apiUrl}/auth/v1/.well-known/jwks.json`);
    const { keys } = await answer.json();
    expect(keys).toEqual([
      expect.objectContaining({
        kid,
        kty: "EC",
        crv: "P-256",
        alg: "ES256",
        use: "sig",
        key_ops: ["verify"],
      }),
    ]);
    expect(Object.keys(keys[0])).not.toContain("d");
  });
});

import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from "jose";

/** Claims that Postgres policies see as `request.jwt.claims`. */
export interface Claims extends JWTPayload {
  role: "anon" | "authenticated" | "service_role";
  email?: string;
  session_id?: string;
}

/** The stack's API keys and its ES256 signing key, as a hosted project has them. */
export interface Keyring {
  publishableKey: string;
  secretKey: string;
  /** Secret from which Storage derives the key of its signed addresses. */
  internalSecret: string;
  /** Signing secret of the embedded model provider's webhooks (`whsec_...`). */
  webhookSecret: string;
  jwks: { keys: JWK[] };
  /** Signs an access token with ES256 and `kid`; `exp`, `iat`, `iss` are taken from the payload. */
  sign(payload: JWTPayload): Promise<string>;
  /** Checks signature and expiry. Returns the claims, or null for any token that is not ours or not valid now. */
  verify(token: string): Promise<Claims | null>;
  /**
   * Who calls, from `apikey` and `Authorization: Bearer` as the hosted gateway decides it: a valid user token wins; a
   * `sb_` key (in either place) means anon or service_role; null means refuse with 401.
   */
  identify(headers: Headers): Promise<Claims | null>;
  /** The claims an API key stands for, or null for an unknown key. */
  claimsOfKey(key: string): Claims | null;
}

interface StoredKeys {
  publishableKey: string;
  secretKey: string;
  internalSecret: string;
  webhookSecret: string;
  privateJwk: JWK;
}

function randomKey(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString("base64url");
}

async function createKeys(): Promise<StoredKeys> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return {
    publishableKey: `sb_publishable_${randomKey(24)}`,
    secretKey: `sb_secret_${randomKey(24)}`,
    internalSecret: randomKey(48),
    webhookSecret: `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString("base64")}`,
    privateJwk: await exportJWK(privateKey),
  };
}

async function readOrCreateKeys(dataDir: string): Promise<StoredKeys> {
  const file = join(dataDir, "keys.json");
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const keys = await createKeys();
  await mkdir(dataDir, { recursive: true });
  // Whoever is killed here leaves no half a file.
  await writeFile(`${file}.new`, JSON.stringify(keys, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return keys;
}

/** Loads the keys of this data folder, making them on the first start, so that sessions survive a restart. */
export async function openKeyring(dataDir: string): Promise<Keyring> {
  const stored = await readOrCreateKeys(dataDir);
  const { d: _private, ...publicPart } = stored.privateJwk;
  const kid = await calculateJwkThumbprint(publicPart);
  const publicJwk: JWK = { ...publicPart, kid, alg: "ES256", use: "sig", key_ops: ["verify"] };
  const signingKey = await importJWK(stored.privateJwk, "ES256");
  const jwks = { keys: [publicJwk] };
  const keySet = createLocalJWKSet(jwks);
  const { publishableKey, secretKey, internalSecret, webhookSecret } = stored;

  function claimsOfKey(key: string): Claims | null {
    if (key === publishableKey) return { role: "anon" };
    if (key === secretKey) return { role: "service_role" };
    return null;
  }
  async function verify(token: string): Promise<Claims | null> {
    try {
      const { payload } = await jwtVerify(token, keySet, { algorithms: ["ES256"] });
      return payload.role === "authenticated" ? (payload as Claims) : null;
    } catch {
      return null;
    }
  }
  async function identify(headers: Headers): Promise<Claims | null> {
    const bearer = headers.get("authorization")?.match(/^Bearer\s+(.+)$/i)?.[1];
    const apikey = headers.get("apikey");
    if (bearer && !bearer.startsWith("sb_")) return verify(bearer);
    return claimsOfKey(apikey ?? bearer ?? "");
  }
  return {
    publishableKey,
    secretKey,
    internalSecret,
    webhookSecret,
    jwks,
    sign: (payload) =>
      new SignJWT(payload).setProtectedHeader({ alg: "ES256", kid, typ: "JWT" }).sign(signingKey),
    verify,
    identify,
    claimsOfKey,
  };
}

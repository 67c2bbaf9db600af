import { hkdfSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { invalidSignature, invalidToken } from "./errors.ts";

/** What a signed URL allows: one action on one object until it expires. */
interface UrlGrant {
  /** `<bucket>/<key>` */
  url: string;
  scope: "download" | "upload";
  /** Upload only: who owns the object afterwards, and whether it may replace one. */
  owner?: string;
  upsert?: boolean;
}

export interface UrlSigner {
  sign(grant: UrlGrant, expiresInSeconds: number): Promise<string>;
  /** Checks signature, expiry, action and object. Throws the 400 that hosted Storage sends. `exp` is in seconds. */
  verify(token: string, expected: Pick<UrlGrant, "url" | "scope">): Promise<UrlGrant & { exp: number }>;
}

/**
 * Signs URLs with a key of Storage's own, derived from the stack's secret, so that a signed URL never passes as an
 * access token anywhere, nor an access token as a signed URL.
 */
export function createUrlSigner(secret: string): UrlSigner {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "storage-url-signing", 32));
  return {
    sign: (grant, expiresInSeconds) =>
      new SignJWT({ ...grant })
        .setProtectedHeader({ alg: "HS256", typ: "JWT" })
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
        .sign(key),
    async verify(token, expected) {
      const { payload } = await jwtVerify<UrlGrant>(token, key, { algorithms: ["HS256"] }).catch((error) => {
        throw invalidToken(error instanceof Error ? error.message : "Invalid JWT");
      });
      if (payload.scope !== expected.scope)
        throw invalidSignature(`Token is not scoped for ${expected.scope}`);
      if (payload.url !== expected.url || payload.exp === undefined) throw invalidSignature();
      return { ...payload, exp: payload.exp };
    },
  };
}

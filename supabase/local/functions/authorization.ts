import { decodeProtectedHeader } from "jose";
import type { Keyring } from "../keyring.ts";
import { refuse } from "./refusal.ts";

function algorithmOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg;
  } catch {
    return undefined;
  }
}

/**
 * The platform's `verify_jwt` check: null lets the request through, else the refusal to answer. A preflight passes.
 * Only user tokens pass: `sb_` keys are no JWTs, so hosted functions that verify refuse them too.
 */
export async function checkToken(request: Request, keys: Keyring): Promise<Response | null> {
  if (request.method === "OPTIONS") return null;
  const header = request.headers.get("authorization");
  if (!header) return refuse("UNAUTHORIZED_NO_AUTH_HEADER", "Missing authorization header");
  const token = header.match(/^Bearer (\S+)$/)?.[1];
  if (!token) return refuse("UNAUTHORIZED_INVALID_JWT_FORMAT", "Auth header is not 'Bearer {token}'");
  const algorithm = algorithmOf(token);
  if (!algorithm) return refuse("UNAUTHORIZED_INVALID_JWT_FORMAT", "Invalid JWT");
  if (algorithm !== "ES256")
    return refuse("UNAUTHORIZED_UNSUPPORTED_TOKEN_ALGORITHM", `Unsupported JWT algorithm ${algorithm}`);
  return (await keys.verify(token)) ? null : refuse("UNAUTHORIZED_ASYMMETRIC_JWT", "Invalid JWT");
}

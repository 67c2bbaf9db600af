import type postgres from "postgres";
import type { Claims, Keyring } from "../keyring.ts";
import { AuthError } from "./auth-error.ts";
import type { Row } from "./database.ts";
import type { Postman } from "./messages.ts";
import { safeRedirect } from "./redirects.ts";
import type { AuthSettings } from "./settings.ts";

/** One request to Auth with all that answering it takes. */
export interface AuthRequest {
  sql: postgres.Sql;
  keys: Keyring;
  settings: AuthSettings;
  postman: Postman;
  method: string;
  /** Path below `/auth/v1`, for example `/admin/users`. */
  path: string;
  params: URLSearchParams;
  headers: Headers;
  /** Parsed JSON body; empty for none. */
  body: Row;
}

/** Answers a request. Throws AuthError to refuse. */
export type Handler = (request: AuthRequest) => Promise<Response>;

/** Parses a JSON or form body. Throws `bad_json`. */
export async function readBody(request: Request): Promise<Row> {
  if (request.method === "GET" || request.method === "HEAD") return {};
  const text = await request.text();
  if (text.trim() === "") return {};
  if (request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Row;
  } catch {
    // Falls through to the refusal that any other body gets.
  }
  throw new AuthError(400, "bad_json", "Could not parse request body as JSON");
}

/** Where the mailed link may lead in the end, from `redirect_to` in the query or the body. */
export function wantedRedirect({ params, headers, body, settings }: AuthRequest): string {
  const fromBody = typeof body.redirect_to === "string" ? body.redirect_to : null;
  return safeRedirect(
    settings,
    params.get("redirect_to"),
    fromBody,
    headers.get("redirect_to"),
    headers.get("referer"),
  );
}

/** A string of the body, or the empty string. Throws when it is something else. */
export function text(body: Row, name: string): string {
  const value = body[name];
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  throw new AuthError(400, "bad_json", `Could not parse request body as JSON: ${name} must be a string`);
}

/** The claims of the caller's access token. Throws `no_authorization` or `bad_jwt`. */
export async function requireClaims({ headers, keys }: AuthRequest): Promise<Claims & { sub: string }> {
  const token = headers.get("authorization")?.match(/^Bearer\s+(\S+)$/i)?.[1];
  if (!token || token.startsWith("sb_"))
    throw new AuthError(401, "no_authorization", "This endpoint requires a valid Bearer token");
  const claims = await keys.verify(token);
  if (!claims?.sub)
    throw new AuthError(
      403,
      "bad_jwt",
      "invalid JWT: unable to parse or verify signature, or token is expired",
    );
  return claims as Claims & { sub: string };
}

/** Passes the secret key only. Throws `no_authorization` or `not_admin`. */
export async function requireAdmin({ headers, keys }: AuthRequest): Promise<void> {
  const claims = await keys.identify(headers);
  if (!claims) throw new AuthError(401, "no_authorization", "This endpoint requires a valid Bearer token");
  if (claims.role !== "service_role") throw new AuthError(403, "not_admin", "User not allowed");
}

import type postgres from "postgres";
import type { Claims } from "../keyring.ts";
import type { BlobFolder } from "./blobs.ts";
import { accessDenied, invalidRequest, noSuchBucket } from "./errors.ts";
import { type BucketRow, findBucket } from "./rows.ts";
import type { UrlSigner } from "./url-signer.ts";

/** What every route works with. */
export interface StorageParts {
  sql: postgres.Sql;
  blobs: BlobFolder;
  signer: UrlSigner;
  /** Folder of unfinished resumable uploads. */
  resumableFolder: string;
  /** Upload limit of the project, in bytes; a bucket may set a lower one. */
  projectLimit: number;
  /** Public address of the service, `<apiUrl>/storage/v1`. */
  baseUrl: string;
  log(message: string, detail?: Record<string, unknown>): void;
}

/** One request on its way through a route. */
export interface Call {
  parts: StorageParts;
  request: Request;
  url: URL;
  /** Name that policies see through `storage.operation()`. */
  operation: string;
  /** From the path, decoded; empty where the route has none. */
  bucket: string;
  key: string;
  /** Null for a request without credentials or with bad ones. */
  claims: Claims | null;
}

export type Handler = (call: Call) => Promise<Response>;

/** Why a bearer token is no good, in the words of the hosted platform. Decides nothing. */
function faultOf(token: string): string {
  const parts = token.split(".");
  if (parts.length !== 3) return "Invalid Compact JWS";
  try {
    const { exp } = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
    if (exp * 1000 < Date.now()) return '"exp" claim timestamp check failed';
  } catch {
    return "Invalid Compact JWS";
  }
  return "signature verification failed";
}

/** The caller's claims. Throws the 403 that hosted Storage sends when there are no valid ones. */
export function requireCaller(call: Call): Claims {
  if (call.claims) return call.claims;
  if (!call.request.headers.has("authorization") && !call.request.headers.has("apikey"))
    throw invalidRequest("headers must have required property 'authorization'");
  throw accessDenied(faultOf((call.request.headers.get("authorization") ?? "").replace(/^Bearer\s+/i, "")));
}

/** The bucket whatever the caller may see of it, as its rules bind everybody. Throws 404 when there is none. */
export async function requireBucket(call: Call, id = call.bucket): Promise<BucketRow> {
  const bucket = await findBucket(call.parts.sql, id);
  if (!bucket) throw noSuchBucket();
  return bucket;
}

/** A text of the JSON body. Throws 400 when it is missing or no text. */
export function requireText(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (value === undefined) throw invalidRequest(`body must have required property '${name}'`);
  if (typeof value !== "string") throw invalidRequest(`body/${name} must be string`);
  return value;
}

/** A whole number of the JSON body within its bounds, or the fallback when it is not given. Throws 400 otherwise. */
export function readInteger(
  body: Record<string, unknown>,
  name: string,
  { least, fallback }: { least: number; fallback?: number },
): number {
  const value = body[name] ?? fallback;
  if (value === undefined) throw invalidRequest(`body must have required property '${name}'`);
  if (!Number.isSafeInteger(value)) throw invalidRequest(`body/${name} must be integer`);
  if ((value as number) < least) throw invalidRequest(`body/${name} must be >= ${least}`);
  return value as number;
}

/** A list of texts of the JSON body, 1 to 1000 of them. Throws 400 otherwise. */
export function requireTexts(body: Record<string, unknown>, name: string): string[] {
  const value = body[name];
  if (!Array.isArray(value)) throw invalidRequest(`body/${name} must be array`);
  if (value.length === 0) throw invalidRequest(`body/${name} must NOT have fewer than 1 items`);
  if (value.length > 1000) throw invalidRequest(`body/${name} must NOT have more than 1000 items`);
  for (const [index, item] of value.entries())
    if (typeof item !== "string") throw invalidRequest(`body/${name}/${index} must be string`);
  return value;
}

import type { Claims } from "../keyring.ts";
import { platform, runAs } from "./access.ts";
import { type Call, requireBucket, requireCaller } from "./call.ts";
import { invalidRequest, noSuchBucket, noSuchKey } from "./errors.ts";
import { assertKey } from "./names.ts";
import { missingFile, modifiedOf, objectResponse } from "./object-response.ts";
import { findObject, type ObjectRow } from "./rows.ts";

async function requireObject(call: Call, claims: Claims): Promise<ObjectRow> {
  assertKey(call.key);
  const { parts, bucket, key, operation } = call;
  // What no policy binds needs no transaction of its own: public pictures are the bulk of all reads.
  const row =
    claims === platform
      ? await findObject(parts.sql, bucket, key)
      : await runAs(parts.sql, claims, operation, (transaction) => findObject(transaction, bucket, key));
  if (!row) throw noSuchKey();
  return row;
}

async function serve(call: Call, claims: Claims, expires?: Date): Promise<Response> {
  // An upsert may drop the file between the look at the row and the opening; then the row names a newer one.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const row = await requireObject(call, claims);
    const file = await call.parts.blobs.open(row.version);
    if (file) return objectResponse(call.request, row, file, expires);
  }
  return missingFile();
}

/** Whose policies decide about a read: nobody's in a public bucket, the caller's elsewhere. */
async function readerOf(call: Call): Promise<Claims> {
  const bucket = await requireBucket(call);
  if (bucket.public) return platform;
  // Without a valid token a private bucket does not exist.
  if (!call.claims) throw noSuchBucket();
  return call.claims;
}

async function publicReader(call: Call): Promise<Claims> {
  const bucket = await requireBucket(call);
  if (!bucket.public) throw noSuchBucket();
  return platform;
}

function infoResponse(row: ObjectRow): Response {
  const { size, mimetype, cacheControl, eTag, contentEncoding } = row.metadata ?? {};
  return Response.json(
    {
      id: row.id,
      name: row.name,
      version: row.version,
      bucket_id: row.bucket_id,
      size: size ?? null,
      content_type: mimetype ?? null,
      content_encoding: contentEncoding ?? null,
      cache_control: cacheControl ?? null,
      etag: eTag ?? null,
      metadata: row.user_metadata,
      last_modified: modifiedOf(row),
      created_at: row.created_at,
    },
    { headers: { "cache-control": "no-store" } },
  );
}

/** `GET|HEAD /object/<bucket>/<key>`: any reader whom the bucket or its policies let in. */
export const readObject = async (call: Call) => serve(call, await readerOf(call));

/** `GET|HEAD /object/authenticated/<bucket>/<key>`: as `readObject`, but only with credentials. */
export async function readAuthenticatedObject(call: Call): Promise<Response> {
  requireCaller(call);
  return readObject(call);
}

/** `GET|HEAD /object/public/<bucket>/<key>`: public buckets only, no credentials asked. */
export const readPublicObject = async (call: Call) => serve(call, await publicReader(call));

/** `GET|HEAD /object/sign/<bucket>/<key>?token=`: whoever holds the signed URL, until it expires. */
export async function readSignedObject(call: Call): Promise<Response> {
  const token = call.url.searchParams.get("token");
  if (!token) throw invalidRequest("querystring must have required property 'token'");
  const url = `${call.bucket}/${call.key}`;
  const grant = await call.parts.signer.verify(token, { url, scope: "download" });
  return serve(call, platform, new Date(grant.exp * 1000));
}

/** `GET /object/info/<bucket>/<key>`: what is known about the object, its user metadata included. */
export const readInfo = async (call: Call) => infoResponse(await requireObject(call, await readerOf(call)));

/** `GET /object/info/authenticated/<bucket>/<key>` */
export async function readAuthenticatedInfo(call: Call): Promise<Response> {
  requireCaller(call);
  return readInfo(call);
}

/** `GET /object/info/public/<bucket>/<key>` */
export const readPublicInfo = async (call: Call) =>
  infoResponse(await requireObject(call, await publicReader(call)));

import { platform, runAs } from "./access.ts";
import { type Call, requireCaller, requireText } from "./call.ts";
import { noSuchKey, notOffered } from "./errors.ts";
import { assertHeaderText } from "./limits.ts";
import { assertBucketName, assertKey } from "./names.ts";
import { missingFile } from "./object-response.ts";
import { assertMayPlace, type Placement, placeBlob } from "./placing.ts";
import { readJson } from "./request-body.ts";
import { findObject, moveRow, type ObjectMetadata } from "./rows.ts";
import { parseUserMetadata } from "./upload-source.ts";

interface Transfer {
  bucket: string;
  sourceKey: string;
  toBucket: string;
  toKey: string;
}

function readTransfer(body: Record<string, unknown>): Transfer {
  const bucket = requireText(body, "bucketId");
  const sourceKey = requireText(body, "sourceKey");
  const toKey = requireText(body, "destinationKey");
  const toBucket = body.destinationBucket ? requireText(body, "destinationBucket") : bucket;
  if (body.sourceVersionId) throw notOffered("object_versioning");
  assertBucketName(bucket);
  assertBucketName(toBucket);
  assertKey(sourceKey);
  assertKey(toKey);
  return { bucket, sourceKey, toBucket, toKey };
}

function overridden(
  metadata: Partial<ObjectMetadata>,
  body: Record<string, unknown>,
): Partial<ObjectMetadata> {
  const { cacheControl, mimetype, contentEncoding } = (body.metadata ?? {}) as Record<string, unknown>;
  const result = { ...metadata };
  if (typeof cacheControl === "string") result.cacheControl = cacheControl;
  if (typeof mimetype === "string") result.mimetype = mimetype;
  for (const text of [cacheControl, mimetype, contentEncoding])
    if (typeof text === "string") assertHeaderText(text);
  if (typeof contentEncoding === "string") result.contentEncoding = contentEncoding || undefined;
  return result;
}

/**
 * `POST /object/copy`: the caller needs to read the source and to insert the destination (with `x-upsert: true` also
 * to update it). The copy is the caller's. Its limits are the source's: the destination bucket's are not asked, as hosted.
 */
export async function copyObject(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const { parts, operation, request } = call;
  const body = await readJson(request);
  const { bucket, sourceKey, toBucket, toKey } = readTransfer(body);
  const source = await runAs(parts.sql, claims, operation, (sql) => findObject(sql, bucket, sourceKey));
  if (!source) throw noSuchKey();

  const keepsMetadata = body.copyMetadata !== false;
  const metadata = keepsMetadata ? { ...source.metadata } : overridden({ ...source.metadata }, body);
  const ownMetadata = request.headers.get("x-metadata");
  const placement: Placement = {
    bucket: toBucket,
    key: toKey,
    claims,
    owner: claims.sub,
    upsert: request.headers.get("x-upsert") === "true",
    operation,
    userMetadata: keepsMetadata
      ? source.user_metadata
      : parseUserMetadata(ownMetadata && Buffer.from(ownMetadata, "base64").toString("utf8")),
  };
  await assertMayPlace(parts, placement, metadata);

  const version = await parts.blobs.copy(source.version);
  if (version === undefined) return missingFile();
  metadata.lastModified = new Date().toISOString();
  const { id } = await placeBlob(parts, placement, { version }, metadata);
  const row = await runAs(parts.sql, platform, operation, (sql) => findObject(sql, toBucket, toKey));
  return Response.json({ Id: id, Key: `${toBucket}/${toKey}`, ...row });
}

/**
 * `POST /object/move`: the caller needs to read and update the source, and the policies must take it at its new place.
 * The file stays where it is, so that a move is one statement; hosted Storage copies it to a new version.
 */
export async function moveObject(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const { bucket, sourceKey, toBucket, toKey } = readTransfer(await readJson(call.request));
  const to = { bucket: toBucket, key: toKey, owner: claims.sub };
  const moved = await runAs(call.parts.sql, claims, call.operation, (sql) =>
    moveRow(sql, { bucket, key: sourceKey }, to),
  );
  if (!moved) throw noSuchKey();
  return Response.json({ message: "Successfully moved", Id: moved.id, Key: toKey });
}

import { randomUUID } from "node:crypto";
import type { Claims } from "../keyring.ts";
import { probe, runAs } from "./access.ts";
import type { StoredBlob } from "./blobs.ts";
import type { StorageParts } from "./call.ts";
import { insertObject, type NewObject, type ObjectMetadata, upsertObject } from "./rows.ts";

/** Who puts an object where, decided before a byte is read. */
export interface Placement {
  bucket: string;
  key: string;
  claims: Claims;
  /** Subject that owns the object; none for API keys. */
  owner: string | undefined;
  upsert: boolean;
  operation: string;
  userMetadata: Record<string, unknown> | null;
}

function rowOf(placement: Placement, version: string, metadata: Partial<ObjectMetadata>): NewObject {
  const { bucket, key, owner, userMetadata } = placement;
  return { id: randomUUID(), bucket, key, version, owner, metadata, userMetadata };
}

/** Throws the caller's refusal (403, 409) if the policies do not let this object be placed. Changes nothing. */
export async function assertMayPlace(
  parts: StorageParts,
  placement: Placement,
  metadata: Partial<ObjectMetadata>,
): Promise<void> {
  const row = rowOf(placement, "1", metadata);
  await probe(parts.sql, placement.claims, placement.operation, (transaction) =>
    placement.upsert ? upsertObject(transaction, row) : insertObject(transaction, row),
  );
}

/**
 * Gives a blob its row, under the caller's policies, and drops the file that it replaces. When the row is refused the
 * blob goes too. Hosted Storage writes this row as its own role, so of two first uploads at once both win there; here
 * the second is told 409.
 */
export async function placeBlob(
  parts: StorageParts,
  placement: Placement,
  blob: Pick<StoredBlob, "version">,
  metadata: Partial<ObjectMetadata>,
): Promise<{ id: string }> {
  const row = rowOf(placement, blob.version, metadata);
  const { id, replaced } = await runAs(
    parts.sql,
    placement.claims,
    placement.operation,
    async (transaction) => {
      if (placement.upsert) return upsertObject(transaction, row);
      await insertObject(transaction, row);
      return { id: row.id, replaced: null };
    },
  ).catch(async (error) => {
    await parts.blobs.remove([blob.version]);
    throw error;
  });
  await parts.blobs.remove([replaced]);
  return { id };
}

/** `storage.objects.metadata` of a blob that has just arrived. */
export function metadataOf(
  blob: Pick<StoredBlob, "size" | "eTag">,
  file: { mimeType: string; cacheControl: string; contentEncoding?: string },
): ObjectMetadata {
  return {
    eTag: blob.eTag,
    size: blob.size,
    mimetype: file.mimeType,
    cacheControl: file.cacheControl,
    lastModified: new Date().toISOString(),
    contentLength: blob.size,
    httpStatusCode: 200,
    ...(file.contentEncoding ? { contentEncoding: file.contentEncoding } : {}),
  };
}

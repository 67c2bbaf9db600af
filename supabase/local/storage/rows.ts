import type postgres from "postgres";
import type { BucketRules } from "./limits.ts";

type Query = postgres.Sql | postgres.TransactionSql;

/** `storage.objects.metadata` as hosted Storage fills it. */
export interface ObjectMetadata {
  eTag: string;
  size: number;
  mimetype: string;
  cacheControl: string;
  lastModified: string;
  contentLength: number;
  httpStatusCode: number;
  contentEncoding?: string;
}

export interface ObjectRow {
  id: string;
  bucket_id: string;
  name: string;
  owner: string | null;
  owner_id: string | null;
  version: string | null;
  metadata: Partial<ObjectMetadata> | null;
  user_metadata: Record<string, unknown> | null;
  created_at: Date;
  updated_at: Date;
  last_accessed_at: Date;
}

export interface BucketRow extends BucketRules {
  id: string;
  public: boolean;
}

/** What an upload, a copy or a probe writes. */
export interface NewObject {
  id: string;
  bucket: string;
  key: string;
  version: string;
  owner: string | undefined;
  metadata: Partial<ObjectMetadata> | null;
  userMetadata: Record<string, unknown> | null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function ownerColumns(owner: string | undefined) {
  return { owner: owner && uuid.test(owner) ? owner : null, owner_id: owner ?? null };
}

function columnsOf(sql: Query, object: NewObject) {
  const { id, bucket, key, version, owner, metadata, userMetadata } = object;
  return {
    id,
    bucket_id: bucket,
    name: key,
    version,
    ...ownerColumns(owner),
    metadata: metadata && sql.json(metadata as postgres.JSONValue),
    user_metadata: userMetadata && sql.json(userMetadata as postgres.JSONValue),
  };
}

/** The bucket, or undefined. Whether the caller may see it is for the connection's role to decide. */
export async function findBucket(sql: Query, id: string): Promise<BucketRow | undefined> {
  const [row] = await sql<BucketRow[]>`
    select id, coalesce(public, false) as public, file_size_limit::float8, allowed_mime_types
    from storage.buckets
    where id = ${id}
  `;
  return row;
}

/** The object's row, or undefined when there is none that this role may see. */
export async function findObject(sql: Query, bucket: string, key: string): Promise<ObjectRow | undefined> {
  const [row] = await sql<ObjectRow[]>`
    select id, bucket_id, name, owner, owner_id, version, metadata, user_metadata,
      created_at, updated_at, last_accessed_at
    from storage.objects
    where bucket_id = ${bucket} and name = ${key}
  `;
  return row;
}

/** Inserts a row; a taken key fails. Needs no SELECT policy, as it returns nothing. */
export async function insertObject(sql: Query, object: NewObject): Promise<void> {
  await sql`insert into storage.objects ${sql(columnsOf(sql, object))}`;
}

/** Inserts or replaces a row. Returns the row's id and the version that it replaced. */
export async function upsertObject(
  sql: Query,
  object: NewObject,
): Promise<{ id: string; replaced: string | null }> {
  // RETURNING old.* needs Postgres 18, which the embedded server is; it names the replaced file without a race.
  const [row] = await sql<{ id: string; replaced: string | null }[]>`
    insert into storage.objects ${sql(columnsOf(sql, object))}
    on conflict (bucket_id, name) do update set
      version = excluded.version,
      metadata = excluded.metadata,
      user_metadata = excluded.user_metadata,
      owner = coalesce(excluded.owner, objects.owner),
      owner_id = coalesce(excluded.owner_id, objects.owner_id)
    returning new.id, old.version as replaced
  `;
  if (!row) throw new Error("The upsert returned no row.");
  return row;
}

/** Gives a row another place and, if the mover has one, another owner. Undefined when no row may be moved. */
export async function moveRow(
  sql: Query,
  from: { bucket: string; key: string },
  to: { bucket: string; key: string; owner: string | undefined },
): Promise<{ id: string } | undefined> {
  const { owner, owner_id } = ownerColumns(to.owner);
  const [row] = await sql<{ id: string }[]>`
    update storage.objects
    set bucket_id = ${to.bucket},
      name = ${to.key},
      owner = coalesce(${owner}::uuid, owner),
      owner_id = coalesce(${owner_id}, owner_id)
    where bucket_id = ${from.bucket} and name = ${from.key}
    returning id
  `;
  return row;
}

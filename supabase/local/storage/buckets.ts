import type postgres from "postgres";
import { runAs } from "./access.ts";
import { type Call, requireCaller, requireText } from "./call.ts";
import {
  entityTooLarge,
  invalidMimeType,
  invalidRequest,
  noSuchBucket,
  notOffered,
  StorageRefusal,
} from "./errors.ts";
import { parseSize } from "./limits.ts";
import { assertBucketName } from "./names.ts";
import { readJson } from "./request-body.ts";

const mimeForm = /^([a-zA-Z0-9\-+.]+)\/([a-zA-Z0-9\-+.]+)(;\s*charset=[a-zA-Z0-9-]+)?$|\*$/;
const sortColumns = ["id", "name", "created_at", "updated_at"];

function columns(sql: postgres.TransactionSql) {
  return sql`
    id, name, owner, public, type, file_size_limit::float8 as file_size_limit, allowed_mime_types,
    created_at, updated_at
  `;
}

/** The settings that the body gives; those that it leaves out stay as they are. */
function readSettings(
  call: Call,
  body: Record<string, unknown>,
): Record<string, boolean | number | string[] | null> {
  const settings: Record<string, boolean | number | string[] | null> = {};
  if (body.public !== undefined) {
    if (typeof body.public !== "boolean") throw invalidRequest("body/public must be boolean");
    settings.public = body.public;
  }
  const size = body.file_size_limit;
  if (size === null) settings.file_size_limit = null;
  else if (size !== undefined) {
    if (typeof size !== "string" && !(typeof size === "number" && size >= 0))
      throw invalidRequest("body/file_size_limit must be integer");
    settings.file_size_limit = parseSize(size);
    if (settings.file_size_limit > call.parts.projectLimit) throw entityTooLarge();
  }
  const types = body.allowed_mime_types;
  if (types === null) settings.allowed_mime_types = null;
  else if (types !== undefined) {
    if (!Array.isArray(types)) throw invalidRequest("body/allowed_mime_types must be array");
    for (const type of types)
      if (typeof type !== "string" || !mimeForm.test(type)) throw invalidMimeType(String(type));
    settings.allowed_mime_types = types;
  }
  if (body.versioning_status !== undefined && body.versioning_status !== "DISABLED")
    throw notOffered("object_versioning");
  return settings;
}

/** `POST /bucket` */
export async function createBucket(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const body = await readJson(call.request);
  const name = requireText(body, "name");
  const id = body.id === undefined ? name : requireText(body, "id");
  assertBucketName(name);
  assertBucketName(id);
  if (body.type !== undefined && body.type !== "STANDARD") throw notOffered("iceberg_catalog");
  const row = { id, name, owner_id: claims.sub ?? null, ...readSettings(call, body) };
  await runAs(call.parts.sql, claims, call.operation, (sql) => sql`insert into storage.buckets ${sql(row)}`);
  return Response.json({ name });
}

/** `GET /bucket` with `limit`, `offset`, `search`, `sortColumn`, `sortOrder`: the buckets that the caller may see. */
export async function listBuckets(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const query = call.url.searchParams;
  const whole = (name: string) => {
    const value = query.get(name);
    if (value !== null && !/^\d{1,9}$/.test(value))
      throw invalidRequest(`querystring/${name} must be integer`);
    return value === null ? null : Number(value);
  };
  const limit = whole("limit");
  const offset = whole("offset") ?? 0;
  const column = query.get("sortColumn") ?? "id";
  if (!sortColumns.includes(column))
    throw invalidRequest("querystring/sortColumn must be equal to one of the allowed values");
  const search = query.get("search") ?? "";
  const rows = await runAs(
    call.parts.sql,
    claims,
    call.operation,
    (sql) => sql`
      select ${columns(sql)}
      from storage.buckets
      where strpos(lower(name), lower(${search})) > 0
      order by ${sql(column)} ${query.get("sortOrder") === "desc" ? sql`desc` : sql`asc`}
      limit ${limit} offset ${offset}
    `,
  );
  return Response.json(rows);
}

/** `GET /bucket/<id>` */
export async function getBucket(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const [row] = await runAs(
    call.parts.sql,
    claims,
    call.operation,
    (sql) => sql`select ${columns(sql)} from storage.buckets where id = ${call.bucket}`,
  );
  if (!row) throw noSuchBucket();
  return Response.json(row);
}

/** `PUT /bucket/<id>`: changes the settings that are given. */
export async function updateBucket(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const settings = readSettings(call, await readJson(call.request));
  if (Object.keys(settings).length === 0) throw invalidRequest("No content provided");
  const [row] = await runAs(
    call.parts.sql,
    claims,
    call.operation,
    (sql) => sql`
      update storage.buckets set ${sql(settings)}, updated_at = now() where id = ${call.bucket} returning id
    `,
  );
  if (!row) throw noSuchBucket();
  return Response.json({ message: "Successfully updated" });
}

/** `DELETE /bucket/<id>`: only an empty one. */
export async function deleteBucket(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const { sql } = call.parts;
  const [full] = await sql`select from storage.objects where bucket_id = ${call.bucket} limit 1`;
  if (full)
    throw new StorageRefusal({
      status: 409,
      code: "ResourceNotEmpty",
      message: "The bucket you tried to delete is not empty",
    });
  const [row] = await runAs(
    sql,
    claims,
    call.operation,
    (transaction) => transaction`delete from storage.buckets where id = ${call.bucket} returning id`,
  );
  if (!row) throw noSuchBucket();
  return Response.json({ message: "Successfully deleted" });
}

/**
 * `POST /bucket/<id>/empty`: removes the objects that the caller may delete, before it answers. Hosted Storage does it
 * later, in a queue.
 */
export async function emptyBucket(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const { sql, blobs } = call.parts;
  const rows = await runAs(sql, claims, call.operation, async (transaction) => {
    const [bucket] = await transaction`select id from storage.buckets where id = ${call.bucket}`;
    if (!bucket) throw noSuchBucket();
    return transaction<{ version: string | null }[]>`
      delete from storage.objects where bucket_id = ${call.bucket} returning version
    `;
  });
  await blobs.remove(rows.map((row) => row.version));
  return Response.json({ message: "Successfully emptied" });
}

import { runAs } from "./access.ts";
import { type Call, readInteger, requireCaller } from "./call.ts";
import { invalidRequest } from "./errors.ts";
import { readJson } from "./request-body.ts";
import type { ObjectRow } from "./rows.ts";

type Entry = Pick<ObjectRow, "name" | "created_at" | "updated_at" | "last_accessed_at" | "metadata"> & {
  id: string | null;
};

function optionalText(body: Record<string, unknown>, name: string): string {
  const value = body[name] ?? "";
  if (typeof value !== "string") throw invalidRequest(`body/${name} must be string`);
  return value;
}

function sorting(body: Record<string, unknown>, columns: readonly string[]) {
  const { column = "name", order = "asc" } = (body.sortBy ?? {}) as { column?: unknown; order?: unknown };
  if (typeof column !== "string" || !columns.includes(column))
    throw invalidRequest("body/sortBy/column must be equal to one of the allowed values");
  if (order !== "asc" && order !== "desc")
    throw invalidRequest("body/sortBy/order must be equal to one of the allowed values");
  return { column, descending: order === "desc", order };
}

/** `POST /object/list/<bucket>`: one folder level, names relative to the prefix, folders with id null. */
export async function listFolder(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const body = await readJson(call.request);
  const folder = optionalText(body, "prefix");
  const prefix = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  const search = optionalText(body, "search");
  const limit = readInteger(body, "limit", { least: 1, fallback: 100 });
  const offset = readInteger(body, "offset", { least: 0, fallback: 0 });
  const { column, order } = sorting(body, ["name", "updated_at", "created_at", "last_accessed_at"]);
  const entries = await runAs(
    call.parts.sql,
    claims,
    call.operation,
    (transaction) => transaction<Entry[]>`
      select name, id, updated_at, created_at, last_accessed_at, metadata
      from storage.search(
        ${prefix}, ${call.bucket}, ${Math.min(limit, 1500)}, 1, ${offset}, ${search}, ${column}, ${order}
      )
    `,
  );
  return Response.json(entries);
}

/** Where the next page starts: after this name, and with another order than by name, after this time. */
interface Cursor {
  name: string;
  time: string | null;
}

function readCursor(text: string): Cursor | undefined {
  if (text === "") return undefined;
  try {
    const { name, time } = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (typeof name === "string" && (time === null || !Number.isNaN(Date.parse(time)))) return { name, time };
  } catch {
    throw invalidRequest("Invalid Parameter cursor");
  }
  throw invalidRequest("Invalid Parameter cursor");
}

/**
 * `POST /object/list-v2/<bucket>`: pages of full keys by cursor; with `with_delimiter` one level, folders apart and
 * ending in `/`. The cursor's text differs from the hosted one; clients hand it back unread.
 */
export async function listPage(call: Call): Promise<Response> {
  const claims = requireCaller(call);
  const body = await readJson(call.request);
  const prefix = optionalText(body, "prefix");
  const limit = Math.min(readInteger(body, "limit", { least: 1, fallback: 1000 }), 1000);
  const delimited = body.with_delimiter === true;
  const { column, descending } = sorting(body, ["name", "updated_at", "created_at"]);
  const cursor = readCursor(optionalText(body, "cursor"));
  const byTime = column !== "name";

  const found = await runAs(call.parts.sql, claims, call.operation, (sql) => {
    const time = byTime ? sql`o.${sql(column)}` : sql`null::timestamptz`;
    const slash = delimited ? sql`strpos(substr(o.name, ${prefix.length + 1}::int), '/')` : sql`0`;
    const direction = descending ? sql`desc` : sql`asc`;
    const after = descending ? sql`<` : sql`>`;
    let page = sql`true`;
    // Through text, as the driver would cut a time to milliseconds, and the page would repeat its last row.
    if (cursor && byTime)
      page = sql`(sort_time, name collate "C") ${after} (${cursor.time ?? "epoch"}::text::timestamptz, ${cursor.name})`;
    else if (cursor) page = sql`name collate "C" ${after} ${cursor.name}`;
    return sql<(Entry & { time: string | null })[]>`
      with matches as (
        select o.*, ${time} as sort_time, ${slash} as slash
        from storage.objects o
        where o.bucket_id = ${call.bucket} and (o.name collate "C") ^@ ${prefix}
      ),
      entries as (
        select name, id, updated_at, created_at, last_accessed_at, metadata, sort_time
        from matches where slash = 0
        union all
        select left(name, ${prefix.length}::int + slash), null, null, null, null, null, min(sort_time)
        from matches where slash > 0
        group by 1
      )
      select name, id, updated_at, created_at, last_accessed_at, metadata, sort_time::text as time
      from entries
      where ${page}
      order by sort_time ${direction}, name collate "C" ${direction}
      limit ${limit + 1}
    `;
  });

  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const hasNext = found.length > limit;
  const nextCursor =
    hasNext && last
      ? Buffer.from(JSON.stringify({ name: last.name, time: last.time })).toString("base64url")
      : undefined;
  const lastSegment = (name: string) => name.split("/").filter(Boolean).at(-1);
  const named = <T extends { name: string }>(entry: T) =>
    delimited ? { ...entry, key: lastSegment(entry.name) } : entry;
  return Response.json({
    hasNext,
    nextCursor,
    folders: shown.filter((entry) => entry.id === null).map(({ name }) => named({ name })),
    objects: shown.filter((entry) => entry.id !== null).map(({ time: _time, ...entry }) => named(entry)),
  });
}

import { ApiError } from "./api-error.ts";
import { argumentsFromBody, argumentsFromUrl, callSql, findRoutine } from "./call-sql.ts";
import { bodySql, type MediaType } from "./media-type.ts";
import { applyRangeHeader, parseQuery } from "./parse-query.ts";
import type { Preferences } from "./preferences.ts";
import { ident, qualified } from "./quote.ts";
import { maxRows, ReadSql, type Source } from "./read-sql.ts";
import { exposedSchema, type Relation, type Routine, type SchemaCache } from "./schema-cache.ts";
import { deleteSql, insertSql, readPayload, updateSql } from "./write-sql.ts";

/** One request as the Data API reads it. */
export interface ApiCall {
  method: "GET" | "HEAD" | "POST" | "PATCH" | "DELETE";
  /** Table or view name, or function name under `/rpc/`. */
  name: string;
  params: URLSearchParams;
  range: string | null;
  body: string;
  preferences: Preferences;
  media: MediaType;
}

/** The one statement that answers a request, and how to read what it gives. */
export interface Plan {
  statement: string;
  kind: "read" | "create" | "change" | "call";
  offset: number;
  readOnly: boolean;
  /** The answer has a body. */
  returnsBody: boolean;
  routine?: Routine;
}

const guc = `nullif(current_setting('response.headers', true), '') as headers, nullif(current_setting('response.status', true), '') as status`;

function findRelation(cache: SchemaCache, name: string): Relation {
  const relation = cache.relations.get(name);
  if (relation) return relation;
  throw new ApiError(
    404,
    "PGRST205",
    `Could not find the table '${exposedSchema}.${name}' in the schema cache`,
    null,
    null,
  );
}

/** Plans a read of a table. */
export function planRead(cache: SchemaCache, call: ApiCall): Plan {
  const relation = findRelation(cache, call.name);
  const node = parseQuery(call.params);
  applyRangeHeader(node, call.range);
  const source: Source = {
    from: `${qualified(exposedSchema, relation.name)} as ${ident(relation.name)}`,
    alias: ident(relation.name),
    relation: relation.name,
  };
  const read = new ReadSql(cache);
  const total = call.preferences.count ? `(${read.total(node, source)})` : "null";
  return {
    statement: `select ${total} as total, count(*) as page_total, ${bodySql(call.media)} as body, ${guc} from (${read.rows(node, source, true)}) as pgrst_row`,
    kind: "read",
    offset: node.offset ?? 0,
    readOnly: true,
    returnsBody: call.method !== "HEAD",
  };
}

/** Plans an insert, upsert, update or delete; what it returns is read, with embeds, from the rows it touched. */
export function planWrite(cache: SchemaCache, call: ApiCall): Plan {
  const { preferences, media, params } = call;
  const relation = findRelation(cache, call.name);
  const node = parseQuery(params);
  const write =
    call.method === "POST"
      ? insertSql(
          relation,
          readPayload(call.body, params.get("columns")),
          node,
          cache,
          preferences,
          params.get("on_conflict"),
        )
      : call.method === "PATCH"
        ? updateSql(relation, readPayload(call.body, params.get("columns")), node, cache, preferences)
        : deleteSql(relation, node, cache, preferences);
  const alias = ident(relation.name);
  const source: Source = { from: `pgrst_source as ${alias}`, alias, relation: relation.name };
  const represented = preferences.returning === "representation";
  const rows = represented
    ? new ReadSql(cache).rows({ ...node, where: [] }, source, false)
    : "select * from pgrst_source";
  const body = represented ? bodySql(media) : headersOnly(preferences);
  const total = preferences.count ? "(select count(*) from pgrst_source)" : "null";
  return {
    statement: `with pgrst_source as (${write}) select ${total} as total, count(*) as page_total, ${body} as body, ${guc} from (${rows}) as pgrst_row`,
    kind: call.method === "POST" ? "create" : "change",
    offset: 0,
    readOnly: false,
    returnsBody: represented,
  };
}

function headersOnly({ returning }: Preferences): string {
  return returning === "headers-only" ? "(json_agg(pgrst_row) -> 0)::text" : "null";
}

/** Plans a function call. GET and HEAD take arguments from the URL and run read-only. */
export function planCall(cache: SchemaCache, call: ApiCall): Plan {
  const fromUrl = call.method !== "POST";
  const args = fromUrl ? argumentsFromUrl(cache, call.name, call.params) : argumentsFromBody(call.body);
  const routine = findRoutine(cache, call.name, args.names);
  const node = parseQuery(call.params, new Set(fromUrl ? args.names : []));
  applyRangeHeader(node, call.range);
  const invoked = callSql(routine, args);
  const isRows = routine.returns === "rows";
  const alias = ident(call.name);
  const source: Source = {
    from: `pgrst_source as ${alias}`,
    alias,
    relation: routine.relation,
  };
  const read = new ReadSql(cache);
  const inner = isRows ? "select pgrst_call.*" : "select pgrst_call.pgrst_scalar";
  const columns = isRows ? "" : "(pgrst_scalar)";
  const rows = isRows
    ? read.rows(node, source, routine.returnsSet)
    : `select pgrst_scalar from pgrst_source${routine.returnsSet ? cut(node.limit, node.offset) : ""}`;
  const media: MediaType = routine.returnsSet ? call.media : { ...call.media, kind: "object" };
  const body = isRows ? bodySql(media) : bodySql(media, "pgrst_row.pgrst_scalar");
  const total = call.preferences.count
    ? isRows
      ? `(${read.total(node, source)})`
      : "(select count(*) from pgrst_source)"
    : "null";
  return {
    statement: `with pgrst_source as (${inner} from ${invoked} as pgrst_call${columns}) select ${total} as total, count(*) as page_total, ${body} as body, ${guc} from (${rows}) as pgrst_row`,
    kind: "call",
    offset: node.offset ?? 0,
    readOnly: fromUrl,
    returnsBody: call.method !== "HEAD" && routine.returns !== "void",
    routine,
  };
}

function cut(limit: number | undefined, offset: number | undefined): string {
  return ` limit ${Math.min(limit ?? maxRows, maxRows)}${offset ? ` offset ${offset}` : ""}`;
}

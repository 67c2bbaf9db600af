import { ApiError } from "./api-error.ts";
import { conditionSql } from "./conditions.ts";
import type { Preferences } from "./preferences.ts";
import { embedsOf, type QueryNode } from "./query-shape.ts";
import { ident, literal, qualified } from "./quote.ts";
import { findRelationship } from "./relationships.ts";
import { exposedSchema, type Relation, type SchemaCache } from "./schema-cache.ts";
import { splitTopLevel, unquote } from "./text-split.ts";

/** A parsed body: its raw text, so that no number loses digits, and the columns that it names. */
export interface Payload {
  text: string;
  columns: string[];
  isEmpty: boolean;
}

/** Reads a write's body. Throws PGRST102 when it is not an object, or not a list of objects with the same keys. */
export function readPayload(text: string, columnsParam: string | null): Payload {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ApiError(400, "PGRST102", "Empty or invalid json");
  }
  const rows = Array.isArray(body) ? body : [body];
  if (rows.some((row) => typeof row !== "object" || row === null || Array.isArray(row)))
    throw new ApiError(400, "PGRST102", "Empty or invalid json");
  const first = Object.keys(rows[0] ?? {});
  if (columnsParam !== null)
    return {
      text,
      columns: [...new Set(splitTopLevel(columnsParam, ",").map((part) => unquote(part.trim())))],
      isEmpty: rows.length === 0,
    };
  const same = (row: object) =>
    Object.keys(row).length === first.length && first.every((key) => Object.hasOwn(row, key));
  if (!rows.every(same)) throw new ApiError(400, "PGRST102", "All object keys must match");
  return { text, columns: first, isEmpty: rows.length === 0 };
}

/** `("a", "b")` of the payload as typed rows, with column defaults for missing keys where they are wanted. */
function typedRows(relation: Relation, payload: Payload, missingAsDefault: boolean): string {
  const typed = payload.columns.map((name) => {
    const column = relation.columns.get(name);
    if (column) return { name, ...column };
    throw new ApiError(
      400,
      "PGRST204",
      `Could not find the '${name}' column of '${relation.name}' in the schema cache`,
    );
  });
  const array = payload.text.trimStart().startsWith("[") ? payload.text : `[${payload.text}]`;
  const definitions = typed.map(({ name, type }) => `${ident(name)} ${type}`).join(", ");
  if (typed.length === 0) return `select from json_array_elements(${literal(array)}::json)`;
  if (!missingAsDefault)
    return `select pgrst_body.* from json_to_recordset(${literal(array)}::json) as pgrst_body(${definitions})`;
  const values = typed.map(({ name, fallback }) =>
    fallback
      ? `case when pgrst_each.value::jsonb ? ${literal(name)} then pgrst_body.${ident(name)} else ${fallback} end as ${ident(name)}`
      : `pgrst_body.${ident(name)}`,
  );
  return `select ${values.join(", ")} from json_array_elements(${literal(array)}::json) as pgrst_each(value),
    lateral json_to_record(pgrst_each.value) as pgrst_body(${definitions})`;
}

/** Only the columns that the answer needs, so that column grants work as on the hosted platform. */
function returning(
  node: QueryNode,
  relation: Relation,
  cache: SchemaCache,
  preferences: Preferences,
): string {
  if (preferences.returning === "minimal") return " returning 1";
  if (preferences.returning === "headers-only")
    return relation.primaryKey.length
      ? ` returning ${relation.primaryKey.map(ident).join(", ")}`
      : " returning 1";
  const names = new Set<string>();
  for (const item of node.items) {
    if (item.kind === "all") return " returning *";
    if (item.kind === "column") names.add(item.field.column);
  }
  for (const embed of embedsOf(node)) {
    const { pairs, junction } = findRelationship(cache, relation.name, embed);
    for (const [here] of junction?.here ?? pairs) names.add(here);
  }
  for (const { field, relation: related } of node.order) if (!related) names.add(field.column);
  const columns = [...names].map((name) => `${ident(relation.name)}.${ident(name)}`);
  return ` returning ${columns.length ? columns.join(", ") : "1"}`;
}

function whereSql(node: QueryNode, relation: Relation, verb: string): string {
  // Hosted projects load safeupdate for the Data API.
  if (node.where.length === 0) throw new ApiError(400, "21000", `${verb} requires a WHERE clause`);
  return node.where.map((each) => conditionSql(ident(relation.name), each)).join(" and ");
}

/** The statement of a POST, with `on conflict` for upserts. */
export function insertSql(
  relation: Relation,
  payload: Payload,
  node: QueryNode,
  cache: SchemaCache,
  preferences: Preferences,
  onConflict: string | null,
): string {
  const columns = payload.columns.map(ident).join(", ");
  const rows = typedRows(relation, payload, preferences.missingAsDefault);
  const target = qualified(exposedSchema, relation.name);
  let values = ` (${columns}) ${rows}`;
  if (payload.columns.length === 0) values = payload.isEmpty ? " select where false" : " default values";
  return `insert into ${target} as ${ident(relation.name)}${values}${conflictSql(relation, payload, preferences, onConflict)}${returning(node, relation, cache, preferences)}`;
}

function conflictSql(
  relation: Relation,
  payload: Payload,
  { resolution }: Preferences,
  onConflict: string | null,
): string {
  if (!resolution) return "";
  const keys = onConflict
    ? splitTopLevel(onConflict, ",").map((part) => unquote(part.trim()))
    : relation.primaryKey;
  if (keys.length === 0) return resolution === "ignore-duplicates" ? " on conflict do nothing" : "";
  const target = ` on conflict (${keys.map(ident).join(", ")})`;
  if (resolution === "ignore-duplicates" || payload.columns.length === 0) return `${target} do nothing`;
  const changes = payload.columns.map((name) => `${ident(name)} = excluded.${ident(name)}`);
  return `${target} do update set ${changes.join(", ")}`;
}

/** The statement of a PATCH; an empty change touches no row. */
export function updateSql(
  relation: Relation,
  payload: Payload,
  node: QueryNode,
  cache: SchemaCache,
  preferences: Preferences,
): string {
  const target = `${qualified(exposedSchema, relation.name)} as ${ident(relation.name)}`;
  const returned = returning(node, relation, cache, preferences);
  if (payload.columns.length === 0)
    return `select ${returned.replace(" returning ", "")} from ${target} where false`;
  const changes = payload.columns.map((name) => `${ident(name)} = pgrst_change.${ident(name)}`);
  const rows = typedRows(relation, payload, false);
  const where = whereSql(node, relation, "UPDATE");
  return `update ${target} set ${changes.join(", ")} from (${rows} limit 1) as pgrst_change where ${where}${returned}`;
}

/** The statement of a DELETE. */
export function deleteSql(
  relation: Relation,
  node: QueryNode,
  cache: SchemaCache,
  preferences: Preferences,
): string {
  const target = `${qualified(exposedSchema, relation.name)} as ${ident(relation.name)}`;
  return `delete from ${target} where ${whereSql(node, relation, "DELETE")}${returning(node, relation, cache, preferences)}`;
}

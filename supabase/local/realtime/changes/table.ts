import type postgres from "postgres";
import { asCaller } from "../../caller.ts";
import type { Claims } from "../../keyring.ts";
import type { Relation, Tuple } from "../replication/pgoutput.ts";
import { type Condition, conditionSql } from "./filter.ts";

/** What the catalogue says of a table whose changes are listened to. */
export interface Table {
  oid: number;
  /** Quoted name with schema. */
  name: string;
  hasRowSecurity: boolean;
  columns: { name: string; typeName: string; sqlType: string; isPrimaryKey: boolean }[];
}

/** A row as JSON values by column; a column whose large value did not change is missing. */
export type Row = Record<string, unknown>;

/** Reads names, types and key of a table from the catalogue, in the order in which replication sends its columns. */
export async function describeTable(sql: postgres.Sql, relation: Relation): Promise<Table> {
  const [table] = await sql<{ name: string; secured: boolean; key: string[] }[]>`
    select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as secured,
      array(select a.attname::text from pg_index i join pg_attribute a
        on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = ${relation.oid}`;
  if (!table) throw new Error(`Table ${relation.schema}.${relation.table} is gone.`);
  const oids = relation.columns.map((column) => column.typeOid);
  const types = await sql<{ oid: number; type_name: string; sql_type: string }[]>`
    select oid::int8::float8 as oid, typname::text as type_name, format_type(oid, null) as sql_type
    from pg_type where oid = any(${oids}::int8[]::oid[])`;
  const byOid = new Map(types.map((type) => [Number(type.oid), type]));
  return {
    oid: relation.oid,
    name: table.name,
    hasRowSecurity: table.secured,
    columns: relation.columns.map(({ name, typeOid }) => ({
      name,
      typeName: byOid.get(typeOid)?.type_name ?? "text",
      sqlType: byOid.get(typeOid)?.sql_type ?? "text",
      isPrimaryKey: table.key.includes(name),
    })),
  };
}

/** Turns replicated text values into the JSON values that the Data API would give. */
export async function rowAsJson(sql: postgres.Sql, table: Table, tuple: Tuple): Promise<Row> {
  const values: (string | null)[] = [];
  const parts: string[] = [];
  table.columns.forEach(({ name, sqlType }, at) => {
    const value = tuple[at];
    if (value === undefined) return;
    values.push(value);
    parts.push(`($${values.length}::text)::${sqlType} as ${quoteName(name)}`);
  });
  const [found] = await sql.unsafe(
    `select to_jsonb(r)::text as json from (select ${parts.join(", ")}) r`,
    values,
  );
  return JSON.parse(found?.json ?? "{}");
}

/** True when the replicated values meet every condition. A column that is unknown or not sent meets none. */
export async function meets(
  sql: postgres.Sql,
  table: Table,
  tuple: Tuple,
  conditions: Condition[],
): Promise<boolean> {
  if (conditions.length === 0) return true;
  const values: (string | null)[] = [];
  const bind = (value: string | null) => `$${values.push(value)}`;
  const parts: string[] = [];
  for (const condition of conditions) {
    const at = table.columns.findIndex((column) => column.name === condition.column);
    const type = table.columns[at]?.sqlType;
    const value = tuple[at];
    if (type === undefined || value === undefined) return false;
    parts.push(conditionSql(condition, `(${bind(value)}::text)::${type}`, type, bind));
  }
  const [row] = await sql.unsafe(`select ${parts.join(" and ")} as met`, values);
  return row?.met === true;
}

/** What the caller may see of a row: nothing (null), or these columns. */
export async function visibleColumns(
  sql: postgres.Sql,
  claims: Claims,
  table: Table,
  tuple: Tuple,
  { isRowChecked }: { isRowChecked: boolean },
): Promise<Set<string> | null> {
  const key = table.columns.flatMap((column, at) =>
    column.isPrimaryKey ? [{ ...column, value: tuple[at] ?? null }] : [],
  );
  const matches = key.map(({ name, sqlType }, at) => `${quoteName(name)} = ($${at + 1}::text)::${sqlType}`);
  const visible = isRowChecked ? `exists (select from ${table.name} where ${matches.join(" and ")})` : "true";
  const columns = `array(select attname::text from pg_catalog.pg_attribute where attrelid = ${table.oid}
    and attnum > 0 and not attisdropped and has_column_privilege(attrelid, attnum, 'SELECT'))`;
  const parameters = isRowChecked ? key.map(({ value }) => value) : [];
  const [row] = await asCaller(sql, claims, (transaction) =>
    transaction.unsafe(`select ${visible} as visible, ${columns} as columns`, parameters),
  );
  return row?.visible ? new Set<string>(row.columns) : null;
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

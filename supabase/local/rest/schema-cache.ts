import type postgres from "postgres";

export interface Relation {
  name: string;
  /** Column name to its type as SQL text, for example `timestamp with time zone`. */
  columns: Map<string, { type: string; fallback: string | null }>;
  primaryKey: string[];
}

export interface ForeignKey {
  name: string;
  table: string;
  columns: string[];
  target: string;
  targetColumns: string[];
  /** The referencing columns are unique, so the reverse side is one row, not many. */
  isUnique: boolean;
  /** The referencing columns are part of the primary key, as in a join table. */
  isInPrimaryKey: boolean;
}

export interface Argument {
  name: string;
  type: string;
  isRequired: boolean;
  isVariadic: boolean;
}

export interface Routine {
  name: string;
  arguments: Argument[];
  isVolatile: boolean;
  returnsSet: boolean;
  /** `void`, one value, or rows with columns. */
  returns: "void" | "value" | "rows";
  /** The exposed table whose rows it returns, which makes embedding possible. */
  relation: string | null;
}

/** What the Data API knows of the exposed schema, read in one go as PostgREST's schema cache. */
export interface SchemaCache {
  relations: Map<string, Relation>;
  foreignKeys: ForeignKey[];
  routines: Map<string, Routine[]>;
  /** Role name to its `alter role ... set` settings, for example a statement timeout. */
  roleSettings: Map<string, Record<string, string>>;
}

/** The only schema that the Data API serves here. */
export const exposedSchema = "public";

const relationsQuery = `
  select c.relname as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'fallback', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select json_agg(a.attname order by k.ord) from pg_index i,
        unnest(i.indkey) with ordinality k(attnum, ord), pg_attribute a
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum), '[]') as primary_key
  from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'v', 'm', 'f', 'p')
    and not c.relispartition`;

const foreignKeysQuery = `
  select k.conname as name, t.relname as "table", r.relname as target,
    (select json_agg(a.attname order by u.ord) from unnest(k.conkey) with ordinality u(attnum, ord)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum) as columns,
    (select json_agg(a.attname order by u.ord) from unnest(k.confkey) with ordinality u(attnum, ord)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.attnum) as target_columns,
    exists (select from pg_index i where i.indrelid = k.conrelid and i.indisunique and i.indpred is null
      and i.indkey::int2[] <@ k.conkey) as is_unique,
    exists (select from pg_index i where i.indrelid = k.conrelid and i.indisprimary
      and k.conkey <@ i.indkey::int2[]) as is_in_primary_key
  from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid
  where k.contype = 'f' and t.relnamespace = $1::regnamespace and r.relnamespace = $1::regnamespace
    and k.conparentid = 0
  order by k.conname`;

const routinesQuery = `
  select p.proname as name, p.provolatile = 'v' as is_volatile, p.proretset as returns_set,
    coalesce((select json_agg(json_build_object('name', coalesce(a.name, ''), 'type', format_type(a.type, null),
        'isRequired', a.ord <= cardinality(p.proargtypes::oid[]) - p.pronargdefaults, 'isVariadic', a.mode = 'v')
        order by a.ord)
      from (select row_number() over (order by n.position) as ord, n.type, n.name, n.mode
        from rows from (unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])), unnest(p.proargnames),
          unnest(p.proargmodes)) with ordinality n(type, name, mode, position)
        where coalesce(n.mode, 'i') in ('i', 'b', 'v') and n.type is not null) a), '[]') as arguments,
    case when p.prorettype = 'void'::regtype then 'void'
      when rt.typtype = 'c' or p.prorettype = 'record'::regtype or 't' = any(p.proargmodes) then 'rows'
      else 'value' end as returns,
    (select c.relname from pg_class c where c.oid = rt.typrelid and c.relnamespace = $1::regnamespace
      and c.relkind <> 'c') as relation
  from pg_proc p join pg_type rt on rt.oid = p.prorettype
  where p.pronamespace = $1::regnamespace and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
    and p.prorettype <> 'event_trigger'::regtype`;

const roleSettingsQuery = `
  select r.rolname as name, split_part(s, '=', 1) as key, substr(s, strpos(s, '=') + 1) as value
  from pg_roles r, unnest(r.rolconfig) s where r.rolname in ('anon', 'authenticated', 'service_role')
    and split_part(s, '=', 1) in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`;

interface RelationRow {
  name: string;
  columns: { name: string; type: string; fallback: string | null }[] | null;
  primary_key: string[];
}
interface ForeignKeyRow {
  name: string;
  table: string;
  target: string;
  columns: string[];
  target_columns: string[];
  is_unique: boolean;
  is_in_primary_key: boolean;
}
interface RoutineRow {
  name: string;
  is_volatile: boolean;
  returns_set: boolean;
  arguments: Argument[];
  returns: Routine["returns"];
  relation: string | null;
}

/** Reads tables, foreign keys, functions and role settings of the exposed schema. Needs a superuser connection. */
export function loadSchemaCache(sql: postgres.Sql): Promise<SchemaCache> {
  return sql.begin("read only", async (transaction) => {
    // Without a search path every type name outside pg_catalog comes back qualified.
    await transaction`select set_config('search_path', '', true)`;
    const relations = await transaction.unsafe<RelationRow[]>(relationsQuery, [exposedSchema]);
    const foreignKeys = await transaction.unsafe<ForeignKeyRow[]>(foreignKeysQuery, [exposedSchema]);
    const routines = await transaction.unsafe<RoutineRow[]>(routinesQuery, [exposedSchema]);
    const settings =
      await transaction.unsafe<{ name: string; key: string; value: string }[]>(roleSettingsQuery);
    const cache: SchemaCache = {
      relations: new Map(),
      foreignKeys: foreignKeys.map((row) => ({
        name: row.name,
        table: row.table,
        target: row.target,
        columns: row.columns,
        targetColumns: row.target_columns,
        isUnique: row.is_unique,
        isInPrimaryKey: row.is_in_primary_key,
      })),
      routines: new Map(),
      roleSettings: new Map(),
    };
    for (const row of relations)
      cache.relations.set(row.name, {
        name: row.name,
        columns: new Map((row.columns ?? []).map(({ name, ...column }) => [name, column])),
        primaryKey: row.primary_key,
      });
    for (const row of routines) {
      const routine: Routine = {
        name: row.name,
        arguments: row.arguments,
        isVolatile: row.is_volatile,
        returnsSet: row.returns_set,
        returns: row.returns,
        relation: row.relation,
      };
      cache.routines.set(row.name, [...(cache.routines.get(row.name) ?? []), routine]);
    }
    for (const { name, key, value } of settings)
      cache.roleSettings.set(name, { ...cache.roleSettings.get(name), [key]: value });
    return cache;
  });
}

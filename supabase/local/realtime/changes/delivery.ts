import type postgres from "postgres";
import type { Claims } from "../../keyring.ts";
import type { Relation, RowChange, Tuple } from "../replication/pgoutput.ts";
import type { ChangeListener, Subscription } from "./feed.ts";
import { describeTable, meets, type Row, rowAsJson, type Table, visibleColumns } from "./table.ts";

type Deliver = (change: RowChange, commitTime: Date, interested: Subscription[]) => Promise<void>;

const mostRecordBytes = 1024 * 1024;

/** A change as one kind of reader gets it. */
interface Shown {
  record?: Row;
  old_record?: Row;
  columns: Set<string>;
  errors: string[] | null;
}

/** Makes the function that shows one change to everyone who asked for it and may see it. */
export function createDelivery(sql: postgres.Sql): Deliver {
  // a changed table is described by a new relation object
  const tables = new WeakMap<Relation, Promise<Table>>();

  function tableOf(relation: Relation): Promise<Table> {
    let table = tables.get(relation);
    if (!table) {
      table = describeTable(sql, relation);
      table.catch(() => tables.delete(relation));
      tables.set(relation, table);
    }
    return table;
  }

  return async (change, commitTime, interested) => {
    const table = await tableOf(change.relation);
    const tuple = change.kind === "delete" ? change.old : change.row;
    const rows = await rowsOf(sql, table, change);
    for (const readers of groupByClaims(interested)) {
      const [first] = readers;
      const shown = first && (await showTo(sql, first.claims, table, change, rows));
      if (!shown) continue;
      for (const [listener, wishes] of groupByListener(readers)) {
        const met = await wishesMet(sql, table, tuple, wishes);
        if (met.length === 0) continue;
        const data = payload(change, commitTime, table, shown, met);
        listener.push("postgres_changes", { ids: met.map((wish) => wish.id), data }, null);
      }
    }
  };
}

/** The row after and before the change. Where RLS protects a table, only the key of the old row may be shown. */
async function rowsOf(sql: postgres.Sql, table: Table, change: RowChange) {
  const record = change.kind === "delete" ? undefined : await rowAsJson(sql, table, change.row);
  if (change.kind === "insert") return { record };
  const known = change.old ?? (change.kind === "update" ? change.row : []);
  const isWhole = change.old !== null && change.relation.isIdentityFull && !table.hasRowSecurity;
  const shown: Tuple = table.columns.map((column, at) =>
    isWhole || column.isPrimaryKey ? known[at] : undefined,
  );
  return { record, old_record: await rowAsJson(sql, table, shown) };
}

async function showTo(
  sql: postgres.Sql,
  claims: Claims,
  table: Table,
  change: RowChange,
  rows: { record?: Row; old_record?: Row },
): Promise<Shown | null> {
  const empty = { columns: new Set<string>() };
  const hasKey = table.columns.some((column) => column.isPrimaryKey);
  // a deleted row cannot be asked for any more, so its key goes to every reader of the table, as on hosted projects
  const isRowChecked = table.hasRowSecurity && change.kind !== "delete";
  if (isRowChecked && !hasKey) return { ...empty, errors: ["Error 400: Bad Request, no primary key"] };
  const tuple = change.kind === "delete" ? change.old : change.row;
  try {
    const columns = await visibleColumns(sql, claims, table, tuple, { isRowChecked });
    if (columns === null) return null;
    if (columns.size === 0) return { ...empty, errors: ["Error 401: Unauthorized"] };
    const isTooLarge = JSON.stringify(rows).length > mostRecordBytes;
    return { ...rows, columns, errors: isTooLarge ? ["Error 413: Payload Too Large"] : null };
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    return { ...empty, errors: ["Error 401: Unauthorized"] };
  }
}

async function wishesMet(sql: postgres.Sql, table: Table, tuple: Tuple, wishes: Subscription[]) {
  const met: Subscription[] = [];
  for (const wish of wishes) {
    // a filter on all tables of a schema may not fit this one
    if (await meets(sql, table, tuple, wish.conditions).catch(() => false)) met.push(wish);
  }
  return met;
}

function payload(
  change: RowChange,
  commitTime: Date,
  table: Table,
  shown: Shown,
  wishes: Subscription[],
): Record<string, unknown> {
  const selections = wishes.map((wish) => wish.select);
  const selected = selections.includes(null) ? null : new Set(selections.flatMap((names) => names ?? []));
  const isShown = (name: string) => shown.columns.has(name) && (selected === null || selected.has(name));
  const isTooLarge = shown.errors?.[0]?.includes("413");
  const pick = (row: Row | undefined) =>
    Object.fromEntries(
      Object.entries(row ?? {}).filter(
        ([name, value]) => isShown(name) && !(isTooLarge && JSON.stringify(value).length > 64),
      ),
    );
  return {
    schema: change.relation.schema,
    table: change.relation.table,
    type: change.kind.toUpperCase(),
    commit_timestamp: commitTime.toISOString(),
    columns: table.columns
      .filter(({ name }) => isShown(name))
      .map(({ name, typeName }) => ({ name, type: typeName })),
    ...(change.kind === "delete" ? {} : { record: pick(shown.record) }),
    ...(change.kind === "insert" ? {} : { old_record: pick(shown.old_record) }),
    errors: shown.errors,
  };
}

function groupByClaims(wishes: Subscription[]): Subscription[][] {
  return [...groupBy(wishes, (wish) => JSON.stringify(wish.claims)).values()];
}

function groupByListener(wishes: Subscription[]): Map<ChangeListener, Subscription[]> {
  return groupBy(wishes, (wish) => wish.listener);
}

function groupBy<Key>(wishes: Subscription[], keyOf: (wish: Subscription) => Key): Map<Key, Subscription[]> {
  const groups = new Map<Key, Subscription[]>();
  for (const wish of wishes) {
    const key = keyOf(wish);
    groups.set(key, [...(groups.get(key) ?? []), wish]);
  }
  return groups;
}

import type postgres from "postgres";
import { asCaller } from "../../caller.ts";
import type { Subscription } from "./feed.ts";
import { conditionSql } from "./filter.ts";

/**
 * Why changes cannot be listened to, in words for the client, or null: the table must be in the publication
 * `supabase_realtime`, and a filter must name readable columns and values of their types.
 */
export async function whyNotListen(sql: postgres.Sql, wanted: Subscription[]): Promise<string | null> {
  for (const subscription of wanted) {
    const { event, schema, table } = subscription;
    const [published] = await sql`
      select from pg_publication_tables where pubname = 'supabase_realtime'
        and (${schema} = '*' or schemaname = ${schema}) and (${table} = '*' or tablename = ${table}) limit 1`;
    if (!published)
      return (
        "Unable to subscribe to changes with given parameters. Please check Realtime is enabled for the given " +
        `connect parameters: [event: ${event}, schema: ${schema}, table: ${table}]`
      );
    if (table !== "*" && schema !== "*") {
      const problem = await filterProblem(sql, subscription);
      if (problem) return `Unable to subscribe to changes with given parameters: ${problem}`;
    }
  }
  return null;
}

async function filterProblem(sql: postgres.Sql, subscription: Subscription): Promise<string | null> {
  const { conditions, claims, schema, table } = subscription;
  if (conditions.length === 0) return null;
  const columns = await asCaller(
    sql,
    claims,
    (transaction) => transaction<{ name: string; type: string; readable: boolean }[]>`
      select attname::text as name, format_type(atttypid, null) as type,
        has_column_privilege(attrelid, attnum, 'SELECT') as readable
      from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ${schema} and c.relname = ${table} and attnum > 0 and not attisdropped`,
  );
  const values: string[] = [];
  const bind = (value: string) => `$${values.push(value)}`;
  const parts: string[] = [];
  for (const condition of conditions) {
    const column = columns.find(({ name }) => name === condition.column);
    if (!column?.readable) return `invalid column for filter ${condition.column}`;
    parts.push(conditionSql(condition, `null::${column.type}`, column.type, bind));
  }
  try {
    // asked of an empty value, only to learn whether the filter's own values fit the columns
    await sql.unsafe(`select ${parts.join(" and ")}`, values);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

import type postgres from "postgres";

interface SlotState {
  plugin: string | null;
  database: string | null;
  wal_status: string | null;
  active_pid: number | null;
}

/**
 * Makes sure that the logical slot exists, belongs to this database and is free. A slot whose WAL is gone is made
 * anew; a reader left behind by a killed stack is ended. Throws when the server does not log logically.
 */
export async function ensureSlot(sql: postgres.Sql, slot: string): Promise<void> {
  const [state] = await sql<SlotState[]>`
    select plugin, database, wal_status, active_pid from pg_replication_slots where slot_name = ${slot}`;
  const [here] = await sql<{ database: string }[]>`select current_database() as database`;
  if (state?.active_pid) await endReader(sql, slot, state.active_pid);
  const isUsable =
    state?.plugin === "pgoutput" && state.database === here?.database && state.wal_status !== "lost";
  if (isUsable) return;
  if (state) await sql`select pg_drop_replication_slot(${slot})`;
  await sql`select pg_create_logical_replication_slot(${slot}, 'pgoutput')`;
}

async function endReader(sql: postgres.Sql, slot: string, pid: number): Promise<void> {
  await sql`select pg_terminate_backend(${pid}, 5000)`;
  const [state] = await sql`select active from pg_replication_slots where slot_name = ${slot}`;
  if (state?.active) throw new Error(`Replication slot ${slot} is still read by database process ${pid}.`);
}

/** The end of the write-ahead log on disk. */
export async function currentLsn(sql: postgres.Sql): Promise<bigint> {
  const [row] = await sql<{ lsn: string }[]>`select pg_current_wal_flush_lsn()::text as lsn`;
  return parseLsn(row?.lsn ?? "0/0");
}

function parseLsn(text: string): bigint {
  const [high = "0", low = "0"] = text.split("/");
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/** Writes a WAL position as Postgres does, for example `0/16B3748`. */
export function formatLsn(lsn: bigint): string {
  return `${(lsn >> 32n).toString(16)}/${(lsn & 0xffffffffn).toString(16)}`.toUpperCase();
}

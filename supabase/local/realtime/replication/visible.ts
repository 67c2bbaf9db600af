import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";

const askAgainMs = 1;
const longestWaitMs = 2000;

/** Whether everybody sees by now what these transactions did; `xids` are their 32-bit numbers, as the log names them. */
export async function areVisible(sql: postgres.Sql, xids: number[]): Promise<boolean> {
  const [row] = await sql<{ are_visible: boolean }[]>`
    with now as (select pg_current_snapshot() as snapshot),
    latest as (select snapshot, pg_snapshot_xmax(snapshot)::text::bigint as xmax from now)
    select bool_and(pg_visible_in_snapshot(
      (xmax - (((xmax - xid + 2147483648) & 4294967295) - 2147483648))::text::xid8, snapshot)) as are_visible
    from latest, unnest(${xids}::bigint[]) as xid`;
  return row?.are_visible ?? true;
}

/**
 * Hands things on in their order, each when others see what its transaction did: a transaction is in the log on disk a moment
 * before that, and whoever is told of it then, and looks, would find what was before. Hands on anyway after two seconds, or when
 * `ask` fails.
 */
export function openGate<Item>(ask: (xids: number[]) => Promise<boolean>, handOn: (item: Item) => void) {
  let waiting: { xid: number; item: Item }[] = [];
  let work: Promise<void> | null = null;

  async function waitUntilVisible(xids: number[]): Promise<void> {
    const giveUpAt = performance.now() + longestWaitMs;
    while (!(await ask(xids).catch(() => true)) && performance.now() < giveUpAt) await pause(askAgainMs);
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await waitUntilVisible([...new Set(batch.map(({ xid }) => xid))]);
      for (const { item } of batch) handOn(item);
    }
    work = null;
  }

  return {
    add(xid: number, item: Item): void {
      waiting.push({ xid, item });
      work ??= run();
    },
    /** Resolves when all that was added so far has been handed on. */
    empty: async () => void (await work),
  };
}

import { createClient } from "@supabase/supabase-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openWal } from "./replication/connection.ts";
import { ReplicationPosition } from "./replication/position.ts";
import { followPublications } from "./replication/stream.ts";
import { startScratchRealtime } from "./testing/scratch-realtime.ts";

type Scratch = Awaited<ReturnType<typeof startScratchRealtime>>;

const publications = ["supabase_realtime_messages_publication"];
let scratch: Scratch;

beforeAll(async () => {
  scratch = await startScratchRealtime();
});

afterAll(() => scratch.stop());

async function send(n: number): Promise<void> {
  const sql = postgres(scratch.config.dbUrl, { max: 1, onnotice: () => {} });
  await sql`select realtime.send(${sql.json({ n })}, 'count', 'room', true)`;
  await sql.end();
}

async function listen() {
  const client = createClient(scratch.url, scratch.keys.secretKey);
  const heard: unknown[] = [];
  const statuses: string[] = [];
  const channel = client.channel("room", { config: { private: true } });
  channel.on("broadcast", { event: "count" }, ({ payload }) => heard.push(payload.n));
  await new Promise<void>((resolve) => {
    channel.subscribe((status) => {
      statuses.push(status);
      resolve();
    });
  });
  return { client, heard, statuses };
}

async function confirmedUpTo(lsn: string): Promise<boolean> {
  const [row] = await scratch.sql`select bool_and(confirmed_flush_lsn >= ${lsn}::pg_lsn) as confirmed
    from pg_replication_slots`;
  return row?.confirmed === true;
}

test("messages flow again after the database was restarted, and none that was written meanwhile is lost", async () => {
  const { client, heard, statuses } = await listen();
  await send(1);
  await vi.waitFor(() => expect(heard).toEqual([1]), 60_000);
  for (const n of [2, 5]) {
    // A reader that does not confirm the last of the log holds the shutdown up for a minute, which is too long for a test.
    await scratch.stopDatabase();
    await scratch.startDatabase();
    for (const next of [n, n + 1, n + 2]) await send(next);
  }
  await vi.waitFor(() => expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7]), 60_000);
  expect(statuses).toEqual(["SUBSCRIBED"]);
  await client.removeAllChannels();
});

test("the log is confirmed as it is read, also where nothing in it is for Realtime", async () => {
  await scratch.sql`create table unrelated as select generate_series(1, 10000) as n`;
  const [end] = await scratch.sql`select pg_current_wal_lsn()::text as lsn`;
  await vi.waitFor(async () => expect(await confirmedUpTo(end?.lsn)).toBe(true), 60_000);
});

test("a channel whose join meets a database that is away is refused, and joins when it is back", async () => {
  await scratch.stopDatabase();
  const { client, statuses } = await listen();
  expect(statuses).toEqual(["CHANNEL_ERROR"]);
  await scratch.startDatabase();
  await vi.waitFor(() => expect(statuses.at(-1)).toBe("SUBSCRIBED"), 60_000);
  await client.removeAllChannels();
});

test("a reader that a killed stack left behind makes way, and an unusable slot is made anew", async () => {
  await scratch.stopService();
  const { sql, config } = scratch;
  const left = await openWal(config.dbUrl, {
    slot: "realtime_broadcast_slot",
    publications,
    position: new ReplicationPosition(0n),
    onChange: () => {},
  });
  const heard: (string | null | undefined)[] = [];
  const first = await followPublications(scratch, publications, (change) => {
    if (change.kind === "insert") heard.push(change.row[3]);
  });
  await left.closed;
  await left.end();
  await send(8);
  await vi.waitFor(() => expect(heard).toEqual(["count"]), 60_000);
  await first.stop();

  await vi.waitFor(() => sql`select pg_drop_replication_slot('realtime_broadcast_slot')`, 60_000);
  await sql`select pg_create_logical_replication_slot('realtime_broadcast_slot', 'test_decoding')`;
  const second = await followPublications(scratch, publications, (change) => {
    if (change.kind === "insert") heard.push(change.row[3]);
  });
  await send(9);
  await vi.waitFor(() => expect(heard).toEqual(["count", "count"]), 60_000);
  await second.stop();
});

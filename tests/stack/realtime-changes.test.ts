import type { RealtimePostgresChangesPayload, SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "../setup/stack.ts";
import { eventually, newMember, openTestTopics, subscribe } from "./realtime-people.ts";

type Change = RealtimePostgresChangesPayload<Record<string, unknown>>;

const table = `notes_${crypto.randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  await openTestTopics();
  await database().unsafe(`
    create table realtime_tests.${table} (
      id bigint primary key, owner_id uuid, title text, score numeric, tags text[], extra jsonb,
      made_at timestamptz default '2026-01-02 03:04:05.678901+00', secret text
    );
    alter table realtime_tests.${table} enable row level security;
    grant select (id, owner_id, title, score, tags, extra, made_at) on realtime_tests.${table} to authenticated;
    create policy "own notes" on realtime_tests.${table} for select to authenticated
      using (owner_id = (select auth.uid()));
    alter publication supabase_realtime add table realtime_tests.${table};
  `);
});

afterAll(async () => {
  await database().unsafe(`drop table realtime_tests.${table}`);
});

async function listen(client: SupabaseClient, filter: { event?: string; table?: string; filter?: string }) {
  const changes: Change[] = [];
  const joined = await subscribe(client, crypto.randomUUID(), { private: false }, (channel) => {
    const wish = { event: "*" as const, schema: "realtime_tests", table, ...filter };
    channel.on("postgres_changes", wish as never, (change: Change) => changes.push(change));
  });
  expect(joined.statuses).toEqual(["SUBSCRIBED"]);
  await eventually(() => expect(joined.system).toHaveLength(1));
  return { changes, system: joined.system };
}

test("an owner hears of rows that the policies show, with the readable columns as the Data API gives them", async () => {
  const [owner, stranger] = [await newMember(), await newMember()];
  const mine = await listen(owner.client, {});
  const theirs = await listen(stranger.client, { event: "INSERT" });
  const sql = database();
  await sql.unsafe(
    `insert into realtime_tests.${table} (id, owner_id, title, score, tags, extra, secret)
     values (1, $1, 'fox', 7.5, '{a,b}', '{"deep": [1, null]}', 'hidden')`,
    [owner.id],
  );
  // a row is shown only while it is there: the policies are asked after the change
  await eventually(() => expect(mine.changes).toHaveLength(1));
  await sql.unsafe(`update realtime_tests.${table} set title = 'owl' where id = 1`);
  await eventually(() => expect(mine.changes).toHaveLength(2));
  await sql.unsafe(`delete from realtime_tests.${table} where id = 1`);
  await eventually(() => expect(mine.changes).toHaveLength(3));
  const row = {
    id: 1,
    owner_id: owner.id,
    title: "fox",
    score: 7.5,
    tags: ["a", "b"],
    extra: { deep: [1, null] },
    made_at: "2026-01-02T03:04:05.678901+00:00",
  };
  expect(mine.changes.map(({ eventType, new: after, old }) => ({ eventType, after, old }))).toEqual([
    { eventType: "INSERT", after: row, old: {} },
    { eventType: "UPDATE", after: { ...row, title: "owl" }, old: { id: 1 } },
    { eventType: "DELETE", after: {}, old: { id: 1 } },
  ]);
  expect(theirs.changes).toEqual([]);
});

test("a filter lets through only what it names", async () => {
  const owner = await newMember();
  const { changes } = await listen(owner.client, {
    filter: 'score=gt.5,title=in.("a,b",c),tags=not.is.null',
  });
  await database().unsafe(
    `insert into realtime_tests.${table} (id, owner_id, title, score, tags) values
      (10, $1, 'a,b', 6, '{}'), (11, $1, 'a', 6, '{}'), (12, $1, 'c', 5, '{}'), (13, $1, 'c', 9, null), (14, $1, 'c', 9, '{}')`,
    [owner.id],
  );
  await eventually(() =>
    expect(changes.map((change) => (change.new as { id: number }).id)).toEqual([10, 14]),
  );
});

test("a filter or table that cannot be listened to is named in a system message", async () => {
  const { client } = await newMember();
  const wrong = [
    { filter: "score=eq.many" },
    { filter: "secret=eq.x" },
    { filter: "title~x" },
    { table: "no_such_table" },
  ];
  for (const wish of wrong) {
    const { system } = await listen(client, wish);
    expect(system).toMatchObject([
      { status: "error", message: expect.stringContaining("Unable to subscribe") },
    ]);
  }
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "../../supabase/local/postgres/migrate.ts";
import { freshDatabase } from "../setup/database.ts";

let sql: postgres.Sql;
let folder: string;
let holder: postgres.ReservedSql;

beforeEach(async () => {
  sql = await freshDatabase();
  await sql`create table public.busy (id int primary key)`;
  await sql`insert into public.busy select generate_series(1, 100)`;
  folder = await mkdtemp(join(tmpdir(), "migrations-"));
  await writeFile(
    join(folder, "20990101000000_busy.sql"),
    "-- One more column.\n\nalter table public.busy add column note text;\ninsert into public.busy values (101);\n",
  );
  // As a report does that runs for minutes.
  holder = await sql.reserve();
  await holder`begin`;
  await holder`select count(*) from public.busy`;
});

afterEach(async () => {
  await holder`rollback`;
  holder.release();
  await rm(folder, { recursive: true, force: true });
});

const waiting = async () =>
  (
    await sql`select count(*)::int as n from pg_locks where not granted and relation = 'public.busy'::regclass`
  )[0]?.n;

const columns = async () =>
  (
    await sql`select attname from pg_attribute where attrelid = 'public.busy'::regclass and attnum > 0 order by attnum`
  ).map(({ attname }) => attname);

describe("a migration of a table in use", () => {
  it("steps back, lets others work, and is applied when the table is free", async () => {
    const applied = migrate(sql, folder, { tries: 100, pauseMs: 300 });
    await expect.poll(waiting, { interval: 10 }).toBe(1);
    await expect.poll(waiting, { interval: 10 }).toBe(0);
    expect(await columns()).toEqual(["id"]);
    await holder`commit`;
    expect(await applied).toHaveLength(1);
    expect(await columns()).toEqual(["id", "note"]);
    expect(await migrate(sql, folder)).toEqual([]);
  });

  it("never keeps readers and writers out for longer than they can bear", async () => {
    // The database itself ends whoever waits for more than eight seconds; a migration may take one of them.
    const applied = migrate(sql, folder, { tries: 4, pauseMs: 200 }).catch((error) => error);
    let isOver = false;
    applied.then(() => {
      isOver = true;
    });
    let done = 0;
    let mostWaiting = 0;
    const watch = async () => {
      while (!isOver) mostWaiting = Math.max(mostWaiting, await waiting());
    };
    const visitor = async (statement: string) => {
      while (!isOver) {
        await sql.begin(async (db) => {
          await db`set local statement_timeout = '8s'`;
          await db.unsafe(statement);
        });
        done += 1;
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    await Promise.all([
      watch(),
      visitor("select count(*) from public.busy"),
      visitor("update public.busy set id = id where id = 7"),
    ]);
    expect(await applied).toBeInstanceOf(Error);
    // Who came after the migration waited behind it, and had an answer each time that it stepped back.
    expect(mostWaiting).toBeGreaterThan(1);
    expect(done).toBeGreaterThanOrEqual(4);
  });

  it("says at last what was not changed and who is in the way", async () => {
    await holder`set application_name = 'quarterly report'`;
    const failed = migrate(sql, folder, { tries: 2, pauseMs: 10 });
    await expect(failed).rejects.toThrow(/20990101000000_busy\.sql: .*stayed in use.*tried 2 times/);
    await expect(failed).rejects.toThrow(/quarterly report\), idle in transaction for \d+ s/);
    expect(await columns()).toEqual(["id"]);
    const [row] = await sql`
      select count(*)::int as n from supabase_migrations.schema_migrations where version = '20990101000000'`;
    expect(row?.n).toBe(0);
  });
});

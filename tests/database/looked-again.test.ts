import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { appeal, hide, publishedUniverse, report, unhide } from "../fixtures/reports.ts";
import { untilWaiting } from "../fixtures/waiting.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ max: 8 });
  cast = await newCast(sql);
});

/** What `waiter` answers when `change` was made while it waited. */
async function meanwhile(
  change: (db: postgres.TransactionSql) => Promise<unknown>,
  waiter: () => Promise<unknown>,
): Promise<unknown> {
  let answer: Promise<unknown> | undefined;
  await sql.begin(async (holder) => {
    await change(holder);
    answer = waiter().catch((error: unknown) => error);
    await untilWaiting(holder);
  });
  return answer;
}

const remove = (slug: string) => async (db: postgres.TransactionSql) => {
  await db`delete from public.drafts where universe_id = (select id from public.universes where slug = ${slug})`;
  await db`delete from public.universes where slug = ${slug}`;
};
const notFound = { message: "not_found", code: "PT404" };

it("a universe that is deleted meanwhile is not found, by its owner, an admin or whoever reports it", async () => {
  const edit = (slug: string) =>
    ask(sql, cast.owner, (db) => db`select public.edit_universe(${slug}, 'private') as answer`);
  for (const waiter of [
    edit,
    (slug: string) => appeal(sql, cast.owner, slug),
    (slug: string) => hide(sql, cast.admin, slug),
    (slug: string) => unhide(sql, cast.admin, slug),
    (slug: string) => report(sql, cast.stranger, slug),
  ]) {
    const slug = await publishedUniverse(sql, cast.owner);
    expect(await meanwhile(remove(slug), () => waiter(slug))).toMatchObject(notFound);
  }
});

it("a report that waited while the universe was hidden is refused, and none of a hidden universe is open", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  const refused = await meanwhile(
    async (db) => {
      await db`select set_config('request.jwt.claims', ${JSON.stringify(cast.admin)}, true)`;
      await db`select public.hide_universe(${slug}, 'Frightening')`;
    },
    () => report(sql, cast.stranger, slug),
  );
  expect(refused).toMatchObject(notFound);
  expect([
    ...(await sql`
      select r.id from public.universe_reports r join public.universes u on u.id = r.universe_id
      where r.status = 'open' and u.hidden_at is not null`),
  ]).toEqual([]);
});

it("a hiding that waited for a report decides about it too", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  let id = "";
  await meanwhile(
    async (db) => {
      await db`select set_config('request.jwt.claims', ${JSON.stringify(cast.stranger)}, true)`;
      const [row] = await db`select public.report_universe(${slug}, 'wrong') as id`;
      id = row?.id;
    },
    () => hide(sql, cast.admin, slug),
  );
  const [row] = await sql`select status from public.universe_reports where id = ${id}`;
  expect(row).toEqual({ status: "upheld" });
});

import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ hasLimits: true });
});

beforeEach(async () => {
  cast = await newCast(sql);
});

interface Forecast {
  items: {
    draft_id: string;
    credits: number;
    refusal: string | null;
    is_own: boolean;
    retry_at: string | null;
  }[];
  credits: { needed: number; left: number };
  seconds_p50: number;
}
const foresee = (ids: string[], person: keyof Cast = "owner") =>
  ask<Forecast>(
    sql,
    cast[person],
    (db) => db`select public.get_batch_preflight(${db.array(ids)}::uuid[]) as answer`,
  );
const preflight = (id: string) =>
  ask<{ credits: { needed: number }; seconds_p50: number }>(
    sql,
    cast.owner,
    (db) => db`select public.get_preflight(${id}) as answer`,
  );
const start = (ids: string[], person: keyof Cast = "owner") =>
  ask<{ draft_id: string; job_id?: string; refusal?: { message: string } }[]>(
    sql,
    cast[person],
    (db) => db`select public.request_generations(${db.array(ids)}::uuid[]) as answer`,
  );
const drafts = async (counts: number[]) => {
  const ids: string[] = [];
  for (const count of counts) ids.push(await newDraft(sql, cast.owner, { count }));
  return ids;
};

it("adds up what each draft takes, and changes nothing", async () => {
  const ids = await drafts([2, 5]);
  const forecast = await foresee(ids);
  const single = await Promise.all(ids.map(preflight));
  expect(forecast.items.map(({ credits }) => credits)).toEqual(single.map(({ credits }) => credits.needed));
  expect(forecast.credits.needed).toBe(single.reduce((sum, { credits }) => sum + credits.needed, 0));
  expect(forecast.seconds_p50).toBeGreaterThan(Math.max(...single.map(({ seconds_p50 }) => seconds_p50)));
  expect(await sql`select from public.jobs`).toHaveLength(0);
});

it("foresees for each what then happens to it", async () => {
  await sql`update public.plans set generation_interval_seconds = 0`;
  const ids = await drafts(Array.from({ length: 12 }, () => 1));
  await generate(sql, cast.owner, ids[3] ?? "");
  const forecast = await foresee(ids);
  const answers = await start(ids);
  await sql`update public.plans set generation_interval_seconds = 60`;
  expect(forecast.items.map(({ refusal }) => refusal)).toEqual(
    answers.map(({ refusal }) => refusal?.message ?? null),
  );
  expect(forecast.items.filter(({ refusal }) => refusal === "rate_limited")).toHaveLength(2);
  expect(forecast.items[3]?.refusal).toBe("already_running");
  expect(forecast.items.at(-1)?.retry_at).toBeTruthy();
});

it("foresees which the credits do not suffice for", async () => {
  const ids = await drafts([10, 10, 1]);
  const [dear = 0, , cheap = 0] = (await Promise.all(ids.map(preflight))).map(
    ({ credits }) => credits.needed,
  );
  await sql`insert into public.user_quotas (user_id, credits_month, credits_left)
    values (${cast.owner.sub ?? ""}, date_trunc('month', now() at time zone 'utc'), ${dear + cheap})`;
  const forecast = await foresee(ids);
  expect(forecast.items.map(({ refusal }) => refusal)).toEqual([null, "out_of_credits", null]);
  expect(forecast.credits.left).toBe(dear + cheap);
  expect((await start(ids)).map(({ refusal }) => refusal?.message ?? null)).toEqual([
    null,
    "out_of_credits",
    null,
  ]);
});

it("foresees the wait after a generation, which holds for all of them", async () => {
  const ids = await drafts([1, 1, 1]);
  await generate(sql, cast.owner, ids[0] ?? "");
  const forecast = await foresee(ids);
  expect(forecast.items.map(({ refusal }) => refusal)).toEqual([
    "already_running",
    "rate_limited",
    "rate_limited",
  ]);
});

it("counts what is shared as the owner's expense, and leaves out what the caller cannot see", async () => {
  const [id = ""] = await drafts([3]);
  const own = await newDraft(sql, cast.stranger, { count: 1 });
  expect((await foresee([id, own], "stranger")).items.map(({ draft_id }) => draft_id)).toEqual([own]);
  await sql`insert into public.draft_members (draft_id, user_id, role)
    values (${id}, ${cast.stranger.sub ?? ""}, 'editor'), (${id}, ${cast.support.sub ?? ""}, 'viewer')`;
  const forecast = await foresee([id, own], "stranger");
  expect(forecast.items).toMatchObject([
    { is_own: false, refusal: null },
    { is_own: true, refusal: null },
  ]);
  expect(forecast.credits.needed).toBe(forecast.items[1]?.credits);
  expect((await foresee([id], "support")).items).toMatchObject([{ refusal: "forbidden" }]);
  expect((await foresee([id], "admin")).items).toEqual([]);
});

it("is about one draft to thirty, of people with an account", async () => {
  for (const ids of [[], Array.from({ length: 31 }, () => crypto.randomUUID())])
    await expect(foresee(ids)).rejects.toMatchObject({ code: "PT422" });
  await expect(foresee([crypto.randomUUID()], "anonymous")).rejects.toMatchObject(notGranted);
});

import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { finishedDraft, generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ max: 30, hasLimits: true });
});

beforeEach(async () => {
  cast = await newCast(sql);
});

interface Answer {
  draft_id: string;
  job_id?: string;
  refusal?: { code: string; message: string; hint: string };
}
const start = (ids: string[], person: keyof Cast = "owner", key: string | null = null) =>
  ask<Answer[]>(
    sql,
    cast[person],
    (db) => db`select public.request_generations(${db.array(ids)}::uuid[], ${key}) as answer`,
  );
const drafts = (count: number) => Promise.all(Array.from({ length: count }, () => newDraft(sql, cast.owner)));
const status = async (id: string) =>
  (await sql`select status from public.drafts where id = ${id}`)[0]?.status;
const quota = async () =>
  (
    await sql`select hour_count, credits_left from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`
  )[0];

describe("several drafts", () => {
  it("start at once although one at a time may start but one a minute, and each counts as a request", async () => {
    const ids = await drafts(3);
    const answers = await start(ids);
    expect(answers.map(({ draft_id }) => draft_id)).toEqual(ids);
    expect(new Set(answers.map(({ job_id }) => job_id)).size).toBe(3);
    expect(answers.every(({ job_id }) => job_id)).toBe(true);
    expect(await Promise.all(ids.map(status))).toEqual(["generating", "generating", "generating"]);
    expect((await quota())?.hour_count).toBe(3);
    const [late] = await start(await drafts(1));
    expect(late?.refusal).toMatchObject({ code: "PT429", message: "rate_limited" });
  });

  it("start but for those that are refused, which say why", async () => {
    const [fresh = "", busy = "", other = ""] = await drafts(3);
    const strange = await newDraft(sql, cast.stranger);
    await sql`update public.plans set generation_interval_seconds = 0`;
    const done = await finishedDraft(sql, cast.stranger);
    await generate(sql, cast.owner, busy);
    await sql`update public.drafts set owner_id = ${cast.owner.sub ?? ""} where id = ${done}`;
    const gone = crypto.randomUUID();
    const answers = await start([fresh, busy, strange, gone, done, other]);
    await sql`update public.plans set generation_interval_seconds = 60`;
    expect(answers.map(({ job_id, refusal }) => refusal?.message ?? Boolean(job_id))).toEqual([
      true,
      "already_running",
      "not_found",
      "not_found",
      "nothing_to_do",
      true,
    ]);
    expect(await status(strange)).toBe("draft");
  });

  it("start until the hour's requests are used up, and exactly those count", async () => {
    const ids = await drafts(12);
    const answers = await start(ids);
    expect(answers.filter(({ job_id }) => job_id)).toHaveLength(10);
    expect(answers.slice(10).map(({ refusal }) => refusal?.message)).toEqual([
      "rate_limited",
      "rate_limited",
    ]);
    expect(new Date(answers[10]?.refusal?.hint ?? "").getTime()).toBeGreaterThan(Date.now());
    expect((await quota())?.hour_count).toBe(10);
  });

  it("start until the credits are used up; a cheaper one after a dear one still may", async () => {
    const [dear = "", second = "", cheap = ""] = [
      await newDraft(sql, cast.owner, { count: 10 }),
      await newDraft(sql, cast.owner, { count: 10 }),
      await newDraft(sql, cast.owner, { count: 1 }),
    ];
    const prices = await Promise.all(
      [dear, cheap].map((id) =>
        ask<{ credits: { needed: number } }>(
          sql,
          cast.owner,
          (db) => db`select public.get_preflight(${id}) as answer`,
        ),
      ),
    );
    const [dearPrice = 0, cheapPrice = 0] = prices.map(({ credits }) => credits.needed);
    await sql`insert into public.user_quotas (user_id, credits_month, credits_left)
      values (${cast.owner.sub ?? ""}, date_trunc('month', now() at time zone 'utc'), ${dearPrice + cheapPrice})`;
    const answers = await start([dear, second, cheap]);
    expect(answers.map(({ job_id, refusal }) => refusal?.message ?? Boolean(job_id))).toEqual([
      true,
      "out_of_credits",
      true,
    ]);
    expect((await quota())?.credits_left).toBe(0);
  });

  it("named twice start once", async () => {
    const [id = ""] = await drafts(1);
    const answers = await start([id, id]);
    expect(answers).toHaveLength(1);
    expect((await quota())?.hour_count).toBe(1);
  });

  it("asked for twice with one key are asked for once", async () => {
    const ids = await drafts(2);
    const [one, two] = [await start(ids, "owner", "same key"), await start(ids, "owner", "same key")];
    expect(two).toEqual(one);
    expect((await quota())?.hour_count).toBe(2);
  });
});

it("starts each draft once when six ask for the same ones at once, in any order", async () => {
  const ids = await drafts(4);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) => start(n % 2 ? ids : [...ids].reverse())),
  );
  const started = answers.flat().filter(({ job_id }) => job_id);
  expect(new Set(started.map(({ draft_id }) => draft_id)).size).toBe(4);
  expect(started).toHaveLength(4);
  expect(
    await sql`select from public.jobs where type = 'generate_universe' and draft_id = any (${ids}::uuid[])`,
  ).toHaveLength(4);
});

it("lets an editor start what is shared with them, at the owner's expense, and a viewer not", async () => {
  const [id = ""] = await drafts(1);
  const add = (person: keyof Cast, role: string) =>
    sql`insert into public.draft_members (draft_id, user_id, role) values (${id}, ${cast[person].sub ?? ""}, ${role})`;
  await add("stranger", "viewer");
  await add("support", "editor");
  expect((await start([id], "stranger"))[0]?.refusal).toMatchObject({ message: "forbidden" });
  expect((await start([id], "support"))[0]?.job_id).toBeTruthy();
  expect((await quota())?.hour_count).toBe(1);
  expect((await start([id], "admin"))[0]?.refusal).toMatchObject({ message: "not_found" });
});

it("takes one draft to thirty, of people with an account", async () => {
  for (const ids of [[], Array.from({ length: 31 }, () => crypto.randomUUID())])
    await expect(start(ids)).rejects.toMatchObject({ code: "PT422" });
  await expect(start([crypto.randomUUID()], "anonymous")).rejects.toMatchObject(notGranted);
});

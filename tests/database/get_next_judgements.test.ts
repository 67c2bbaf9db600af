import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { freshWord } from "../fixtures/fresh-word.ts";
import { claimJudgements, judge, requestModeration, useSafetyModel } from "../fixtures/judgements.ts";
import { claimPieces } from "../fixtures/pieces.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  await useSafetyModel(sql, "meta/llama-guard-4-12b");
});
beforeEach(async () => {
  await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null,
    lease_expires_at = null, deadline_at = null where status in ('pending', 'processing')`;
  cast = await newCast(sql);
});

async function request(count = 1, person: keyof Cast = "owner"): Promise<string[]> {
  const texts = Array.from({ length: count }, freshWord);
  return ((await requestModeration(sql, cast[person], texts)) ?? []).map((one) => one?.id ?? "");
}
const claimedIds = async (limit?: number, now?: Date) =>
  (await claimJudgements(sql, limit, now)).map((job) => job.id);

describe("words to judge", () => {
  it("are claimed with all that a worker needs, and by nobody else then", async () => {
    const [id] = await request();
    const [job] = await claimJudgements(sql);
    expect(job).toMatchObject({
      id,
      type: "moderate",
      attempt: 1,
      payload: { languages: ["fr", "en"] },
      model: { name: "meta/llama-guard-4-12b", input_mapping: { prompt: "$text" } },
      unsettled_predictions: [],
    });
    const [row] = await sql`select * from public.jobs where id = ${id ?? ""}`;
    expect(row).toMatchObject({ status: "processing", lease_owner: "judging-worker" });
    expect(row?.lease_expires_at > new Date() && row?.deadline_at > row?.lease_expires_at).toBe(true);
    expect(await claimedIds()).toEqual([]);
  });

  it("do not wait for the three jobs that their writer has running, nor take a turn from them", async () => {
    await sql`select public.enqueue_jobs(${sql.json(
      Array.from({ length: 4 }, () => ({ user_id: cast.owner.sub ?? "", type: "publish" })),
    )})`;
    expect(await claimPieces(sql)).toHaveLength(3);
    const [id] = await request();
    expect(await claimPieces(sql)).toEqual([]);
    expect(await claimedIds()).toEqual([id]);
  });

  it("are never claimed twice by workers at the same time", async () => {
    const ids = await request(8);
    const claimed = await Promise.all(Array.from({ length: 6 }, () => claimedIds(3)));
    expect(claimed.flat().sort()).toEqual(ids.sort());
  });

  it("keep to the slots of their model", async () => {
    await sql`update public.models set max_concurrency = 2 where job_type = 'moderate'`;
    await request(3);
    await request(2, "stranger");
    const first = await claimJudgements(sql);
    expect(first).toHaveLength(2);
    expect(await claimedIds()).toEqual([]);
    for (const job of first) await judge(sql, job);
    expect(await claimedIds()).toHaveLength(2);
    await sql`update public.models set max_concurrency = 8 where job_type = 'moderate'`;
  });

  it("rest while they are paused and while the provider wants to be left alone, and go when they are late", async () => {
    const [id] = await request();
    const pause = await ask<string>(
      sql,
      cast.admin,
      (db) => db`select public.pause_jobs('moderate') as answer`,
    );
    expect(await claimedIds()).toEqual([]);
    await as(sql, cast.admin, (db) => db`select public.resume_jobs(${pause})`);
    await sql`update private.provider_state set held_until = now() + interval '1 minute'`;
    expect(await claimedIds()).toEqual([]);
    await sql`update private.provider_state set held_until = '-infinity'`;
    await sql`update public.jobs set expires_at = now() - interval '1 second' where id = ${id ?? ""}`;
    expect(await claimedIds()).toEqual([]);
    await sql`select public.reap_expired_jobs()`;
    const [late] = await sql`select status, error_code from public.jobs where id = ${id ?? ""}`;
    expect(late).toEqual({ status: "failed", error_code: "expired" });
  });

  it("are handed to workers alone", async () => {
    for (const person of ["owner", "support", "admin", "anonymous"] as const)
      await expect(
        as(sql, cast[person], (db) => db`select public.get_next_judgements('me', 1)`),
      ).rejects.toMatchObject(notGranted);
  });
});

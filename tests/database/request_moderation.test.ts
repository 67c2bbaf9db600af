import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { freshWord } from "../fixtures/fresh-word.ts";
import { claimJudgements, judge, requestModeration, useSafetyModel } from "../fixtures/judgements.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
/** Words that nobody has had judged before. */
let words: string;

beforeAll(async () => {
  sql = await freshDatabase();
});
beforeEach(async () => {
  cast = await newCast(sql);
  words = `a friendly dragon ${freshWord()}`;
  await useSafetyModel(sql, "meta/llama-guard-4-12b");
});

const request = (person: keyof Cast = "owner", texts = [words], languages?: string[]) =>
  requestModeration(sql, cast[person], texts, languages);
const jobsOf = (person: keyof Cast = "owner") =>
  sql`select * from public.jobs where user_id = ${cast[person].sub ?? ""} order by created_at`;
async function judgeAll(categories: string[] = []) {
  for (let jobs = await claimJudgements(sql); jobs.length > 0; jobs = await claimJudgements(sql))
    for (const job of jobs) await judge(sql, job, categories);
}

describe("where no safety model is in use", () => {
  it("nothing is judged, and nothing is made", async () => {
    await useSafetyModel(sql, null);
    expect(await request()).toBeNull();
    expect(await jobsOf()).toHaveLength(0);
  });

  it("is what a new project starts with, and Llama Guard stands ready", async () => {
    const [model] =
      await (await freshDatabase())`select name, is_active, price_micros, notes from public.models where job_type = 'moderate'`;
    expect(model).toMatchObject({ name: "meta/llama-guard-4-12b", is_active: false });
    expect(Number(model?.price_micros)).toBeGreaterThan(0);
  });
});

describe("words to judge", () => {
  it("become a job of the first priority, that names the deck's languages and what the model's words mean", async () => {
    const [judgement] = (await request("owner", [words], ["fr", "de"])) ?? [];
    expect(judgement).toMatchObject({ status: "pending", categories: null, error_code: null });
    const [job] = await jobsOf();
    expect(job).toMatchObject({
      id: judgement?.id,
      type: "moderate",
      priority: 10,
      credits: 0,
      draft_id: null,
      payload: { text: words, languages: ["fr", "de"], meanings: { S1: "violence", S8: null } },
    });
    const [hour] = await sql`select ${job?.expires_at ?? null} < now() + interval '61 seconds' as is_short`;
    expect(hour).toEqual({ is_short: true });
  });

  it("cost their writer neither a request nor a credit, whatever they ask and however it ends", async () => {
    const quota = () =>
      sql`select hour_count, day_count, credits_left from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`;
    const before = await quota();
    for (let n = 0; n < 15; n += 1) await request("owner", [`${words} ${n}`]);
    await judgeAll(["violence"]);
    expect(await quota()).toEqual(before);
    expect(await sql`select from public.credit_entries where user_id = ${cast.owner.sub ?? ""}`).toHaveLength(
      0,
    );
  });

  it("are answered in their order, the same words by the same job, and of all that are new by one job each", async () => {
    const answered = await request("owner", [words, `${words}!`, words]);
    expect(answered?.[0]?.id).toBe(answered?.[2]?.id);
    expect(answered?.[1]?.id).not.toBe(answered?.[0]?.id);
    expect(await jobsOf()).toHaveLength(2);
  });

  it("that are being judged already are not judged twice, also when they are sent twice at once", async () => {
    const twice = await Promise.all([request(), request()]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await request()).toEqual(twice[0]);
    expect(await jobsOf()).toHaveLength(1);
  });

  it("that were judged before are answered at once, for whomever, and whatever the order of the languages", async () => {
    await request("stranger", [words], ["en", "fr"]);
    await judgeAll(["horror"]);
    expect(await request("owner", [words], ["fr", "en"])).toMatchObject([
      { status: "completed", categories: ["horror"] },
    ]);
    expect(await jobsOf()).toHaveLength(0);
  });

  it("are judged anew by another model, for another deck, and when the first time failed", async () => {
    await request();
    await judgeAll();
    await request("owner", [words], ["de"]);
    expect(await jobsOf()).toHaveLength(2);
    await sql`update public.models set output_meanings = '{"S1": "horror"}' where job_type = 'moderate'`;
    await request();
    expect(await jobsOf()).toHaveLength(3);
    for (const job of await claimJudgements(sql))
      await sql`select public.fail_job(${job.id}, ${job.attempt}, 'provider_failed', 'No.', null, false)`;
    expect(await request()).toMatchObject([{ status: "pending" }]);
    expect(await jobsOf()).toHaveLength(4);
  });

  it("whose turn never came in time are judged anew", async () => {
    await request();
    await sql`update public.jobs set expires_at = now() - interval '1 second' where user_id = ${cast.owner.sub ?? ""}`;
    const [again] = (await request()) ?? [];
    expect(again).toMatchObject({ status: "pending" });
    expect(await jobsOf()).toHaveLength(2);
  });

  it("are from 1 to 50 texts that are not too long", async () => {
    const refused = { message: "validation_failed", code: "PT422" };
    for (const texts of [[], [""], ["a".repeat(20_001)], Array.from({ length: 51 }, (_, n) => `${n}`)])
      await expect(request("owner", texts)).rejects.toMatchObject(refused);
  });
});

describe("nobody waits for nothing", () => {
  const unavailable = { message: "moderation_unavailable", code: "PT503" };

  it("while judging is paused, for all or for this person", async () => {
    for (const pause of [
      (db: postgres.TransactionSql) => db`select public.pause_jobs('moderate') as answer`,
      (db: postgres.TransactionSql) => db`select public.pause_jobs() as answer`,
      (db: postgres.TransactionSql) =>
        db`select public.pause_jobs(p_user_id => ${cast.owner.sub ?? ""}) as answer`,
    ]) {
      const id = await ask<string>(sql, cast.admin, pause);
      await expect(request()).rejects.toMatchObject(unavailable);
      await as(sql, cast.admin, (db) => db`select public.resume_jobs(${id})`);
    }
    expect(await jobsOf()).toHaveLength(0);
  });

  it("while the provider does not offer the model, or wants to be left alone for long", async () => {
    await sql`update public.models set unavailable_since = now() where job_type = 'moderate' and is_active`;
    await expect(request()).rejects.toMatchObject(unavailable);
    await sql`update public.models set unavailable_since = null`;
    await sql`update private.provider_state set held_until = now() + interval '10 minutes'`;
    await expect(request()).rejects.toMatchObject(unavailable);
    await sql`update private.provider_state set held_until = now() + interval '5 seconds'`;
    expect(await request()).toMatchObject([{ status: "pending" }]);
    await sql`update private.provider_state set held_until = '-infinity'`;
  });

  it("and what was judged before is known even then", async () => {
    await request();
    await judgeAll(["hate"]);
    const id = await ask<string>(sql, cast.admin, (db) => db`select public.pause_jobs() as answer`);
    expect(await request()).toMatchObject([{ categories: ["hate"] }]);
    await as(sql, cast.admin, (db) => db`select public.resume_jobs(${id})`);
  });
});

describe("who may ask", () => {
  it("is everybody who is signed in, so often in an hour", async () => {
    await expect(request("anonymous")).rejects.toMatchObject(notGranted);
    for (const person of ["stranger", "support", "admin"] as const)
      expect(await request(person)).toMatchObject([{ status: "pending" }]);
    await sql`update private.settings set judgements_per_hour = 3`;
    await request(
      "owner",
      ["a", "b"].map((letter) => `${words} ${letter}`),
    );
    const tooMany = await request(
      "owner",
      ["c", "d"].map((letter) => `${words} ${letter}`),
    ).catch((error: postgres.PostgresError) => error);
    expect(tooMany).toMatchObject({ message: "rate_limited", code: "PT429" });
    const [first] = await jobsOf();
    // A database counts in microseconds.
    const from = Date.parse((tooMany as postgres.PostgresError).hint ?? "") - 3600_000;
    expect(Math.abs(from - first?.created_at.getTime())).toBeLessThanOrEqual(1);
    await request("owner", [`${words} c`]);
    await request("owner", [`${words} c`, `${words} a`]);
    await sql`update private.settings set judgements_per_hour = 600`;
  });
});

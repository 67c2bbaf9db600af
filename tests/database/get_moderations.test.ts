import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Moderation } from "../../lib/contract/moderation.ts";
import { ask, notGranted } from "../fixtures/ask.ts";
import { freshWord } from "../fixtures/fresh-word.ts";
import { claimJudgements, judge, requestModeration, useSafetyModel } from "../fixtures/judgements.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let words: string;
let id: string;

beforeAll(async () => {
  sql = await freshDatabase();
  await useSafetyModel(sql, "meta/llama-guard-4-12b");
});
beforeEach(async () => {
  cast = await newCast(sql);
  words = freshWord();
  id = await request("owner");
});

async function request(person: keyof Cast): Promise<string> {
  const [judgement] = (await requestModeration(sql, cast[person], [words])) ?? [];
  return judgement?.id ?? "";
}
const look = (person: keyof Cast = "owner", ids = [id]) =>
  ask<Moderation[]>(sql, cast[person], (db) => db`select public.get_moderations(${ids}::uuid[]) as answer`);
async function claimOwn() {
  const job = (await claimJudgements(sql, 50)).find((one) => one.id === id);
  if (!job) throw new Error("not claimed");
  return job;
}

describe("a judgement", () => {
  it("is under way, then fine, or refused with its reasons", async () => {
    expect(await look()).toEqual([{ id, status: "pending", categories: null, error_code: null }]);
    const job = await claimOwn();
    expect(await look()).toMatchObject([{ status: "processing", categories: null }]);
    await judge(sql, job, ["drugs"]);
    expect(await look()).toMatchObject([{ status: "completed", categories: ["drugs"] }]);
  });

  it("that failed or was stopped says so", async () => {
    const job = await claimOwn();
    await sql`select public.fail_job(${job.id}, ${job.attempt}, 'provider_failed', 'No.', null, false)`;
    expect(await look()).toMatchObject([{ status: "failed", error_code: "provider_failed" }]);
    id = await request("owner");
    await as(sql, cast.owner, (db) => db`select public.cancel_job(${id})`);
    expect(await look()).toMatchObject([{ status: "cancelled", categories: null }]);
  });

  it("that waits for nobody any more is refused at once, one that is known or under way is not", async () => {
    const unavailable = { message: "moderation_unavailable", code: "PT503" };
    await sql`select private.pause_models('provider_refused', now())`;
    await expect(look()).rejects.toMatchObject(unavailable);
    await sql`update public.job_pauses set resumed_at = now()`;
    await sql`update public.models set unavailable_since = now() where is_active`;
    await expect(look()).rejects.toMatchObject(unavailable);
    await sql`update public.models set unavailable_since = null`;
    const job = await claimOwn();
    await sql`select private.pause_models('provider_refused', now())`;
    expect(await look()).toMatchObject([{ status: "processing" }]);
    await judge(sql, job);
    expect(await look()).toMatchObject([{ status: "completed", categories: [] }]);
    await sql`update public.job_pauses set resumed_at = now()`;
  });

  it("is known as soon as somebody else's words were the same", async () => {
    const other = await request("stranger");
    expect(other).not.toBe(id);
    const jobs = await claimJudgements(sql, 50);
    const theirs = jobs.find((job) => job.id === other);
    if (!theirs) throw new Error("not claimed");
    await judge(sql, theirs, ["weapons"]);
    expect(await look()).toMatchObject([{ id, status: "completed", categories: ["weapons"] }]);
  });

  it("is nobody else's business while it is under way, and no job of another kind is one", async () => {
    for (const person of ["stranger", "support", "admin"] as const)
      expect(await look(person)).toEqual([null]);
    await expect(look("anonymous")).rejects.toMatchObject(notGranted);
    const [other] = await sql<{ id: string }[]>`
      select public.enqueue_jobs(${sql.json([{ user_id: cast.owner.sub ?? "", type: "publish" }])}) as id`;
    expect(await look("owner", [other?.id ?? "", id, crypto.randomUUID()])).toMatchObject([
      null,
      { id },
      null,
    ]);
    expect(await look("owner", [])).toEqual([]);
  });
});

import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claim, complete, drain, finishedDraft, generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let assetId: string;

beforeAll(async () => {
  sql = await freshDatabase({ max: 55 });
});

beforeEach(async () => {
  await drain(sql);
  cast = await newCast(sql);
  draftId = await finishedDraft(sql, cast.owner, 2);
  [assetId = ""] = await cardsOf(draftId);
});

interface Wish {
  assetId?: string;
  prompt?: string | null;
  seed?: number | null;
  key?: string | null;
}
const regenerate = (wish: Wish = {}, person: keyof Cast = "owner") =>
  ask<string>(
    sql,
    cast[person],
    (db) => db`select public.regenerate_asset(${draftId}, ${wish.assetId ?? assetId}, ${wish.prompt ?? null},
      ${wish.seed ?? null}, ${wish.key ?? null}) as answer`,
  );
const cardsOf = async (id: string) =>
  (await sql`select id from public.draft_assets where draft_id = ${id} order by sort_order`).map(
    (row) => row.id as string,
  );
const jobOf = async (id: string) => (await sql`select * from public.jobs where id = ${id}`)[0];
const card = async () => (await sql`select * from public.draft_assets where id = ${assetId}`)[0];
const draft = async () => (await sql`select * from public.drafts where id = ${draftId}`)[0];

it("is for the owner alone, for cards of that draft", async () => {
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(regenerate({}, person)).rejects.toMatchObject({ message: "not_found", code: "PT404" });
  await expect(regenerate({}, "anonymous")).rejects.toMatchObject(notGranted);
  const [other] = await cardsOf(await finishedDraft(sql, cast.owner, 1));
  for (const id of [other, crypto.randomUUID()])
    await expect(regenerate({ assetId: id ?? "" })).rejects.toMatchObject({ message: "not_found" });
});

describe("a new picture", () => {
  it("is made from a new seed and takes the old one's place only when it is there", async () => {
    const before = await card();
    const [{ seed: old } = { seed: 0 }] =
      await sql`select seed from public.draft_asset_versions where asset_id = ${assetId}`;
    const id = await regenerate();
    expect(await jobOf(id)).toMatchObject({
      type: "generate_image",
      parent_id: null,
      asset_id: assetId,
      credits: 1,
      payload: { seed: old + 1 },
    });
    expect(await card()).toMatchObject({ status: "generating", image_version_id: before?.image_version_id });
    expect(await draft()).toMatchObject({ status: "generating", active_job_id: id });
    expect(await drain(sql)).toBe(1);
    const after = await card();
    expect(after).toMatchObject({ status: "ready", progress: 100 });
    expect(after?.image_version_id).not.toBe(before?.image_version_id);
    expect(await draft()).toMatchObject({ status: "ready", active_job_id: null });
    expect(await sql`select from public.draft_asset_versions where asset_id = ${assetId}`).toHaveLength(2);
  });

  it("takes the seed and the prompt that it is given, and the card keeps the prompt", async () => {
    const prompt = `d'or "100 %" _ \\ ${"é".repeat(1000)}`;
    const before = await draft();
    const job = await jobOf(await regenerate({ seed: 42, prompt }));
    expect(job?.payload).toMatchObject({ seed: 42, prompt });
    expect(await card()).toMatchObject({ image_prompt: prompt });
    expect(Number((await draft())?.revision)).toBe(Number(before?.revision) + 1);
    await drain(sql);
  });

  it("with the prompt that the theme gives leaves the card without one of its own", async () => {
    const [row] = await sql`select private.resolve_image_prompt(${assetId}) as prompt`;
    await regenerate({ prompt: row?.prompt });
    expect(await card()).toMatchObject({ image_prompt: null });
  });

  it("has an estimate, and its credits in the ledger", async () => {
    const job = await jobOf(await regenerate());
    expect(job?.estimated_duration_ms).toBeGreaterThan(0);
    const entries = await sql`select kind, credits from public.credit_entries where job_id = ${job?.id}`;
    expect([...entries]).toEqual([{ kind: "charge", credits: 1 }]);
  });
});

describe("new words", () => {
  const askFor = (pieces: string[], prompt: string) =>
    ask<string>(
      sql,
      cast.owner,
      (db) =>
        db`select public.regenerate_asset(${draftId}, ${assetId}, ${prompt}, p_pieces => ${pieces}) as answer`,
    );
  const promptsOf = async (parentId: string) =>
    Object.fromEntries(
      (
        await sql`select type, payload from public.jobs where id = ${parentId} or parent_id = ${parentId}`
      ).map(({ type, payload }) => [type, payload.prompt]),
    );

  it("are those of the film where only a film is asked for", async () => {
    const before = await card();
    const id = await askFor(["video"], "The whale jumps");
    expect(await promptsOf(id)).toMatchObject({ generate_video: "The whale jumps" });
    expect(await card()).toMatchObject({
      video_prompt: "The whale jumps",
      image_prompt: before?.image_prompt,
    });
  });

  it("are those of the picture where it is made too", async () => {
    const id = await askFor(["image", "video"], "A whale with a hat");
    expect(await promptsOf(id)).toMatchObject({ generate_image: "A whale with a hat" });
    expect(await card()).toMatchObject({ image_prompt: "A whale with a hat", video_prompt: null });
  });

  it("are nobody's own where the theme says the same", async () => {
    const [row] = await sql`select private.resolve_video_prompt(${assetId}) as prompt`;
    await askFor(["video"], row?.prompt);
    expect(await card()).toMatchObject({ video_prompt: null });
  });
});

describe("it is refused, and nothing is half done,", () => {
  const refused = async (wish: Wish, error: object) => {
    const state = async () => [
      await card(),
      await draft(),
      ...(await sql`select count(*)::int as jobs from public.jobs`),
      ...(await sql`select day_count, credits_left from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`),
    ];
    const before = await state();
    await expect(regenerate(wish)).rejects.toMatchObject(error);
    expect(await state()).toEqual(before);
  };

  it("while the card is being made, or the draft published", async () => {
    await regenerate();
    await refused({ prompt: "another" }, { message: "already_running", code: "PT409" });
    await drain(sql);
    await ask(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public') as answer`);
    await refused({}, { message: "already_running" });
  });

  it("for a prompt that is empty or longer than 2,000 signs", async () => {
    for (const prompt of ["", "p".repeat(2001)]) await refused({ prompt }, { code: "23514" });
  });

  it("for a key that belongs to another card or another kind of request", async () => {
    const [, second] = await cardsOf(draftId);
    await regenerate({ key: "k" });
    await refused({ key: "k", assetId: second ?? "" }, { message: "validation_failed", code: "PT422" });
    await drain(sql);
    const other = await newDraft(sql, cast.owner, { count: 1 });
    await ask(
      sql,
      cast.owner,
      (db) => db`select public.request_generation(${other}, null, 'whole') as answer`,
    );
    await refused({ key: "whole" }, { message: "validation_failed" });
  });

  it("while the model is not to be had", async () => {
    await sql`update public.models set unavailable_since = now() where job_type = 'generate_image'`;
    await refused({}, { message: "model_unavailable", code: "PT503" });
    await sql`update public.models set unavailable_since = null`;
  });

  it("without requests or credits left", async () => {
    await sql`insert into public.plans values ('one', false, 1, 1, 0, 0) on conflict do nothing`;
    await sql`update public.credit_entries set is_counted = true`;
    await sql`update public.user_quotas set plan_key = 'one', hour_count = 0, day_count = 0, credits_month = '-infinity'
      where user_id = ${cast.owner.sub ?? ""}`;
    await refused({}, { message: "out_of_credits", code: "PT429" });
    await sql`update public.user_quotas set day_count = 1, day = (now() at time zone 'utc')::date where user_id = ${cast.owner.sub ?? ""}`;
    await refused(
      { prompt: "another" },
      { message: "rate_limited", code: "PT429", hint: expect.stringMatching(/T00:00:00\.000Z$/) },
    );
  });
});

describe("fifty clicks at once", () => {
  it("with one key are one job, also when it has ended", async () => {
    const ids = await Promise.all(Array.from({ length: 50 }, () => regenerate({ key: "fifty" })));
    expect(new Set(ids).size).toBe(1);
    await drain(sql);
    expect(await regenerate({ key: "fifty" })).toBe(ids[0]);
    expect(await sql`select from public.draft_asset_versions where asset_id = ${assetId}`).toHaveLength(2);
  });

  it("without a key let one through", async () => {
    const clicks = await Promise.allSettled(Array.from({ length: 50 }, () => regenerate()));
    expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

it("gives the credit back when the picture cannot be made", async () => {
  const left = async () =>
    (
      await sql`select (private.quota_of(${cast.owner.sub ?? ""}, now()) #>> '{credits,left}')::integer as credits_left`
    )[0]?.credits_left;
  await drain(sql);
  const before = await left();
  await regenerate();
  expect(await left()).toBe(before - 1);
  const [job] = await claim(sql);
  await sql`select public.fail_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, 'provider_rejected_input', 'no')`;
  expect(await left()).toBe(before);
  expect(await card()).toMatchObject({ status: "ready", error_code: "provider_rejected_input" });
});

it("runs beside the pictures of other cards, within the limits", async () => {
  const other = await newDraft(sql, cast.owner, { count: 1 });
  await generate(sql, cast.owner, other);
  await Promise.all((await cardsOf(draftId)).map((id) => regenerate({ assetId: id })));
  const jobs = await claim(sql);
  expect(jobs).toHaveLength(3);
  for (const job of jobs) await complete(sql, job);
});

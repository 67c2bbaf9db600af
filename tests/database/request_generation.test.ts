import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claim, complete, drain, finishedDraft, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ max: 55 });
  cast = await newCast(sql);
});

const request = (
  draftId: string,
  assetIds: string[] | null = null,
  key: string | null = null,
  person: keyof Cast = "owner",
) =>
  ask<string>(
    sql,
    cast[person],
    (db) => db`select public.request_generation(${draftId}, ${assetIds}::uuid[], ${key}) as answer`,
  );
const jobOf = async (id: string) => (await sql`select * from public.jobs where id = ${id}`)[0];
const cardsOf = async (draftId: string) =>
  (await sql`select id from public.draft_assets where draft_id = ${draftId} order by sort_order`).map(
    ({ id }) => id as string,
  );
const jobs = async () => (await sql`select count(*)::int as n from public.jobs`)[0]?.n;
const pool = (draftId: string, count: number, key: string | null) =>
  Promise.allSettled(Array.from({ length: count }, () => request(draftId, null, key)));

it("is for the owner alone: for everyone else there is no such draft", async () => {
  const draftId = await newDraft(sql, cast.owner);
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(request(draftId, null, null, person)).rejects.toMatchObject({
      message: "not_found",
      code: "PT404",
    });
  await expect(request(draftId, null, null, "anonymous")).rejects.toMatchObject(notGranted);
  await expect(request(crypto.randomUUID())).rejects.toMatchObject({ message: "not_found" });
  expect(await jobs()).toBe(0);
});

describe("a request", () => {
  it("plans concepts and pictures of what is missing, with its price, steps and estimate", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 4 });
    const job = await jobOf(await request(draftId));
    expect(job).toMatchObject({
      type: "generate_universe",
      status: "processing",
      planned_steps: 5,
      planned_weight: 17,
      credits: 4,
    });
    expect(job?.estimated_duration_ms).toBeGreaterThan(0);
    expect(
      await sql`select type, priority, payload -> 'count' as count from public.jobs where parent_id = ${job?.id}`,
    ).toMatchObject([{ type: "generate_concepts", priority: 8, count: 4 }]);
    const [entry] =
      await sql`select kind, credits, round from public.credit_entries where job_id = ${job?.id}`;
    expect(entry).toEqual({ kind: "charge", credits: 4, round: 0 });
    expect(await drain(sql)).toBe(5);
    expect(await jobOf(job?.id)).toMatchObject({
      status: "completed",
      progress: 100,
      current_step: 5,
      total_steps: 5,
    });
    expect(await cardsOf(draftId)).toHaveLength(4);
  });

  it("of a draft that lacks two pictures makes those two, and no concept again", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 4);
    await sql`update public.draft_assets set image_version_id = null, status = 'pending'
      where id in (select id from public.draft_assets where draft_id = ${draftId} limit 2)`;
    const job = await jobOf(await request(draftId));
    expect(job).toMatchObject({ planned_steps: 2, credits: 2 });
    expect(await drain(sql)).toBe(2);
  });

  it("for chosen cards makes new pictures of those, each once, and of nothing else", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 3);
    const [one, , three] = await cardsOf(draftId);
    const seeds = async () =>
      (await sql`select payload ->> 'seed' as seed from public.jobs where asset_id = ${one ?? ""}`).map(
        ({ seed }) => seed,
      );
    const job = await jobOf(await request(draftId, [one ?? "", three ?? "", one ?? ""]));
    expect(job).toMatchObject({ planned_steps: 2, credits: 2 });
    expect(await drain(sql)).toBe(2);
    expect(new Set(await seeds()).size).toBe(2);
  });

  it("keeps predicted and real duration side by side", async () => {
    const id = await request(await newDraft(sql, cast.owner, { count: 2 }));
    await drain(sql);
    const job = await jobOf(id);
    expect(job?.estimated_duration_ms).toBeGreaterThan(0);
    expect(job?.actual_duration_ms).toBeGreaterThanOrEqual(0);
  });
});

describe("a request is refused, and nothing is half done,", () => {
  const refused = async (work: () => Promise<unknown>, error: object) => {
    const state = async () => [
      await jobs(),
      ...(await sql`select count(*)::int as n from public.credit_entries`),
      ...(await sql`select hour_count, day_count, credits_left from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`),
    ];
    const before = await state();
    await expect(work()).rejects.toMatchObject(error);
    expect(await state()).toEqual(before);
  };

  it("while the draft is being worked on as a whole", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 1 });
    await request(draftId);
    await refused(() => request(draftId), { message: "already_running", code: "PT409" });
    await drain(sql);
    await ask(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public') as answer`);
    await refused(() => request(draftId), { message: "already_running" });
    await drain(sql);
  });

  it("when nothing is missing, or no card is named", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    await refused(() => request(draftId), { message: "nothing_to_do", code: "PT409" });
    await refused(() => request(draftId, []), { message: "nothing_to_do" });
  });

  it("for a card of another draft", async () => {
    const [mine, other] = [
      await finishedDraft(sql, cast.owner, 1),
      await finishedDraft(sql, cast.stranger, 1),
    ];
    const cards = [...(await cardsOf(mine)), ...(await cardsOf(other))];
    await refused(() => request(mine, cards), { message: "not_found", code: "PT404" });
  });

  it("for a key without a sign, or with 201", async () => {
    const draftId = await newDraft(sql, cast.owner);
    for (const key of ["", "k".repeat(201)])
      await refused(() => request(draftId, null, key), { code: "23514" });
  });

  it("while a model is not to be had, and again allowed ten minutes later", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 1 });
    await sql`update public.models set unavailable_since = now() - interval '9 minutes' where job_type = 'generate_image'`;
    await refused(() => request(draftId), { message: "model_unavailable", code: "PT503" });
    await sql`update public.models set unavailable_since = now() - interval '601 seconds' where job_type = 'generate_image'`;
    await request(draftId);
    await drain(sql);
  });

  it("when the plan's requests or credits are used up, with the time at which there are more", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 5 });
    await sql`insert into public.plans values ('tiny', false, 1, 5, 60, 4)`;
    await sql`update public.credit_entries set is_counted = true`;
    await sql`update public.user_quotas set plan_key = 'tiny', hour_count = 0, day_count = 0, generated_at = '-infinity',
      credits_month = '-infinity' where user_id = ${cast.owner.sub ?? ""}`;
    await refused(() => request(draftId), {
      message: "out_of_credits",
      code: "PT429",
      hint: expect.stringMatching(/-01T00:00:00\.000Z$/),
    });
    await sql`update public.plans set monthly_credits = 100 where key = 'tiny'`;
    await request(draftId);
    await drain(sql);
    const next = await newDraft(sql, cast.owner, { count: 1 });
    await refused(() => request(next), {
      message: "rate_limited",
      code: "PT429",
      hint: expect.stringMatching(/Z$/),
    });
    await sql`update public.user_quotas set plan_key = null where user_id = ${cast.owner.sub ?? ""}`;
  });
});

describe("the same idempotency key", () => {
  it("gets the same job for fifty clicks at once, charged once, also when it has ended", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 2 });
    const clicks = await pool(draftId, 50, "fifty");
    const ids = new Set(clicks.map((click) => (click.status === "fulfilled" ? click.value : click.reason)));
    expect(ids.size).toBe(1);
    const [id] = [...ids];
    expect(await sql`select from public.credit_entries where job_id = ${id}`).toHaveLength(1);
    await drain(sql);
    expect(await request(draftId, null, "fifty")).toBe(id);
  });

  it("is refused for another draft, and is another person's own affair", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 1 });
    await request(draftId, null, "mine");
    await expect(request(await newDraft(sql, cast.owner), null, "mine")).rejects.toMatchObject({
      message: "validation_failed",
      code: "PT422",
    });
    await request(await newDraft(sql, cast.stranger, { count: 1 }), null, "mine", "stranger");
    await drain(sql);
  });

  it("without one lets one of fifty clicks through", async () => {
    const clicks = await pool(await newDraft(sql, cast.owner, { count: 1 }), 50, null);
    expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const click of clicks)
      if (click.status === "rejected") expect(click.reason).toMatchObject({ message: "already_running" });
    await drain(sql);
  });
});

it("works beside the new picture of a single card", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 2);
  const [one, two] = await cardsOf(draftId);
  await ask(sql, cast.owner, (db) => db`select public.regenerate_asset(${draftId}, ${one ?? ""}) as answer`);
  const job = await jobOf(await request(draftId, [one ?? "", two ?? ""]));
  // The first is in the making already.
  expect(job).toMatchObject({ planned_steps: 1, credits: 1 });
  for (const claimed of await claim(sql)) await complete(sql, claimed);
  expect(await jobOf(job?.id)).toMatchObject({ status: "completed" });
});

import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claim, complete, drain, finishedDraft, generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ max: 25 });
  cast = await newCast(sql);
});

const publish = (draftId: string, visibility: string | null = "public", person: keyof Cast = "owner") =>
  ask<string>(
    sql,
    cast[person],
    (db) => db`select public.request_publish(${draftId}, ${visibility}) as answer`,
  );
const universeOf = async (draftId: string) =>
  (
    await sql`select u.*, d.status, d.published_revision = d.revision as is_current, d.id as draft_id from public.drafts d
    join public.universes u on u.id = d.universe_id where d.id = ${draftId}`
  )[0];

it("is for the owner alone", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 1);
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(publish(draftId, "public", person)).rejects.toMatchObject({
      message: "not_found",
      code: "PT404",
    });
  await expect(publish(draftId, "public", "anonymous")).rejects.toMatchObject(notGranted);
});

describe("a publication", () => {
  it("holds no longer once its owner decides anew who may see the universe", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    await publish(draftId);
    await drain(sql);
    const before = await universeOf(draftId);
    await publish(draftId);
    const [job] = await claim(sql);
    await ask(sql, cast.owner, (db) => db`select public.edit_universe(${before?.slug}, 'private') as answer`);
    const [look] =
      await sql`select public.get_missing_files(${job?.id ?? ""}, ${job?.attempt ?? 0}) as files`;
    expect(look?.files).toBeNull();
    await expect(
      sql`select public.complete_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, '{}')`,
    ).rejects.toMatchObject({ code: "40001" });
    const { visibility, release_id } = { ...(await universeOf(draftId)) };
    expect({ visibility, release_id }).toEqual({ visibility: "private", release_id: before?.release_id });
  });

  it("freezes names, pictures and colours as they are, whatever changes before it is made", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 2);
    const [job] = await sql`select * from public.jobs where id = ${await publish(draftId, "unlisted")}`;
    expect(job).toMatchObject({ type: "publish", priority: 9, planned_steps: 3, credits: 0 });
    expect(job?.payload).toMatchObject({ visibility: "unlisted" });
    const [publication] = await sql`select manifest from private.publications where job_id = ${job?.id}`;
    expect(publication?.manifest).toMatchObject({ theme: "ocean", background_color: "#0c4a6e" });
    expect(publication?.manifest.assets.map((asset: { sort_order: number }) => asset.sort_order)).toEqual([
      0, 1,
    ]);
    expect(await universeOf(draftId)).toMatchObject({ status: "publishing", release_id: null });
    await sql`update public.drafts set name = 'Other', revision = revision + 1 where id = ${draftId}`;
    await drain(sql);
    const universe = await universeOf(draftId);
    expect(universe).toMatchObject({
      visibility: "unlisted",
      name: "The ocean",
      status: "ready",
      is_current: false,
    });
    const [release] =
      await sql`select number, card_count, name from public.releases where id = ${universe?.release_id}`;
    expect(release).toEqual({ number: 1, card_count: 2, name: "The ocean" });
  });

  it("leaves out cards without a picture, and closes the gaps", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 3);
    await sql`update public.draft_assets set image_version_id = null, status = 'failed' where draft_id = ${draftId} and sort_order = 1`;
    await publish(draftId);
    await drain(sql);
    const cards =
      await sql`select sort_order from public.release_assets where release_id = ${(await universeOf(draftId))?.release_id} order by 1`;
    expect([...cards]).toEqual([{ sort_order: 0 }, { sort_order: 1 }]);
  });

  it("keeps words with quotes, percent signs and backslashes as they are", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const name = `d'or "100 %" _ \\ {}`;
    await sql`update public.drafts set name = ${name} where id = ${draftId}`;
    await publish(draftId);
    await drain(sql);
    expect(await universeOf(draftId)).toMatchObject({ name });
  });

  it("costs neither a request nor credits", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const quota = () =>
      sql`select day_count, credits_left from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`;
    const before = [...(await quota())];
    await publish(draftId);
    await drain(sql);
    expect([...(await quota())]).toEqual(before);
  });
});

describe("it is refused, and no job is made,", () => {
  const refused = async (draftId: string, visibility: string | null, error: object) => {
    const count = async () => (await sql`select count(*)::int as n from public.jobs`)[0]?.n;
    const before = await count();
    await expect(publish(draftId, visibility)).rejects.toMatchObject(error);
    expect(await count()).toBe(before);
  };

  it("as private, as nothing, or as something unknown", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    for (const visibility of ["private", null])
      await refused(draftId, visibility, { message: "validation_failed", code: "PT422" });
    await refused(draftId, "secret", { code: "22P02" });
  });

  it("without one picture", async () => {
    await refused(await newDraft(sql, cast.owner), "public", {
      message: "nothing_to_publish",
      code: "PT409",
    });
  });

  it("while anything of the draft is being made", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 1 });
    await generate(sql, cast.owner, draftId);
    await refused(draftId, "public", { message: "already_running", code: "PT409" });
    await drain(sql);
    const [card] = await sql`select id from public.draft_assets where draft_id = ${draftId}`;
    await ask(sql, cast.owner, (db) => db`select public.regenerate_asset(${draftId}, ${card?.id}) as answer`);
    await refused(draftId, "public", { message: "already_running" });
    await drain(sql);
  });
});

it("makes one release of twenty clicks at once, and the next number later", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 1);
  const clicks = await Promise.allSettled(Array.from({ length: 20 }, () => publish(draftId)));
  expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const job of await claim(sql)) await complete(sql, job);
  await publish(draftId);
  await drain(sql);
  const releases =
    await sql`select number from public.releases where universe_id = ${(await universeOf(draftId))?.id} order by 1`;
  expect([...releases]).toEqual([{ number: 1 }, { number: 2 }]);
});

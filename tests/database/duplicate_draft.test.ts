import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { finishedDraft, generate, newDraft } from "../fixtures/engine.ts";
import { drainPieces, newDraftOf, setUpModels } from "../fixtures/pieces.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  await setUpModels(sql);
});

const duplicate = (draftId: string, person: keyof Cast = "owner") =>
  ask<string>(sql, cast[person], (db) => db`select public.duplicate_draft(${draftId}) as answer`);
const cards = (draftId: string) =>
  ask<Record<string, unknown>[]>(
    sql,
    cast.owner,
    (db) => db`select public.list_draft_assets(${draftId}) as answer`,
  );
const stored = async (draftId: string) =>
  (
    await sql`select d.*, u.slug, u.visibility, u.release_id from public.drafts d
      join public.universes u on u.id = d.universe_id where d.id = ${draftId}`
  )[0];

/** What is the same of a card and its copy. */
const content = ({ id: _id, draft_id: _draft, updated_at: _at, ...rest }: Record<string, unknown>) => rest;

describe("a copy of a draft", () => {
  let first: string;
  let copy: string;

  beforeAll(async () => {
    first = await newDraftOf(sql, cast.owner, [
      "image",
      "video",
      "model3d",
      "text",
      "speech",
      "music",
      "cover",
      "logo",
    ]);
    await generate(sql, cast.owner, first);
    await drainPieces(sql);
    await sql`update public.draft_assets set approved_at = now(), image_prompt = 'My own {concept}'
      where draft_id = ${first} and sort_order = 0`;
    await sql`update public.drafts set music_prompt = 'Drums', background_color = '#123456' where id = ${first}`;
    copy = await duplicate(first);
  });

  it("has the same cards with their texts, prompts, files and approvals", async () => {
    const [before, after] = await Promise.all([cards(first), cards(copy)]);
    expect(after.map(content)).toEqual(before.map(content));
    expect(after).toHaveLength(2);
    expect(after[0]).toMatchObject({
      is_approved: true,
      own_image_prompt: "My own {concept}",
      draft_id: copy,
    });
    for (const key of ["image_path", "video_path", "model3d_path"]) expect(after[0]?.[key]).toBeTruthy();
    expect(JSON.stringify(after[0]?.texts)).toContain(".wav");
    expect(new Set([...before, ...after].map(({ id }) => id)).size).toBe(4);
  });

  it("has the same pieces of the universe, colours and wishes, but a name and an address of its own", async () => {
    const draft = (id: string) =>
      ask<Record<string, unknown>>(sql, cast.owner, (db) => db`select public.get_draft(${id}) as answer`);
    const [before, after] = await Promise.all([draft(first), draft(copy)]);
    for (const key of [
      "music_path",
      "cover_path",
      "logo_path",
      "thumbnail_path",
      "background_color",
      "music_prompt",
      "pieces",
      "languages",
      "count",
      "theme",
      "template",
      "status",
      "progress",
    ])
      expect([key, after[key]]).toEqual([key, before[key]]);
    expect(after).toMatchObject({
      name: "The ocean 2",
      slug: "the-ocean-2",
      status: "ready",
      visibility: "private",
      release: null,
      revision: 1,
      active_job_id: null,
      names: { fr: "L'océan 2", de: "Der Ozean 2" },
    });
  });

  it("has been made by nobody: nothing runs, and nothing is paid", async () => {
    expect(await sql`select from public.jobs where draft_id = ${copy}`).toHaveLength(0);
    const versions = await sql`select v.origin, v.job_id from public.draft_asset_versions v
      join public.draft_assets a on a.id = v.asset_id where a.draft_id = ${copy}
      union all select origin, job_id from public.draft_versions where draft_id = ${copy}`;
    expect(versions.length).toBeGreaterThan(10);
    expect(new Set(versions.map(({ origin, job_id }) => `${origin} ${job_id}`))).toEqual(
      new Set(["copied null"]),
    );
  });

  it("is another draft: what is changed in one, or deleted, stays in the other", async () => {
    const one = await duplicate(first);
    const before = await cards(one);
    await sql`update public.draft_assets set concept = 'other' where draft_id = ${one} and sort_order = 0`;
    expect((await cards(first))[0]).not.toMatchObject({ concept: "other" });
    await as(sql, cast.owner, (db) => db`select public.delete_draft(${first})`);
    const after = await cards(one);
    expect(after.map(({ image_path, texts }) => [image_path, texts])).toEqual(
      before.map(({ image_path, texts }) => [image_path, texts]),
    );
    const paths = after.map(({ image_path }) => String(image_path));
    await sql`insert into storage.objects (bucket_id, name, created_at)
      select 'draft-media', unnest(${paths}::text[]), now() - interval '2 days'`;
    const orphans = await sql<{ name: string }[]>`select name from public.list_orphan_objects(1000)`;
    expect(orphans.map(({ name }) => name).filter((name) => paths.includes(name))).toEqual([]);
  });
});

describe("a copy of what is not finished", () => {
  it("stands still, and can be asked for what it lacks", async () => {
    const busy = await newDraft(sql, cast.owner, { theme: "farm" });
    await generate(sql, cast.owner, busy);
    const copy = await duplicate(busy);
    expect(await stored(copy)).toMatchObject({ status: "draft", progress: 0, active_job_id: null });
    expect(await generate(sql, cast.owner, copy)).toBeTruthy();
    expect(await stored(busy)).toMatchObject({ status: "generating" });
  });

  it("forgets what failed", async () => {
    const failed = await finishedDraft(sql, cast.owner, 2);
    await sql`update public.draft_assets set image_version_id = null, status = 'failed', error_code = 'nsfw', error_message = 'No.'
      where draft_id = ${failed} and sort_order = 0`;
    const copy = await duplicate(failed);
    expect(await cards(copy)).toMatchObject([
      { status: "pending", error_code: null, progress: 0 },
      { status: "ready" },
    ]);
    expect(await stored(copy)).toMatchObject({ status: "partial", progress: 50 });
  });

  it("of what is published, is not", async () => {
    const published = await finishedDraft(sql, cast.owner, 2);
    await as(sql, cast.owner, (db) => db`select public.request_publish(${published}, 'public')`);
    await drainPieces(sql);
    expect(await stored(published)).toMatchObject({ status: "published", visibility: "public" });
    expect(await stored(await duplicate(published))).toMatchObject({
      status: "ready",
      visibility: "private",
      release_id: null,
      published_revision: null,
    });
  });
});

it("counts copies up, and takes a number that belongs to a name for what it is", async () => {
  const { owner } = cast;
  const name = async (id: string) => (await stored(id))?.name;
  const named = (text: string) =>
    ask<string>(sql, owner, (db) => db`select public.create_draft('any', ${text}) as answer`);
  const pond = await named("Pond");
  const second = await duplicate(pond);
  expect([
    await name(second),
    await name(await duplicate(second)),
    await name(await duplicate(pond)),
  ]).toEqual(["Pond 2", "Pond 3", "Pond 4"]);
  expect(await name(await duplicate(await named("Route 66")))).toBe("Route 66 2");
  const long = await name(await duplicate(await named("x".repeat(100))));
  expect(long).toBe(`${"x".repeat(96)} 2`);
});

it("is for the owner alone", async () => {
  const draftId = await newDraft(sql, cast.owner);
  const member = await newCast(sql);
  await sql`insert into public.draft_members (draft_id, user_id, role) values (${draftId}, ${member.owner.sub ?? ""}, 'editor')`;
  await expect(
    ask(sql, member.owner, (db) => db`select public.duplicate_draft(${draftId}) as answer`),
  ).rejects.toMatchObject({ code: "PT403" });
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(duplicate(draftId, person)).rejects.toMatchObject({ code: "PT404" });
  await expect(duplicate(draftId, "anonymous")).rejects.toMatchObject(notGranted);
  await expect(duplicate(crypto.randomUUID())).rejects.toMatchObject({ code: "PT404" });
});

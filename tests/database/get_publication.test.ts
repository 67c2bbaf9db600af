import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { finishedDraft, newDraft, publish } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Publication {
  missing: { kind: string; asset_id: string; language?: string }[];
  now: { assets: { id: string; image_path: string }[] };
  before: Publication["now"] | null;
  pictures: Record<string, string>;
  live: Record<string, unknown> | null;
}

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const get = (draftId: string, person: keyof Cast = "owner") =>
  ask<Publication>(sql, cast[person], (db) => db`select public.get_publication(${draftId}) as answer`);

it("is for the people of the draft and staff", async () => {
  const draftId = await newDraft(sql, cast.owner);
  for (const person of ["owner", "support", "admin"] as const)
    expect(await get(draftId, person)).toMatchObject({ missing: [], before: null, live: null });
  await expect(get(draftId, "stranger")).rejects.toMatchObject({ message: "not_found" });
  await expect(get(draftId, "anonymous")).rejects.toMatchObject(notGranted);
});

it("names what is missing, card by card: picture, names and alt texts in the languages of the universe, approval", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 3);
  await sql`update public.drafts set languages = '{de,en}' where id = ${draftId}`;
  const cards = await sql`select id from public.draft_assets where draft_id = ${draftId} order by sort_order`;
  const [first, second, third] = cards.map(({ id }) => id as string);
  await sql`update public.draft_asset_translations set alt_text = 'A picture.' where asset_id = ${first ?? ""}`;
  await sql`update public.draft_assets set approved_at = now() where id = ${first ?? ""}`;
  await sql`delete from public.draft_asset_translations where asset_id = ${second ?? ""} and language = 'de'`;
  await sql`update public.draft_assets set image_version_id = null where id = ${third ?? ""}`;
  expect((await get(draftId)).missing).toEqual([
    { kind: "alt_text", asset_id: second, language: "en" },
    { kind: "name", asset_id: second, language: "de" },
    { kind: "approval", asset_id: second },
    { kind: "picture", asset_id: third },
    { kind: "alt_text", asset_id: third, language: "en" },
    { kind: "alt_text", asset_id: third, language: "de" },
  ]);
});

it("shows what a release of now would be beside the live one, in one shape; both are the same just after it", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 2);
  await publish(sql, cast.owner, draftId);
  const { now, before, live, pictures } = await get(draftId);
  expect(now).toEqual(before);
  expect(live).toMatchObject({ number: 1, is_live: true });
  expect(Object.keys(pictures).sort()).toEqual(now.assets.map(({ id }) => id).sort());
  await sql`update public.drafts set background_color = '#123456' where id = ${draftId}`;
  const after = await get(draftId);
  expect(after.now).toEqual({ ...now, background_color: "#123456" });
  expect(after.before).toEqual(before);
});

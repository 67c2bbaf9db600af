import { beforeAll, beforeEach, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { newDraft, publish } from "../fixtures/engine.ts";
import { previewLink, type SharedCast, sharedDraft } from "../fixtures/members.ts";
import { freshDatabase } from "../setup/database.ts";

interface Preview {
  name: string;
  release: number;
  assets: { names: Record<string, string>; image_path: string; sort_order: number }[];
}

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: SharedCast;
let draftId: string;
let token: string;

beforeAll(async () => {
  sql = await freshDatabase();
  ({ cast, draftId } = await sharedDraft(sql));
});
beforeEach(async () => {
  ({ token } = await previewLink(sql, cast.owner, draftId));
});

const get = (secret: string | null) =>
  ask<Preview | null>(sql, cast.anonymous, (db) => db`select public.get_preview(${secret}) as answer`);

it("shows a draft that was never published to anybody who has the link", async () => {
  const preview = await get(token);
  expect(preview).toMatchObject({ name: "The ocean", release: 1, visibility: "private" });
  expect(preview?.assets.map(({ sort_order, names }) => [sort_order, names.en])).toEqual([
    [0, "whale"],
    [1, "crab"],
    [2, "fish"],
  ]);
  expect(JSON.stringify(preview)).not.toMatch(/prompt|owner|"user/);
});

it("has the cards that a release would have: those with a picture, as they are now", async () => {
  const [card] = await sql`select id from public.draft_assets where draft_id = ${draftId} and sort_order = 1`;
  await sql`update public.draft_assets set image_version_id = null where id = ${card?.id}`;
  expect((await get(token))?.assets.map(({ names }) => names.en)).toEqual(["whale", "fish"]);
  const empty = await newDraft(sql, cast.owner);
  expect((await get((await previewLink(sql, cast.owner, empty)).token))?.assets).toEqual([]);
});

it("is of the same shape as what is then published", async () => {
  const own = await sharedDraft(sql);
  const link = await previewLink(sql, own.cast.owner, own.draftId);
  const before = await get(link.token);
  const slug = await publish(sql, own.cast.owner, own.draftId);
  const after = await ask<Preview>(
    sql,
    cast.anonymous,
    (db) => db`select public.get_universe(${slug}) as answer`,
  );
  const shape = (universe: Preview | null) => [
    Object.keys(universe ?? {}).sort(),
    universe?.assets.map(({ names }) => names),
    Object.keys(universe?.assets[0] ?? {}).sort(),
  ];
  expect(shape(after)).toEqual(shape(before));
});

it("is null when the link is over, or never was", async () => {
  for (const wrong of ["", "0".repeat(64), null]) expect(await get(wrong)).toBeNull();
  await sql`update private.preview_links set expires_at = now()`;
  expect(await get(token)).toBeNull();
});

it("is shown 600 times in an hour, and then again in the next", async () => {
  await sql`update private.preview_links set hour_count = 599, hour_started_at = now() - interval '59 minutes'`;
  expect(await get(token)).not.toBeNull();
  await expect(get(token)).rejects.toMatchObject({ message: "rate_limited", code: "PT429" });
  await sql`update private.preview_links set hour_started_at = now() - interval '61 minutes'`;
  expect(await get(token)).not.toBeNull();
  const { token: other } = await previewLink(sql, cast.owner, draftId);
  expect(await get(other)).not.toBeNull();
});

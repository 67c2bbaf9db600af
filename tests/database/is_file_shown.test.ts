import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { drain, finishedDraft, publish } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const isShown = (path: string | null, person: keyof Cast = "anonymous") =>
  ask<boolean>(sql, cast[person], (db) => db`select public.is_file_shown(${path}) as answer`);
const imageOf = async (slug: string) =>
  (
    await sql`select p.image_path from public.release_assets p join public.universes u on u.release_id = p.release_id where u.slug = ${slug}`
  )[0]?.image_path as string;

it("is true for the files of universes that can be seen, and stops with them", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 1);
  const slug = await publish(sql, cast.owner, draftId);
  const path = await imageOf(slug);
  for (const person of ["anonymous", "owner", "stranger", "support", "admin"] as const)
    expect(await isShown(path, person)).toBe(true);
  for (const wrong of ["", "none", null]) expect(await isShown(wrong)).toBe(false);
  await sql`update public.universes set visibility = 'private' where slug = ${slug}`;
  expect(await isShown(path)).toBe(false);
  await sql`update public.universes set visibility = 'public', hidden_at = now() where slug = ${slug}`;
  expect(await isShown(path)).toBe(false);
});

it("stays true for the release before, which a page may still show", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 1);
  const slug = await publish(sql, cast.owner, draftId);
  const path = await imageOf(slug);
  const [card] = await sql`select id from public.draft_assets where draft_id = ${draftId}`;
  await as(sql, cast.owner, (db) => db`select public.regenerate_asset(${draftId}, ${card?.id}, 'a red one')`);
  await drain(sql);
  await publish(sql, cast.owner, draftId);
  expect(await imageOf(slug)).not.toBe(path);
  expect(await isShown(path)).toBe(true);
});

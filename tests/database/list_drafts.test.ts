import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
const ids: string[] = [];

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  for (let n = 0; n < 12; n += 1) ids.unshift(await newDraft(sql, cast.owner));
});

const list = (person: keyof Cast, skip: number | null = 0, limit: number | null = 50) =>
  ask<{ items: { id: string; names: object }[]; total: number }>(
    sql,
    cast[person],
    (db) => db`select public.list_drafts(${skip}, ${limit}) as answer`,
  );

it("gives each their own drafts, newest first, staff too", async () => {
  const { items, total } = await list("owner");
  expect([items.map(({ id }) => id), total]).toEqual([ids, 12]);
  for (const person of ["stranger", "support", "admin"] as const)
    expect(await list(person)).toEqual({ items: [], total: 0 });
  await expect(list("anonymous")).rejects.toMatchObject(notGranted);
});

it("gives page after page of the same total, without a gap", async () => {
  const pages = await Promise.all([0, 5, 10, 15].map((skip) => list("owner", skip, 5)));
  expect(pages.map(({ total }) => total)).toEqual([12, 12, 12, 12]);
  expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids);
});

it("keeps to sensible pages whatever is asked for", async () => {
  expect((await list("owner", -3, 4)).items.map(({ id }) => id)).toEqual(ids.slice(0, 4));
  expect((await list("owner", 0, -1)).items).toEqual([]);
  expect((await list("owner", 1_000_000, 10)).items).toEqual([]);
  await sql`
    with u as (insert into public.universes (owner_id, slug, name) select ${cast.admin.sub ?? ""}, 'many-' || n, 'Many'
      from generate_series(1, 130) n returning id, owner_id)
    insert into public.drafts (universe_id, owner_id, theme, name, languages) select id, owner_id, 'many', 'Many', '{fr}' from u`;
  const { items, total } = await list("admin", 0, 1_000_000);
  expect([items.length, total]).toEqual([100, 130]);
});

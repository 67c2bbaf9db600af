import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { finishedDraft, newDraft, publish } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let open: string[];
let quiet: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  open = [];
  for (let n = 0; n < 4; n += 1)
    open.unshift(await publish(sql, cast.owner, await finishedDraft(sql, cast.owner, 2)));
  quiet = await publish(sql, cast.owner, await finishedDraft(sql, cast.owner), "unlisted");
  await newDraft(sql, cast.owner);
});

const list = (person: keyof Cast = "anonymous", skip: number | null = 0, limit: number | null = 50) =>
  ask<{ items: Record<string, unknown>[]; total: number }>(
    sql,
    cast[person],
    (db) => db`select public.list_universes(${skip}, ${limit}) as answer`,
  );

it("gives everyone what is public, newest first, and neither what is unlisted nor drafts", async () => {
  for (const person of ["anonymous", "owner", "stranger", "support", "admin"] as const) {
    const { items, total } = await list(person);
    expect([items.map(({ slug }) => slug), total]).toEqual([open, 4]);
  }
  const rows = await as(sql, cast.anonymous, (db) => db`select slug from public.universes`);
  expect(rows.map(({ slug }) => slug)).not.toContain(quiet);
  expect(rows).toHaveLength(4);
});

it("shows what a shelf needs, and not whose it is", async () => {
  const [first] = (await list()).items;
  expect(first).toMatchObject({
    name: "The ocean",
    theme: "ocean",
    release: 1,
    card_count: 2,
    visibility: "public",
    thumbnail_path: expect.stringMatching(/\.webp$/),
  });
  expect(JSON.stringify(first)).not.toContain(cast.owner.sub);
  for (const key of ["owner_id", "draft_id", "job_id"]) expect(first).not.toHaveProperty(key);
});

it("gives page after page, and keeps to sensible ones", async () => {
  const slugs = async (skip: number, limit: number) =>
    (await list("anonymous", skip, limit)).items.map(({ slug }) => slug);
  expect([...(await slugs(0, 3)), ...(await slugs(3, 3))]).toEqual(open);
  expect(await slugs(-5, 2)).toEqual(open.slice(0, 2));
  expect([await slugs(0, -1), await slugs(99, 10)]).toEqual([[], []]);
  expect(await slugs(0, 1_000_000)).toEqual(open);
});

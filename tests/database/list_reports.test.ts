import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { hide, publishedUniverse, report } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const list = (person: keyof Cast, status = "open", skip = 0, limit = 50) =>
  ask<{ items: Record<string, unknown>[]; total: number }>(
    sql,
    cast[person],
    (db) => db`select public.list_reports(${status}, ${skip}, ${limit}) as answer`,
  );

it("gives staff the reports that wait, the oldest first, with what they need to decide", async () => {
  const slugs = [await publishedUniverse(sql, cast.owner), await publishedUniverse(sql, cast.owner)];
  const ids: string[] = [];
  for (const slug of slugs) ids.push(await report(sql, cast.stranger, slug, "wrong", "A whale is no fish."));
  for (const person of ["support", "admin"] as const) {
    const { items, total } = await list(person);
    expect([items.map(({ id }) => id), total]).toEqual([ids, 2]);
    expect(items[0]).toMatchObject({
      reason: "wrong",
      details: "A whale is no fish.",
      release: 1,
      reporter_email: expect.stringContaining("stranger-"),
      owner_email: expect.stringContaining("owner-"),
      universe: { slug: slugs[0], visibility: "public", is_hidden: false },
      thumbnail_path: expect.stringMatching(/\.webp$/),
      report_count: 1,
    });
  }
  expect((await list("admin", "open", 1, 1)).items.map(({ id }) => id)).toEqual([ids[1]]);
  expect(await list("admin", "upheld")).toEqual({ items: [], total: 0 });
});

it("counts those about the same universe, and gives of those that were decided the latest first", async () => {
  const [first, second] = [
    await publishedUniverse(sql, cast.owner),
    await publishedUniverse(sql, cast.owner),
  ];
  const ids = [await report(sql, cast.stranger, first), await report(sql, cast.support, first)];
  const other = await report(sql, cast.stranger, second);
  expect((await list("admin")).items.find(({ id }) => id === ids[0])).toMatchObject({ report_count: 2 });
  await hide(sql, cast.admin, first);
  await hide(sql, cast.admin, second);
  const { items } = await list("admin", "upheld");
  expect(items.map(({ id }) => id)).toEqual([other, ...ids]);
  expect(items[0]).toMatchObject({ universe: { is_hidden: true }, thumbnail_path: expect.any(String) });
});

it("is for staff alone", async () => {
  for (const person of ["owner", "stranger"] as const)
    await expect(list(person)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
  await expect(list("anonymous")).rejects.toMatchObject(notGranted);
});

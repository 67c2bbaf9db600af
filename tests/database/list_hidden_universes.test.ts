import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { appeal, hide, publishedUniverse, unhide } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const list = (person: keyof Cast, skip = 0, limit = 50) =>
  ask<{ items: Record<string, unknown>[]; total: number }>(
    sql,
    cast[person],
    (db) => db`select public.list_hidden_universes(${skip}, ${limit}) as answer`,
  );

it("gives staff what is hidden, objections that wait longest first", async () => {
  const slugs: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    slugs.push(await publishedUniverse(sql, cast.owner));
    await hide(sql, cast.admin, slugs[n] ?? "");
  }
  const [first = "", second = "", third = ""] = slugs;
  await appeal(sql, cast.owner, third);
  await appeal(sql, cast.owner, second);
  for (const person of ["support", "admin"] as const)
    expect((await list(person)).items.map(({ slug }) => slug)).toEqual([third, second, first]);
  expect((await list("admin")).items[0]).toMatchObject({
    reason: "Frightening",
    appeal: "It is a kind shark.",
    owner_email: expect.stringContaining("owner-"),
    hidden_by_email: expect.stringContaining("admin-"),
    thumbnail_path: expect.stringMatching(/\.webp$/),
  });
  expect(await list("admin")).toMatchObject({ total: 3, waiting: 2 });
  await ask(sql, cast.admin, (db) => db`select public.refuse_appeal(${third}, 'It bites') as answer`);
  expect(await list("admin")).toMatchObject({
    items: [{ slug: second }, { slug: first }, { slug: third, answer: "It bites" }],
    waiting: 1,
  });
  await unhide(sql, cast.admin, second);
  expect(await list("admin", 0, 1)).toMatchObject({ items: [{ slug: first }], total: 2, waiting: 0 });
});

it("is for staff alone", async () => {
  for (const person of ["owner", "stranger"] as const)
    await expect(list(person)).rejects.toMatchObject({ message: "forbidden" });
  await expect(list("anonymous")).rejects.toMatchObject(notGranted);
});

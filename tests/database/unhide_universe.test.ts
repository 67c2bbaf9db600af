import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { appeal, hide, publishedUniverse, trailOf, unhide } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

it("lets a universe be seen again by whom its owner lets see it, by an admin alone", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  await expect(unhide(sql, cast.admin, slug)).rejects.toMatchObject({ message: "nothing_to_do" });
  await hide(sql, cast.admin, slug);
  for (const person of ["owner", "stranger", "support"] as const)
    await expect(unhide(sql, cast[person], slug)).rejects.toMatchObject({ message: "forbidden" });
  await expect(unhide(sql, cast.anonymous, slug)).rejects.toMatchObject(notGranted);
  expect(await unhide(sql, cast.admin, slug)).toMatchObject({ slug, is_hidden: false });
  expect(
    await ask(sql, cast.anonymous, (db) => db`select public.get_universe(${slug}) is not null as answer`),
  ).toBe(true);
  expect((await trailOf(sql, slug)).at(-1)).toEqual({ action: "unhide", actor_id: cast.admin.sub, data: {} });
});

it("lets the owner object again when it is hidden once more", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  await hide(sql, cast.admin, slug);
  await appeal(sql, cast.owner, slug);
  await unhide(sql, cast.admin, slug);
  await hide(sql, cast.admin, slug);
  await appeal(sql, cast.owner, slug, "Still a kind shark.");
  expect((await trailOf(sql, slug)).map(({ action }) => action)).toEqual([
    "publish",
    "hide",
    "appeal",
    "unhide",
    "hide",
    "appeal",
  ]);
});

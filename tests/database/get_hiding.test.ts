import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { appeal, hide, publishedUniverse } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const get = (slug: string, person: keyof Cast) =>
  ask<object | null>(sql, cast[person], (db) => db`select public.get_hiding(${slug}) as answer`);

it("tells the owner and staff why, and what the owner said; nobody else that it is hidden at all", async () => {
  const slug = await publishedUniverse(sql, cast.owner);
  expect(await get(slug, "owner")).toBeNull();
  await hide(sql, cast.admin, slug, "Frightening");
  expect(await get(slug, "owner")).toMatchObject({ reason: "Frightening", appeal: null, appealed_at: null });
  await appeal(sql, cast.owner, slug);
  for (const person of ["owner", "support", "admin"] as const)
    expect(await get(slug, person)).toMatchObject({ appeal: "It is a kind shark." });
  expect(await get(slug, "stranger")).toBeNull();
  await expect(get(slug, "anonymous")).rejects.toMatchObject(notGranted);
});

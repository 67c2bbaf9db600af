import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { finishedDraft, publish } from "../fixtures/engine.ts";
import { hide } from "../fixtures/reports.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let slug: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  const draftId = await finishedDraft(sql, cast.owner, 2);
  slug = await publish(sql, cast.owner, draftId);
  await publish(sql, cast.owner, draftId);
});

const get = (person: keyof Cast, number: number | null = null, at = slug) =>
  ask<Record<string, unknown>>(
    sql,
    cast[person],
    (db) => db`select public.get_reviewed_release(${at}, ${number}) as answer`,
  );

it("shows staff any release of a universe as children see it", async () => {
  const seen = await ask(sql, cast.anonymous, (db) => db`select public.get_universe(${slug}) as answer`);
  for (const person of ["support", "admin"] as const) expect(await get(person)).toEqual(seen);
  expect(await get("support", 1)).toMatchObject({ slug, release: 1, assets: [{}, {}] });
  await expect(get("admin", 3)).rejects.toMatchObject({ message: "not_found", code: "PT404" });
  await expect(get("admin", null, "none")).rejects.toMatchObject({ message: "not_found" });
});

it("is for staff alone", async () => {
  for (const person of ["owner", "stranger"] as const)
    await expect(get(person)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
  await expect(get("anonymous")).rejects.toMatchObject(notGranted);
});

it("shows it too while nobody else sees it", async () => {
  await ask(sql, cast.owner, (db) => db`select public.edit_universe(${slug}, 'private') as answer`);
  expect(await get("support")).toMatchObject({ slug, visibility: "private" });
  await hide(sql, cast.admin, slug);
  expect(await get("support")).toMatchObject({ slug, release: 2 });
});

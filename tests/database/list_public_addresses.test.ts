import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { shelve } from "../fixtures/shelf.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const list = (person: keyof Cast) =>
  ask<{ slug: string; published_at: string }[]>(
    sql,
    cast[person],
    (db) => db`select public.list_public_addresses() as answer`,
  );

it("gives everyone the addresses of what is public, newest first, and of nothing else", async () => {
  const older = await shelve(sql, cast.owner, { name: "Older", publishedAt: "2026-01-01" });
  const newer = await shelve(sql, cast.owner, { name: "Newer", publishedAt: "2026-02-01" });
  await shelve(sql, cast.owner, { name: "Quiet", visibility: "unlisted" });
  await shelve(sql, cast.owner, { name: "Own", visibility: "private" });
  const hidden = await shelve(sql, cast.owner, { name: "Hidden" });
  await sql`update public.universes set hidden_at = now() where id = ${hidden}`;
  for (const person of ["anonymous", "owner", "stranger", "support", "admin"] as const) {
    const found = await list(person);
    expect(found.map(({ slug }) => slug)).toEqual([`shelved-${newer}`, `shelved-${older}`]);
    expect(Object.keys(found[0] ?? {}).sort()).toEqual(["published_at", "slug"]);
  }
});

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
  ask<{ key: string; names: { de: string }; count: number }[]>(
    sql,
    cast[person],
    (db) => db`select public.list_shelf_themes() as answer`,
  );

it("names the themes of which there is something to see, in their order, to everyone", async () => {
  await shelve(sql, cast.owner, { name: "Reef", theme: "ocean" });
  await shelve(sql, cast.owner, { name: "Deep sea", theme: "Der Ozean" });
  await shelve(sql, cast.owner, { name: "Whales", theme: "ocean" });
  await shelve(sql, cast.owner, { name: "Cows", theme: "farm" });
  await shelve(sql, cast.owner, { name: "Rockets", theme: "space", visibility: "unlisted" });
  const hidden = await shelve(sql, cast.owner, { name: "Trees", theme: "jungle" });
  await sql`update public.universes set hidden_at = now() where id = ${hidden}`;
  for (const person of ["anonymous", "owner", "stranger", "support", "admin"] as const) {
    const themes = await list(person);
    expect(themes.map(({ key, count }) => [key, count])).toEqual([
      ["ocean", 3],
      ["farm", 1],
    ]);
    expect(themes[0]?.names.de).toEqual(expect.any(String));
  }
});

import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

it("takes the named files off the list of what is being removed, for the worker alone", async () => {
  await sql`insert into private.condemned_files values ('a', now()), ('b', now())`;
  const forget = (person: keyof Cast) =>
    ask<null>(sql, cast[person], (db) => db`select public.forget_condemned('{a,none}') as answer`);
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(forget(person)).rejects.toMatchObject(notGranted);
  await forget("worker");
  await forget("worker");
  expect([...(await sql`select name from private.condemned_files`)]).toEqual([{ name: "b" }]);
});

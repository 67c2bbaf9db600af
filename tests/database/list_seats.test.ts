import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import type { Claims } from "../../supabase/local/keyring.ts";
import { ask, notGranted } from "../fixtures/ask.ts";
import { publishedUniverse } from "../fixtures/reports.ts";
import { endRoom, enterRoom, openRoom } from "../fixtures/rooms.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const list = (person: Claims, code: string) =>
  ask<{ total: number; items: string[] } | null>(
    sql,
    person,
    (db) => db`select public.list_seats(${code}) as answer`,
  );

it("gives who opened the room the seats of its screens, and nobody else", async () => {
  const { code, key } = await openRoom(sql, cast.stranger, await publishedUniverse(sql, cast.owner));
  expect(await list(cast.stranger, code)).toEqual({ total: 0, items: [] });
  const seats: unknown[] = [];
  for (let screen = 0; screen < 3; screen += 1) seats.push((await enterRoom(sql, cast.worker, key))?.seat);
  expect(await list(cast.stranger, code)).toEqual({ total: 3, items: seats });
  for (const person of ["owner", "support", "admin"] as const)
    expect(await list(cast[person], code)).toBeNull();
  await expect(list(cast.anonymous, code)).rejects.toMatchObject(notGranted);
  await endRoom(sql, cast.stranger, code);
  expect(await list(cast.stranger, code)).toBeNull();
});

import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { notGranted } from "../fixtures/ask.ts";
import { publishedUniverse } from "../fixtures/reports.ts";
import { listRooms, openRoom } from "../fixtures/rooms.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

it("shows a teacher the open rooms of their own, the newest first", async () => {
  const slugs = [await publishedUniverse(sql, cast.owner), await publishedUniverse(sql, cast.owner)];
  const rooms = [];
  for (const slug of slugs) rooms.push(await openRoom(sql, cast.stranger, slug));
  const over = await openRoom(sql, cast.stranger, await publishedUniverse(sql, cast.owner));
  await sql`update private.rooms set expires_at = now() where code = ${over.code}`;
  expect(await listRooms(sql, cast.stranger)).toEqual({ total: 2, items: rooms.reverse() });
});

it("shows nobody those of others", async () => {
  for (const person of ["owner", "support", "admin"] as const)
    expect(await listRooms(sql, cast[person])).toEqual({ total: 0, items: [] });
  await expect(listRooms(sql, cast.anonymous)).rejects.toMatchObject(notGranted);
});

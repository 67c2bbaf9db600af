import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { notGranted } from "../fixtures/ask.ts";
import { publishedUniverse } from "../fixtures/reports.ts";
import { endRoom, enterRoom, openRoom } from "../fixtures/rooms.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const aRoom = async () => openRoom(sql, cast.stranger, await publishedUniverse(sql, cast.owner));

it("is asked by the studio alone", async () => {
  const { key } = await aRoom();
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(enterRoom(sql, cast[person], key)).rejects.toMatchObject(notGranted);
});

it("gives the room, and each screen a seat of its own", async () => {
  const room = await aRoom();
  const answers = await Promise.all(Array.from({ length: 10 }, () => enterRoom(sql, cast.worker, room.key)));
  for (const answer of answers)
    expect(answer).toEqual({ ...room, seat: expect.stringMatching(/^[\w-]{12}$/) });
  expect(new Set(answers.map((answer) => answer?.seat)).size).toBe(10);
  const other = await enterRoom(sql, cast.worker, (await aRoom()).key);
  expect(answers.map((answer) => answer?.seat)).not.toContain(other?.seat);
});

it("says nothing to the screens that are there", async () => {
  const { key, code } = await aRoom();
  await enterRoom(sql, cast.worker, key);
  expect(
    (await sql`select from realtime.messages where topic in (${`room:${key}`}, ${`room:${code}`})`).length,
  ).toBe(0);
});

it("lets in whoever comes when all seats are given away, without one", async () => {
  const room = await aRoom();
  await sql`update private.rooms set seats = 999 where key = ${room.key}`;
  expect(await enterRoom(sql, cast.worker, room.key)).toMatchObject({ seat: expect.any(String) });
  expect(await enterRoom(sql, cast.worker, room.key)).toEqual({ ...room, seat: null });
});

it("is null without a right key, and when the room is over", async () => {
  const room = await aRoom();
  for (const wrong of [room.code, "", null]) expect(await enterRoom(sql, cast.worker, wrong)).toBeNull();
  await endRoom(sql, cast.stranger, room.code);
  expect(await enterRoom(sql, cast.worker, room.key)).toBeNull();
});

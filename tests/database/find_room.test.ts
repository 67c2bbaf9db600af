import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { notGranted } from "../fixtures/ask.ts";
import { publishedUniverse } from "../fixtures/reports.ts";
import { findRoom, openRoom, type RoomRecord } from "../fixtures/rooms.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let slug: string;
let room: RoomRecord;

/** A wrong code; another one for each number. */
const wrongCode = (number: number) =>
  [...`${number}`.padStart(8, "0")].map((digit) => "BDFGHKLMNP"[Number(digit)]).join("");

const find = (code: string | null, address: string | null = "203.0.113.7") =>
  findRoom(sql, cast.worker, code, address);
const guess = async (from: number, to: number, address?: string) => {
  for (let number = from; number < to; number += 1) expect(await find(wrongCode(number), address)).toBeNull();
};
const limits = (address: number, all: number) =>
  sql`update private.settings set wrong_codes_per_address = ${address}, wrong_codes_in_all = ${all}`;
const refused = { message: "rate_limited", code: "PT429" };

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  slug = await publishedUniverse(sql, cast.owner);
});
beforeEach(async () => {
  await sql`delete from private.rooms`;
  await sql`delete from private.wrong_codes`;
  // A salt of this moment, so that no test sees the end of its hour.
  await sql`delete from private.door_salts`;
  await limits(3, 5);
  room = await openRoom(sql, cast.stranger, slug);
});

it("is asked by the studio alone, which knows where somebody comes from", async () => {
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(findRoom(sql, cast[person], room.code, "203.0.113.7")).rejects.toMatchObject(notGranted);
  expect(await find(room.code)).toEqual(room);
});

it("knows no code of a room that is over, or whose universe is taken back", async () => {
  for (const nothing of ["", null, room.code.toLowerCase(), room.key]) expect(await find(nothing)).toBeNull();
  await sql`update private.rooms set expires_at = now()`;
  expect(await find(room.code)).toBeNull();
});

describe("who tries wrong codes", () => {
  it("waits after the last that is allowed, also with a right one; others come in", async () => {
    await guess(0, 3);
    await expect(find(wrongCode(3))).rejects.toMatchObject(refused);
    await expect(find(room.code)).rejects.toMatchObject(refused);
    expect(await find(room.code, "203.0.113.8")).toEqual(room);
    expect(await find(room.code, null)).toEqual(room);
  });

  it("is told when to come back, which is five minutes after the first of them", async () => {
    await guess(0, 1);
    await sql`update private.wrong_codes set tried_at = now() - interval '4 minutes'`;
    await guess(1, 3);
    const error = await find(wrongCode(3)).catch((problem) => problem);
    const [row] =
      await sql`select date_trunc('milliseconds', min(tried_at) + interval '5 minutes') = ${error.hint}::timestamptz as is_right
      from private.wrong_codes`;
    expect(row?.is_right).toBe(true);
  });

  it("comes in again once it is long enough ago", async () => {
    await guess(0, 3);
    await sql`update private.wrong_codes set tried_at = now() - interval '5 minutes'`;
    expect(await find(room.code)).toEqual(room);
  });

  it("may try the same letters as often as a whole class whose room is over", async () => {
    for (let child = 0; child < 30; child += 1) expect(await find(wrongCode(0))).toBeNull();
    expect(await find(room.code)).toEqual(room);
  });

  it("is not counted for what can be no code", async () => {
    for (const nothing of ["", "short", "AEIOUAEI", "x".repeat(1000)]) expect(await find(nothing)).toBeNull();
    expect((await sql`select from private.wrong_codes`).length).toBe(0);
  });

  it("is bounded with all others who guess, for a minute; who has mistyped a few times comes in", async () => {
    await limits(100, 10);
    await guess(0, 5, "203.0.113.1");
    await guess(5, 9, "203.0.113.2");
    expect(await find(room.code, "203.0.113.1")).toEqual(room);
    await guess(9, 10, "203.0.113.2");
    for (const address of ["203.0.113.1", "203.0.113.2"])
      await expect(find(room.code, address)).rejects.toMatchObject(refused);
    await guess(10, 14, "203.0.113.3");
    expect(await find(room.code, "203.0.113.3")).toEqual(room);
    await sql`update private.wrong_codes set tried_at = now() - interval '61 seconds'`;
    expect(await find(room.code, "203.0.113.1")).toEqual(room);
  });

  it.each([
    ["one household of IPv6", "2001:db8:1:2::a", "2001:db8:1:2:ffff::b"],
    ["one IPv4 address, however a socket writes it", "198.51.100.4", "::ffff:198.51.100.4"],
    ["all that is no address", "", "not an address"],
  ])("is one for %s", async (_, one, other) => {
    await guess(0, 3, one);
    await expect(find(room.code, other)).rejects.toMatchObject(refused);
  });

  it.each([
    ["two households of IPv6", "2001:db8:1:2::a", "2001:db8:1:3::a"],
    ["two IPv4 addresses, as a socket writes them", "::ffff:198.51.100.4", "::ffff:198.51.100.5"],
  ])("is not one for %s", async (_, one, other) => {
    await guess(0, 3, one);
    expect(await find(room.code, other)).toEqual(room);
  });
});

describe("what is kept of it", () => {
  it("has no address, and another mark for it every hour", async () => {
    await guess(0, 1, "198.51.100.4");
    await sql`update private.door_salts set drawn_at = drawn_at - interval '1 hour'`;
    await guess(0, 1, "198.51.100.4");
    const rows = await sql<
      { mark: string }[]
    >`select encode(address_mark, 'hex') as mark from private.wrong_codes`;
    expect(new Set(rows.map(({ mark }) => mark)).size).toBe(2);
    const [plain] = await sql`select encode(sha256('198.51.100.4'), 'hex') as hash`;
    expect(rows.map(({ mark }) => mark)).not.toContain(plain?.hash);
  });

  it("is forgotten after five minutes, and the salt with its hour", async () => {
    await guess(0, 2);
    await sql`update private.wrong_codes set tried_at = now() - interval '6 minutes' where code = ${wrongCode(0)}`;
    await sql`insert into private.door_salts values (now() - interval '61 minutes')`;
    const jobs = await sql<{ command: string; schedule: string }[]>`
      select command, schedule from cron.job where jobname = 'forget-wrong-codes'`;
    expect(jobs).toMatchObject([{ schedule: "* * * * *" }]);
    await sql.unsafe(jobs[0]?.command ?? "");
    expect((await sql`select code from private.wrong_codes`).map(({ code }) => code)).toEqual([wrongCode(1)]);
    expect((await sql`select from private.door_salts`).length).toBe(1);
  });

  it("is in no backup", async () => {
    const rows = await sql`
      select relname from pg_class where relname in ('wrong_codes', 'door_salts') and relpersistence = 'u'`;
    expect(rows).toHaveLength(2);
  });
});

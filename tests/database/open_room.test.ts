import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { notGranted } from "../fixtures/ask.ts";
import { newPerson } from "../fixtures/members.ts";
import { publishedUniverse } from "../fixtures/reports.ts";
import { openRoom } from "../fixtures/rooms.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let slug: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  slug = await publishedUniverse(sql, cast.owner);
});

it("is for whoever is signed in, whoever made the universe, and for nobody else", async () => {
  for (const person of ["owner", "stranger", "support", "admin"] as const)
    expect(await openRoom(sql, cast[person], slug)).toMatchObject({
      slug,
      mode: "led",
      card_id: null,
      has_sound: false,
      sequence: 1,
    });
  await expect(openRoom(sql, cast.anonymous, slug)).rejects.toMatchObject(notGranted);
});

it("gives the same room on every device of a teacher, and each teacher a room of their own", async () => {
  const ada = await newPerson(sql, "ada");
  const rooms = await Promise.all([1, 2, 3].map(() => openRoom(sql, ada, slug)));
  expect(new Set(rooms.map(({ code }) => code)).size).toBe(1);
  const other = await openRoom(sql, await newPerson(sql, "bo"), slug);
  expect(other.code).not.toBe(rooms[0]?.code);
});

it("gives a new room once the old one is over", async () => {
  const ada = await newPerson(sql, "ada");
  const { code } = await openRoom(sql, ada, slug);
  await sql`update private.rooms set expires_at = now() where code = ${code}`;
  expect((await openRoom(sql, ada, slug)).code).not.toBe(code);
});

it("wants a universe that can be seen, by its present address or one from before", async () => {
  const own = await publishedUniverse(sql, cast.owner);
  const newSlug = `moved-${crypto.randomUUID()}`;
  await sql`update public.universes set slug = ${newSlug} where slug = ${own}`;
  expect(await openRoom(sql, cast.stranger, own)).toMatchObject({ slug: newSlug });
  await sql`update public.universes set visibility = 'private' where slug = ${newSlug}`;
  for (const wrong of [newSlug, "none", ""])
    await expect(openRoom(sql, cast.owner, wrong)).rejects.toMatchObject({ message: "not_found" });
});

it("lets a teacher have ten rooms at once", async () => {
  const ada = await newPerson(sql, "ada");
  const slugs: string[] = [];
  for (let count = 0; count < 11; count += 1) slugs.push(await publishedUniverse(sql, cast.owner));
  const [first = "", ...others] = slugs;
  for (const one of others) await openRoom(sql, ada, one);
  await expect(openRoom(sql, ada, first)).rejects.toMatchObject({ message: "too_many_people" });
  expect(await openRoom(sql, ada, others[0] ?? "")).toMatchObject({ sequence: 1 });
});

it("draws codes that are easily told apart and mean nothing", async () => {
  const rows = await sql<{ code: string }[]>`
    select private.new_room_code() as code from generate_series(1, 3000)`;
  const codes = rows.map(({ code }) => code);
  // Of so many draws at once a pair is alike now and then: a code is only unlike those of open rooms.
  expect(new Set(codes).size).toBeGreaterThan(codes.length - 4);
  for (const code of codes) {
    expect(code).toMatch(/^[BDFGHKLMNPRTVXZ]{8}$/);
    expect(code).not.toMatch(/(.)\1|KZ|NZ|PD|TG|BDM|FDP|NPD|NTM/);
  }
  // Every letter is drawn about as often as any other.
  const counts = [..."BDFGHKLMNPRTVXZ"].map((letter) => codes.join("").split(letter).length - 1);
  expect(Math.min(...counts)).toBeGreaterThan(1000);
  expect(Math.max(...counts)).toBeLessThan(2200);
});

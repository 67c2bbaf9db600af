import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { notGranted } from "../fixtures/ask.ts";
import { publishedUniverse } from "../fixtures/reports.ts";
import { endRoom, getRoom, openRoom, saidInRoom } from "../fixtures/rooms.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let slug: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  slug = await publishedUniverse(sql, cast.owner);
});

it("is for who opened the room, and tells its screens that it is over", async () => {
  const { code, key } = await openRoom(sql, cast.stranger, slug);
  for (const person of ["owner", "support", "admin"] as const)
    await expect(endRoom(sql, cast[person], code)).rejects.toMatchObject({ message: "not_found" });
  await expect(endRoom(sql, cast.anonymous, code)).rejects.toMatchObject(notGranted);
  expect(await getRoom(sql, cast.anonymous, key)).not.toBeNull();
  await endRoom(sql, cast.stranger, code);
  expect(await getRoom(sql, cast.anonymous, key)).toBeNull();
  expect(await saidInRoom(sql, key)).toMatchObject([{ operation: "DELETE", sequence: 2, record: { code } }]);
  await expect(endRoom(sql, cast.stranger, code)).rejects.toMatchObject({ message: "not_found" });
});

it("happens by itself to a room whose time is over, and to no other", async () => {
  const [old, young] = [await openRoom(sql, cast.support, slug), await openRoom(sql, cast.admin, slug)];
  await sql`update private.rooms set expires_at = now() - interval '1 second' where code = ${old.code}`;
  const [job] = await sql<
    { command: string }[]
  >`select command from cron.job where jobname = 'end-old-rooms'`;
  await sql.unsafe(job?.command ?? "");
  const left = await sql`select code from private.rooms where code in (${old.code}, ${young.code})`;
  expect(left.map(({ code }) => code)).toEqual([young.code]);
  expect(await saidInRoom(sql, old.key)).toMatchObject([{ operation: "DELETE" }]);
});

it("comes with the end of the teacher's account or of the universe", async () => {
  const own = await newCast(sql);
  const ownSlug = await publishedUniverse(sql, own.owner);
  const [one, two] = [await openRoom(sql, own.stranger, slug), await openRoom(sql, own.stranger, ownSlug)];
  await sql`delete from public.universes where slug = ${ownSlug}`;
  expect(await getRoom(sql, cast.anonymous, two.key)).toBeNull();
  await sql`delete from auth.users where id = ${own.stranger.sub ?? ""}`;
  expect(await getRoom(sql, cast.anonymous, one.key)).toBeNull();
  for (const { key } of [one, two])
    expect(await saidInRoom(sql, key)).toMatchObject([{ operation: "DELETE" }]);
});

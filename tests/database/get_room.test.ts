import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { publishedUniverse } from "../fixtures/reports.ts";
import { getRoom, openRoom, saidInRoom } from "../fixtures/rooms.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

async function aRoom() {
  const slug = await publishedUniverse(sql, cast.owner);
  return { slug, room: await openRoom(sql, cast.owner, slug) };
}

it("tells everybody who has the key the same, and nothing of the teacher", async () => {
  const { room } = await aRoom();
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    expect(await getRoom(sql, cast[person], room.key)).toEqual(room);
  expect(JSON.stringify(room)).not.toContain(cast.owner.sub ?? "nobody");
});

it("is null when the room is over, or never was", async () => {
  const { room } = await aRoom();
  for (const wrong of ["", "BDFGBDFG", room.code, null])
    expect(await getRoom(sql, cast.anonymous, wrong)).toBeNull();
  await sql`update private.rooms set expires_at = now() where code = ${room.code}`;
  expect(await getRoom(sql, cast.anonymous, room.key)).toBeNull();
});

it("knows the universe by its present address", async () => {
  const { slug, room } = await aRoom();
  const moved = `moved-${crypto.randomUUID()}`;
  await sql`update public.universes set slug = ${moved} where slug = ${slug}`;
  expect(await getRoom(sql, cast.anonymous, room.key)).toMatchObject({ slug: moved });
});

it("is over, and its screens hear so, as soon as the universe is taken back or hidden", async () => {
  for (const end of [sql`visibility = 'private'`, sql`hidden_at = now()`]) {
    const { slug, room } = await aRoom();
    await sql`update public.universes set ${end} where slug = ${slug}`;
    expect(await getRoom(sql, cast.anonymous, room.key)).toBeNull();
    expect(await saidInRoom(sql, room.key)).toMatchObject([
      { operation: "DELETE", record: { code: room.code } },
    ]);
  }
});

it("goes on when the universe is made unlisted or public", async () => {
  const { slug, room } = await aRoom();
  await sql`update public.universes set visibility = 'unlisted' where slug = ${slug}`;
  expect(await getRoom(sql, cast.anonymous, room.key)).toMatchObject({ code: room.code });
});

import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { notGranted } from "../fixtures/ask.ts";
import { finishedDraft, publish } from "../fixtures/engine.ts";
import { cardsOf, getRoom, leadRoom, openRoom, type RoomRecord, saidInRoom } from "../fixtures/rooms.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let slug: string;
let cards: string[];
let room: RoomRecord;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  draftId = await finishedDraft(sql, cast.owner);
  slug = await publish(sql, cast.owner, draftId);
  cards = await cardsOf(sql, slug);
});
beforeEach(async () => {
  await sql`delete from private.rooms`;
  room = await openRoom(sql, cast.stranger, slug);
});

it("is for who opened the room, whoever made the universe, and for nobody else", async () => {
  for (const person of ["owner", "support", "admin"] as const)
    await expect(leadRoom(sql, cast[person], room.code, { mode: "eyes" })).rejects.toMatchObject({
      message: "not_found",
      code: "PT404",
    });
  await expect(leadRoom(sql, cast.anonymous, room.code)).rejects.toMatchObject(notGranted);
  for (const wrong of ["BDFGBDFG", ""])
    await expect(leadRoom(sql, cast.stranger, wrong)).rejects.toMatchObject({ message: "not_found" });
  expect(await leadRoom(sql, cast.stranger, room.code, { mode: "eyes" })).toMatchObject({ mode: "eyes" });
});

it("changes what is named and leaves the rest, under a number that rises", async () => {
  const [first = "", second = ""] = cards;
  const lead = (wish: Parameters<typeof leadRoom>[3]) => leadRoom(sql, cast.stranger, room.code, wish);
  expect(await lead({ card: first, sound: true })).toMatchObject({ card_id: first, sequence: 2 });
  expect(await lead({ mode: "free" })).toMatchObject({ mode: "free", card_id: first, has_sound: true });
  const last = await lead({ mode: "led", card: second });
  expect(last).toMatchObject({ mode: "led", card_id: second, has_sound: true, sequence: 4 });
  expect(await getRoom(sql, cast.anonymous, room.key)).toEqual(last);
});

it("tells the screens each change once, in the shape in which they read the room", async () => {
  const [first = ""] = cards;
  const one = await leadRoom(sql, cast.stranger, room.code, { card: first });
  const two = await leadRoom(sql, cast.stranger, room.code, { mode: "eyes" });
  const said = await saidInRoom(sql, room.key);
  expect(said.map(({ sequence, record }) => ({ sequence, record }))).toEqual([
    { sequence: 2, record: one },
    { sequence: 3, record: two },
  ]);
});

it("numbers what two devices do at the same time one after the other", async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      leadRoom(sql, cast.stranger, room.code, { card: cards[at % cards.length] ?? "" }),
    ),
  );
  expect(answers.map(({ sequence }) => sequence).sort((one, other) => one - other)).toEqual([
    2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  expect(await getRoom(sql, cast.anonymous, room.key)).toEqual(
    answers.find(({ sequence }) => sequence === 9),
  );
});

it("leads to cards of this universe alone, to those of an earlier release too", async () => {
  for (const wrong of [crypto.randomUUID(), room.code])
    await expect(leadRoom(sql, cast.stranger, room.code, { card: wrong })).rejects.toMatchObject({
      code: wrong === room.code ? "22P02" : "PT422",
    });
  const [removed = ""] = cards;
  await sql`update public.draft_assets set image_version_id = null where id = ${removed}`;
  await publish(sql, cast.owner, draftId);
  expect(await cardsOf(sql, slug)).not.toContain(removed);
  expect(await leadRoom(sql, cast.stranger, room.code, { card: removed })).toMatchObject({
    card_id: removed,
  });
});

it("leads in a language that the universe speaks or spoke", async () => {
  expect(room.language).toBeNull();
  const lead = (language: string) => leadRoom(sql, cast.stranger, room.code, { language });
  expect(await lead("de")).toMatchObject({ language: "de", sequence: 2 });
  expect(await leadRoom(sql, cast.stranger, room.code, { mode: "free" })).toMatchObject({ language: "de" });
  await sql`update public.releases set languages = '{fr,en}' where universe_id = (select id from public.universes where slug = ${slug})`;
  await expect(lead("it")).rejects.toMatchObject({ message: "validation_failed", code: "PT422" });
  await expect(lead("xx")).rejects.toMatchObject({ code: "22P02" });
});

it("knows three things that screens can do", async () => {
  await expect(leadRoom(sql, cast.stranger, room.code, { mode: "loud" })).rejects.toMatchObject({
    code: "23514",
  });
});

it("keeps the room open for three hours more, but not beyond twelve in all", async () => {
  const left = async () => {
    const [row] = await sql`
      select round(extract(epoch from expires_at - now()) / 360) / 10 as hours from private.rooms where code = ${room.code}`;
    return Number(row?.hours);
  };
  await sql`update private.rooms set expires_at = now() + interval '1 minute', created_at = now() - interval '5 hours'`;
  await leadRoom(sql, cast.stranger, room.code);
  expect(await left()).toBe(3);
  await sql`update private.rooms set created_at = now() - interval '11 hours'`;
  await leadRoom(sql, cast.stranger, room.code);
  expect(await left()).toBe(1);
  await sql`update private.rooms set expires_at = now()`;
  await expect(leadRoom(sql, cast.stranger, room.code)).rejects.toMatchObject({ message: "not_found" });
});

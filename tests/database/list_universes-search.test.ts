import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../lib/contract/languages.ts";
import { ask } from "../fixtures/ask.ts";
import { shelve } from "../fixtures/shelf.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  await shelve(sql, cast.owner, {
    name: "Ocean friends",
    names: { fr: "Les amis de l’océan", de: "Freunde im Ozean" },
    theme: "ocean",
    cards: [
      { en: "seahorse", fr: "hippocampe", es: "caballito de mar", it: "cavalluccio", de: "Seepferdchen" },
      { en: "bear", fr: "ours" },
    ],
    publishedAt: "2026-01-01",
  });
  await shelve(sql, cast.owner, {
    name: "Bears",
    names: { fr: "Éléphants & ours", es: "¿Osos?", de: "Bären" },
    theme: "animals of the forest",
    languages: ["fr", "es"],
    cards: [{ en: "grizzly", de: "Straßenbär" }],
    publishedAt: "2026-01-02",
    color: "#aabbcc",
    cover: "ab/cover.webp",
  });
  await shelve(sql, cast.owner, {
    name: "Animali",
    names: { fr: "Abeilles", es: "¡Zorros!" },
    theme: "farm",
    languages: ["it"],
    cards: [{ it: "mucca" }, { it: "asino" }],
    publishedAt: "2026-01-03",
  });
  await shelve(sql, cast.owner, { name: "Secret bears", visibility: "unlisted" });
  await shelve(sql, cast.owner, { name: "Own bears", visibility: "private" });
  const hidden = await shelve(sql, cast.owner, { name: "Hidden bears" });
  await sql`update public.universes set hidden_at = now() where id = ${hidden}`;
});

interface Wish {
  search?: string;
  language?: Language;
  theme?: string;
  size?: string;
  sort?: string;
  reader?: Language;
  skip?: number;
  limit?: number;
}

const list = (wish: Wish, person: keyof Cast = "anonymous") =>
  ask<{ items: { name: string }[]; total: number }>(
    sql,
    cast[person],
    (db) => db`
      select public.list_universes(${wish.skip ?? 0}, ${wish.limit ?? 50}, ${wish.search ?? null}, ${wish.language ?? null},
        ${wish.theme ?? null}, ${wish.sort ?? null}, ${wish.reader ?? "en"}, ${wish.size ?? null}) as answer`,
  );
const names = async (wish: Wish, person?: keyof Cast) =>
  (await list(wish, person)).items.map(({ name }) => name);

it("finds for everyone the same, and nothing that is not for everybody", async () => {
  for (const person of ["anonymous", "owner", "stranger", "support", "admin"] as const)
    expect(await names({ search: "bears" }, person)).toEqual(["Bears"]);
});

describe("a search finds", () => {
  it.for([
    ["a name in French, without its accent", "ocean amis", ["Ocean friends"]],
    ["a name in German, in capitals", "BÄREN", ["Bears"]],
    ["an accent where there is none", "Ánimäli", ["Animali"]],
    ["ß as ss, and the beginning of a word", "strass", ["Bears"]],
    ["a card in Spanish", "caballito", ["Ocean friends"]],
    ["a card in Italian", "mucca", ["Animali"]],
    ["a theme in Spanish", "oceano", ["Ocean friends"]],
    ["a theme of somebody's own", "forest", ["Bears"]],
    ["words of a name and of a card at once", "hippo freunde", ["Ocean friends"]],
    ["what an apostrophe or a mark clings to", "océan osos", []],
    ["what a mark clings to", "osos!", ["Bears"]],
    ["names before cards", "bear", ["Bears", "Ocean friends"]],
    ["one where many are asked for", "grizzlies", []],
    ["fewer letters where the whole word is nowhere", "seahorses", ["Ocean friends"]],
    ["a letter where a name begins with it, newest first", "a", ["Animali", "Ocean friends"]],
    ["a word behind its article", "l'ours", ["Bears", "Ocean friends"]],
    ["no letter that only cards begin with", "g", []],
    ["nothing of what is nowhere", "volcano", []],
  ] as [string, string, string[]][])("%s", async ([, search, found]) => {
    expect(await names({ search })).toEqual(found);
  });

  it.for(["", "   ", "!?", "'"])(
    "everything, newest first, where there is no word in it: %j",
    async (search) => {
      expect(await names({ search })).toEqual(["Animali", "Bears", "Ocean friends"]);
    },
  );

  it.for(["a' | b", "fish:*", "\\", "<->", "!bears & (", "%"])(
    "no way into the query: %j",
    async (search) => {
      await expect(names({ search })).resolves.toEqual(expect.any(Array));
    },
  );
});

it("keeps to a language, a theme, and both", async () => {
  expect(await names({ language: "es" })).toEqual(["Bears", "Ocean friends"]);
  expect(await names({ theme: "farm" })).toEqual(["Animali"]);
  expect(await names({ theme: "ocean", language: "it", search: "bear" })).toEqual(["Ocean friends"]);
  expect(await list({ theme: "farm", language: "fr" })).toEqual({ items: [], total: 0 });
});

it("keeps to universes with few cards, more, or many", async () => {
  const cards = (count: number) => Array.from({ length: count }, () => ({ en: "brick" }));
  const ids = await Promise.all(
    [9, 10, 19, 20].map((count) =>
      shelve(sql, cast.owner, { name: `Wall of ${count}`, theme: "things", cards: cards(count) }),
    ),
  );
  const walls = (size: string) => names({ search: "wall", size, sort: "name" });
  expect([await walls("short"), await walls("medium"), await walls("long")]).toEqual([
    ["Wall of 9"],
    ["Wall of 10", "Wall of 19"],
    ["Wall of 20"],
  ]);
  expect(await names({ size: "long" })).toEqual(["Wall of 20"]);
  await sql`delete from public.universes where id in ${sql(ids)}`;
});

it("knows no other size", async () => {
  await expect(names({ size: "9" })).rejects.toMatchObject({ code: "PT422" });
});

it("sorts by the names that the reader sees", async () => {
  expect(await names({ sort: "name", reader: "en" })).toEqual(["Animali", "Bears", "Ocean friends"]);
  // Abeilles, Éléphants & ours, Les amis de l’océan.
  expect(await names({ sort: "name", reader: "fr" })).toEqual(["Animali", "Bears", "Ocean friends"]);
  // Ocean friends, ¿Osos?, ¡Zorros!
  expect(await names({ sort: "name", reader: "es" })).toEqual(["Ocean friends", "Bears", "Animali"]);
  expect(await names({ sort: "newest", search: "bear" })).toEqual(["Bears", "Ocean friends"]);
  await expect(names({ sort: "price" })).rejects.toMatchObject({ code: "PT422" });
});

it("counts all that it finds, and gives them page by page", async () => {
  const first = await list({ search: "bear", limit: 1 });
  expect([first.total, first.items.length]).toEqual([2, 1]);
  expect(await names({ search: "bear", skip: 1, limit: 1 })).toEqual(["Ocean friends"]);
});

it("shows the cover and the colour of the first picture", async () => {
  const { items } = await list({ search: "bears" });
  expect(items[0]).toMatchObject({ cover_path: "ab/cover.webp", placeholder_color: "#aabbcc" });
});

it("finds a universe as its present release is, and no more once it is taken back or gone", async () => {
  const id = await shelve(sql, cast.owner, { name: "Kites", cards: [{ en: "dragonkite" }] });
  expect(await names({ search: "dragonkite" })).toEqual(["Kites"]);
  await sql`
    with newer as (
      insert into public.releases (universe_id, number, name, theme, names, languages, background_color, card_count, draft_revision, job_id)
      select universe_id, 2, 'Balloons', theme, names, languages, background_color, 1, 2, gen_random_uuid()
      from public.releases where universe_id = ${id} returning id)
    update public.universes set release_id = newer.id from newer where universes.id = ${id}`;
  expect([await names({ search: "kites" }), await names({ search: "balloon" })]).toEqual([[], ["Balloons"]]);
  await sql`update public.universes set visibility = 'private' where id = ${id}`;
  expect(await names({ search: "balloon" })).toEqual([]);
  await sql`update public.universes set visibility = 'public' where id = ${id}`;
  expect(await names({ search: "balloon" })).toEqual(["Balloons"]);
  await sql`update public.universes set hidden_at = now() where id = ${id}`;
  expect(await names({ search: "balloon" })).toEqual([]);
  await sql`update public.universes set hidden_at = null where id = ${id}`;
  expect(await names({ search: "balloon" })).toEqual(["Balloons"]);
  await sql`delete from public.universes where id = ${id}`;
  expect(await names({ search: "balloon" })).toEqual([]);
});

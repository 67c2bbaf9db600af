import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ max: 25 });
  cast = await newCast(sql);
});

interface Wish {
  theme?: string | null;
  name?: string | null;
  languages?: string[];
  count?: number | null;
  visibility?: string;
}
function create(wish: Wish, person: keyof Cast = "owner"): Promise<string> {
  const { theme = "ocean", name = null, languages = ["fr", "en"], count = 3, visibility = "private" } = wish;
  return ask(
    sql,
    cast[person],
    (db) =>
      db`select public.create_draft(${theme}, ${name}, ${db.array(languages)}::public.language[], ${count}, ${visibility}) as answer`,
  );
}
const stored = async (id: string) =>
  (
    await sql`select d.*, u.slug, u.visibility, u.owner_id as universe_owner from public.drafts d
    join public.universes u on u.id = d.universe_id where d.id = ${id}`
  )[0];
const names = async (id: string) =>
  Object.fromEntries(
    (await sql`select language, name from public.draft_translations where draft_id = ${id}`).map((row) => [
      row.language,
      row.name,
    ]),
  );

describe("who may make a draft", () => {
  it("is everyone with an account, for themselves", async () => {
    for (const person of ["owner", "stranger", "support", "admin"] as const)
      expect(await stored(await create({}, person))).toMatchObject({
        owner_id: cast[person].sub,
        universe_owner: cast[person].sub,
      });
    await expect(create({}, "anonymous")).rejects.toMatchObject(notGranted);
  });

  it("is nobody whose account is gone, whatever token is left", async () => {
    const { owner } = await newCast(sql);
    await sql`delete from auth.users where id = ${owner.sub ?? ""}`;
    await expect(
      ask(sql, owner, (db) => db`select public.create_draft('ocean') as answer`),
    ).rejects.toMatchObject({
      message: "not_signed_in",
      code: "PT401",
    });
  });
});

describe("a new draft", () => {
  it("of a theme that ships has its names, colours and prompts, in whatever language it was named", async () => {
    for (const theme of ["ocean", "OCÉAN", " l'océan ", "Der Ozean", "oceano"]) {
      const id = await create({ theme });
      expect(await stored(id)).toMatchObject({
        template_key: "ocean",
        background_color: "#0c4a6e",
        status: "draft",
        progress: 0,
        card_count: 3,
      });
      expect(await names(id)).toMatchObject({ fr: "L'océan", de: "Der Ozean" });
    }
  });

  it("of a free theme is called as it was typed, with a capital", async () => {
    const id = await create({ theme: "  dragons of Wales " });
    expect(await stored(id)).toMatchObject({
      template_key: "any",
      theme: "dragons of Wales",
      name: "Dragons of Wales",
      slug: "dragons-of-wales",
    });
    expect(await names(id)).toEqual(
      Object.fromEntries(["fr", "en", "es", "it", "de"].map((l) => [l, "Dragons of Wales"])),
    );
  });

  it("keeps a name of its own in every language", async () => {
    const id = await create({ name: " Our class " });
    expect(await stored(id)).toMatchObject({ name: "Our class", slug: "our-class" });
    expect(new Set(Object.values(await names(id)))).toEqual(new Set(["Our class"]));
  });

  it.each([
    ["quotes and signs", `d'or "100 %" _ \\ <b>`, "d-or-100-b"],
    ["accents and ligatures", "L'œuf à la Straße", "l-oeuf-a-la-strasse"],
    ["a ligature in front", "Œufs et Ænigma", "oeufs-et-aenigma"],
    ["a script without Latin letters", "海のどうぶつ", "universe"],
    ["a hundred letters", "a".repeat(100), "a".repeat(60)],
  ])("has an address made of a name with %s", async (_, name, slug) => {
    const draft = await stored(await create({ name }));
    expect(draft).toMatchObject({ name });
    expect(draft?.slug).toMatch(new RegExp(`^${slug}(-[0-9a-z]+)?$`));
  });

  it("has the style that was chosen, and a soft one where nothing was said", async () => {
    const inStyle = (style: string | null) =>
      ask<string>(
        sql,
        cast.owner,
        (db) => db`select public.create_draft('ocean', p_style => ${style}) as answer`,
      );
    expect(await stored(await create({}))).toMatchObject({ style: null });
    expect(await stored(await inStyle("papercut"))).toMatchObject({ style: "papercut" });
    await expect(inStyle("crayon")).rejects.toMatchObject({ code: "23514" });
  });

  it("is seen by nobody else, whatever visibility it is to have one day", async () => {
    const id = await create({ visibility: "public", name: "Seen later" });
    expect(await stored(id)).toMatchObject({ visibility: "public" });
    for (const person of ["stranger", "anonymous"] as const)
      expect(
        await ask(
          sql,
          cast[person],
          (db) => db`select public.find_address('seen-later') is not null as answer`,
        ),
      ).toBe(false);
  });
});

describe("what cannot be made", () => {
  it.each<[string, Wish, object]>([
    ["no theme", { theme: null }, { code: "23502" }],
    ["an empty theme", { theme: "   " }, { code: "23514" }],
    ["a theme of 10 kB", { theme: "é".repeat(5000) }, { code: "23514" }],
    ["a name of 101 signs", { name: "x".repeat(101) }, { code: "23514" }],
    ["no card", { count: 0 }, { code: "23514" }],
    ["31 cards", { count: 31 }, { code: "23514" }],
    ["no number of cards", { count: null }, { code: "23502" }],
    ["no language", { languages: [] }, { code: "23514" }],
    ["an unknown language", { languages: ["la"] }, { code: "22P02" }],
    ["an unknown visibility", { visibility: "secret" }, { code: "22P02" }],
  ])("is refused, and leaves nothing behind: %s", async (_, wish, error) => {
    const count = async () =>
      (
        await sql`select (select count(*) from public.universes)::int + (select count(*) from public.drafts)::int as n`
      )[0]?.n;
    const before = await count();
    await expect(create(wish)).rejects.toMatchObject(error);
    expect(await count()).toBe(before);
  });
});

it("gives twenty who ask for the same name at once twenty addresses", async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => create({ name: "Same name" })));
  const slugs = await Promise.all(ids.map(async (id) => (await stored(id))?.slug));
  expect([...slugs].sort()).toEqual(
    ["same-name", ...Array.from({ length: 19 }, (_, n) => `same-name-${n + 2}`)].sort(),
  );
});

it("refuses with a code when a hundred addresses of that name are taken", async () => {
  await sql`insert into public.universes (owner_id, slug, name)
    select ${cast.owner.sub ?? ""}, 'full' || case when n > 1 then '-' || n else '' end, 'Full' from generate_series(1, 49) n`;
  const draft = await stored(await create({ name: "Full" }));
  expect(draft?.slug).toMatch(/^full-[0-9a-f]{8}$/);
});

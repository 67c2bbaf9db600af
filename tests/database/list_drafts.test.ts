import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { finishedDraft, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
const ids: string[] = [];

interface Listed {
  id: string;
  name: string;
  my_role: string;
  shared_by: string | null;
}
interface Wish {
  skip?: number;
  limit?: number;
  search?: string | null;
  statuses?: string[];
  themes?: string[];
  sort?: string | null;
  language?: string;
}

function list(person: keyof Cast, wish: Wish = {}, actors = cast) {
  const { skip = 0, limit = 50, search = null, statuses, themes, sort = "newest", language = null } = wish;
  return ask<{ items: Listed[]; total: number }>(
    sql,
    actors[person],
    (db) => db`select public.list_drafts(${skip}, ${limit}, ${search},
      ${statuses ? db.array(statuses) : null}::public.draft_status[], ${themes ? db.array(themes) : null}::text[],
      ${sort}, ${language}::public.language) as answer`,
  );
}

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  for (let n = 0; n < 12; n += 1) ids.unshift(await newDraft(sql, cast.owner));
});

describe("without a wish, the list", () => {
  it("gives each their own drafts, newest first, staff too", async () => {
    const { items, total } = await list("owner");
    expect([items.map(({ id }) => id), total]).toEqual([ids, 12]);
    for (const person of ["stranger", "support", "admin"] as const)
      expect(await list(person)).toEqual({ items: [], total: 0 });
    await expect(list("anonymous")).rejects.toMatchObject(notGranted);
  });

  it("comes page after page of the same total, without a gap", async () => {
    const pages = await Promise.all([0, 5, 10, 15].map((skip) => list("owner", { skip, limit: 5 })));
    expect(pages.map(({ total }) => total)).toEqual([12, 12, 12, 12]);
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids);
  });

  it("keeps to sensible pages whatever is asked for", async () => {
    expect((await list("owner", { skip: -3, limit: 4 })).items.map(({ id }) => id)).toEqual(ids.slice(0, 4));
    expect((await list("owner", { limit: -1 })).items).toEqual([]);
    expect((await list("owner", { skip: 1_000_000 })).items).toEqual([]);
    await sql`
      with u as (insert into public.universes (owner_id, slug, name) select ${cast.admin.sub ?? ""}, 'many-' || n, 'Many'
        from generate_series(1, 130) n returning id, owner_id)
      insert into public.drafts (universe_id, owner_id, theme, name, languages) select id, owner_id, 'many', 'Many', '{fr}' from u`;
    const { items, total } = await list("admin", { limit: 1_000_000 });
    expect([items.length, total]).toEqual([100, 130]);
  });
});

describe("a list with a wish", () => {
  let teacher: Cast;
  const made: Record<string, string> = {};
  const named = (page: { items: Listed[] }) =>
    page.items.map(({ id }) => Object.keys(made).find((key) => made[key] === id));
  const find = (wish: Wish) => list("owner", wish, teacher).then(named);

  beforeAll(async () => {
    teacher = await newCast(sql);
    const { owner } = teacher;
    const plain = async (theme: string, name: string | null) =>
      await ask<string>(sql, owner, (db) => db`select public.create_draft(${theme}, ${name}) as answer`);
    made.zoo = await plain("jungle", "Élan & co");
    made.sea = await finishedDraft(sql, owner, 2);
    made.own = await plain("dragons 100%_\\ of Wales", null);
    made.farm = await plain("farm", "apple farm");
    await sql`update public.drafts set status = 'failed' where id = ${made.own}`;
  });

  it("finds words in names and themes of every language, whatever their case and accents", async () => {
    expect(await find({ search: "elan" })).toEqual(["zoo"]);
    expect(await find({ search: "ÉLAN" })).toEqual(["zoo"]);
    expect(await find({ search: "dschungel" })).toEqual(["zoo"]);
    expect(await find({ search: "océano" })).toEqual(["sea"]);
    expect(await find({ search: "der OZEAN" })).toEqual(["sea"]);
    expect(await find({ search: "giraffe" })).toEqual([]);
  });

  it("finds what is on the cards, in every language of theirs", async () => {
    expect(await find({ search: "whale" })).toEqual(["sea"]);
    expect(await find({ search: "crab de" })).toEqual(["sea"]);
    await sql`update public.draft_asset_translations set name = 'Étoile de mer' where language = 'fr'
      and asset_id = (select id from public.draft_assets where draft_id = ${made.sea ?? ""} and concept = 'crab')`;
    expect(await find({ search: "etoile whale" })).toEqual(["sea"]);
    expect(await find({ search: "étoile giraffe" })).toEqual([]);
  });

  it("asks for every word, wherever each stands", async () => {
    expect(await find({ search: "whale ocean" })).toEqual(["sea"]);
    expect(await find({ search: "whale farm" })).toEqual([]);
  });

  it("takes signs of patterns for what they are", async () => {
    expect(await find({ search: "%" })).toEqual(["own"]);
    expect(await find({ search: "_" })).toEqual(["own"]);
    expect(await find({ search: "100%_\\" })).toEqual(["own"]);
    expect(await find({ search: ".*" })).toEqual([]);
    expect((await list("owner", { search: "   " }, teacher)).total).toBe(4);
  });

  it("shows one state, or several, of one theme, or several, and counts what it shows", async () => {
    expect(await find({ statuses: ["ready"] })).toEqual(["sea"]);
    expect(await find({ statuses: ["ready", "failed"] })).toEqual(["own", "sea"]);
    expect(await find({ themes: ["any"] })).toEqual(["own"]);
    expect(await find({ themes: ["jungle", "farm"], statuses: ["draft"] })).toEqual(["farm", "zoo"]);
    expect(await list("owner", { themes: ["space"] }, teacher)).toEqual({ items: [], total: 0 });
    expect(await list("owner", { statuses: ["draft"], limit: 1 }, teacher)).toMatchObject({ total: 2 });
  });

  it("comes in the order asked for", async () => {
    expect(await find({ sort: "newest" })).toEqual(["farm", "own", "sea", "zoo"]);
    expect(await find({ sort: "oldest" })).toEqual(["zoo", "sea", "own", "farm"]);
    expect(await find({ sort: "updated" })).toEqual(["own", "farm", "sea", "zoo"]);
    expect(await find({ sort: "name", language: "en" })).toEqual(["farm", "own", "zoo", "sea"]);
    expect(await find({ sort: "name", language: "de" })).toEqual(["farm", "sea", "own", "zoo"]);
    await expect(list("owner", { sort: "size" }, teacher)).rejects.toMatchObject({ code: "PT422" });
    await expect(list("owner", { sort: null }, teacher)).rejects.toMatchObject({ code: "PT422" });
  });

  it("never finds what belongs to somebody else", async () => {
    for (const person of ["stranger", "support", "admin"] as const)
      expect(await list(person, { search: "whale" }, teacher)).toEqual({ items: [], total: 0 });
  });

  it("shows what others share with the caller, with whose it is and what the caller may do", async () => {
    const { stranger, support } = teacher;
    await sql`insert into public.draft_members (draft_id, user_id, role)
      values (${made.sea ?? ""}, ${stranger.sub ?? ""}, 'viewer'), (${made.sea ?? ""}, ${support.sub ?? ""}, 'editor')`;
    await newDraft(sql, stranger, { theme: "space" });
    const shown = await list("stranger", {}, teacher);
    expect(shown.items.map(({ my_role, shared_by }) => [my_role, shared_by])).toEqual([
      ["owner", null],
      ["viewer", "owner"],
    ]);
    expect(shown.total).toBe(2);
    expect((await list("stranger", { search: "crab" }, teacher)).total).toBe(1);
    expect((await list("support", {}, teacher)).items[0]).toMatchObject({ id: made.sea, my_role: "editor" });
    expect((await list("owner", {}, teacher)).items[2]).toMatchObject({ my_role: "owner", shared_by: null });
    await sql`delete from public.draft_members where user_id = ${stranger.sub ?? ""}`;
    expect((await list("stranger", {}, teacher)).total).toBe(1);
  });
});

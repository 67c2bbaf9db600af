import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { draftOf, expectEditorsOnly, lastMessage, messagesOf, newMember } from "../fixtures/editing.ts";
import { claim, complete, drain, finishedDraft, generate, newDraft, publish } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
});

beforeEach(async () => {
  cast = await newCast(sql);
  draftId = await newDraft(sql, cast.owner, { count: 2 });
});

interface Answer {
  name: string;
  names: Record<string, string | null>;
  languages: string[];
  pieces: string[];
  revision: number;
}
const edit = (patch: object, person = cast.owner) =>
  ask<Answer>(
    sql,
    person,
    (db) => db`select public.edit_draft(${draftId}, ${sql.json(patch as never)}) as answer`,
  );

it("is for the owner and editors, and nobody else", async () => {
  await expectEditorsOnly(
    sql,
    cast,
    draftId,
    (db) => db`select public.edit_draft(${draftId}, '{"name": "Sea"}')`,
  );
  expect(await draftOf(sql, draftId)).toMatchObject({ name: "Sea" });
});

describe("a change", () => {
  it("sets what it names, leaves all else, and counts as a revision", async () => {
    const before = await draftOf(sql, draftId);
    const answer = await edit({
      background_color: "#aabbcc",
      image_prompt: "A {concept} of felt",
      pieces: ["image", "text"],
    });
    expect(answer).toMatchObject({
      background_color: "#aabbcc",
      pieces: ["image", "text"],
      name: before.name,
    });
    const { updated_at, ...after } = await draftOf(sql, draftId);
    const { updated_at: _, ...unchanged } = before;
    expect(after).toEqual({
      ...unchanged,
      background_color: "#aabbcc",
      image_prompt: "A {concept} of felt",
      pieces: ["image", "text"],
      revision: String(Number(before.revision) + 1),
    });
    expect(updated_at > before.updated_at).toBe(true);
  });

  it("takes a prompt away, so that the theme's counts again", async () => {
    await edit({ image_prompt: "felt", music_prompt: "a harp" });
    expect(await edit({ image_prompt: null })).toMatchObject({ image_prompt: null, music_prompt: "a harp" });
  });

  it("of the name goes for every language that had no name of its own", async () => {
    await edit({ name: "Meer", names: { de: "Meer", fr: "Meer", en: "Sea", es: null } });
    const { name, names } = await edit({ name: "Tiefsee" });
    expect(name).toBe("Tiefsee");
    expect(names).toMatchObject({ de: "Tiefsee", fr: "Tiefsee", en: "Sea", es: null });
    expect((await edit({ name: "Ozean", names: { fr: "Tiefsee" } })).names).toMatchObject({
      de: "Ozean",
      fr: "Tiefsee",
      en: "Sea",
    });
  });

  it("of the languages keeps the names of those that are taken away", async () => {
    await edit({ names: { it: "Mare" } });
    expect((await edit({ languages: ["de", "fr"] })).languages).toEqual(["de", "fr"]);
    expect((await edit({ languages: ["it", "de", "it"] })).names.it).toBe("Mare");
    expect((await draftOf(sql, draftId)).languages).toEqual(["it", "de"]);
  });

  it("that adds a language has the names made that the cards lack, with the next request", async () => {
    await sql`update public.drafts set languages = '{de}' where id = ${draftId}`;
    await generate(sql, cast.owner, draftId);
    await drain(sql);
    await sql`delete from public.draft_asset_translations where language = 'it'`;
    expect((await edit({ languages: ["de", "it"] })).pieces).toContain("names");
    await generate(sql, cast.owner, draftId);
    const jobs =
      await sql`select type::text from public.jobs where draft_id = ${draftId} and status = 'pending'`;
    expect(jobs.map(({ type }) => type)).toEqual(["translate", "translate"]);
  });

  it("is told on the draft's channel, with its names", async () => {
    const since = await lastMessage(sql, draftId);
    await edit({ names: { de: "Unser Meer" } });
    const messages = await messagesOf(sql, draftId, since);
    expect(messages).toMatchObject([
      { table: "drafts", operation: "UPDATE", record: { names: { de: "Unser Meer" } } },
    ]);
  });

  it("of a published universe says that children see something older", async () => {
    draftId = await finishedDraft(sql, cast.owner, 1);
    await publish(sql, cast.owner, draftId);
    expect((await draftOf(sql, draftId)).status).toBe("published");
    await edit({ background_color: "#ffffff" });
    expect((await draftOf(sql, draftId)).status).toBe("ready");
  });

  it("of who may see it is the owner's alone, and counts at once", async () => {
    draftId = await finishedDraft(sql, cast.owner, 1);
    const slug = await publish(sql, cast.owner, draftId);
    const editor = await newMember(sql, draftId, "editor");
    await expect(edit({ visibility: "private" }, editor)).rejects.toMatchObject({ code: "PT403" });
    expect(await edit({ visibility: "private" })).toMatchObject({ visibility: "private" });
    const [seen] = await as(sql, cast.anonymous, (db) => db`select public.get_universe(${slug}) as universe`);
    expect(seen?.universe).toBeNull();
  });

  it("made while ideas are looked for stays", async () => {
    await generate(sql, cast.owner, draftId);
    const [job] = await claim(sql);
    await edit({ name: "Unser Meer" });
    if (job) await complete(sql, job);
    expect(await draftOf(sql, draftId)).toMatchObject({ name: "Unser Meer" });
  });
});

describe("two people at once", () => {
  it("who change different fields both get their way", async () => {
    const { name, background_color } = await draftOf(sql, draftId);
    await edit({ background_color: "#ffffff", expected: { background_color } });
    expect(await edit({ name: "Sea", expected: { name } })).toMatchObject({ name: "Sea" });
  });

  it("are told what the field says now, and nothing is changed", async () => {
    const before = await draftOf(sql, draftId);
    const change = {
      name: "Sea",
      names: { de: "See" },
      background_color: "#ffffff",
      expected: { name: "Never", names: { de: null }, background_color: before.background_color },
    };
    const error = await edit(change).catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ message: "changed_meanwhile", code: "PT409" });
    expect(JSON.parse((error as { hint: string }).hint)).toEqual([
      { path: "name", message: JSON.stringify(before.name) },
      { path: "names.de", message: expect.stringMatching(/^"/) },
    ]);
    expect(await draftOf(sql, draftId)).toEqual(before);
  });

  it("who wrote the same have nothing to settle", async () => {
    await edit({ names: { de: "See" }, languages: ["de"] });
    await edit({
      names: { de: "See" },
      languages: ["de"],
      expected: { names: { de: "Ozean" }, languages: ["fr"] },
    });
  });
});

it("a change that cannot be is refused", async () => {
  const before = await draftOf(sql, draftId);
  for (const patch of [
    { owner_id: cast.stranger.sub },
    { names: "Sea" },
    { languages: "de" },
    { names: null },
    "x",
    [],
    1,
  ])
    await expect(edit(patch as object), JSON.stringify(patch)).rejects.toMatchObject({
      message: "validation_failed",
    });
  for (const patch of [
    { languages: [] },
    { languages: ["xx"] },
    { pieces: ["hat"] },
    { name: "" },
    { name: null },
    { background_color: "red" },
    { image_prompt: "x".repeat(2001) },
    { names: { xx: "a" } },
    { visibility: "secret" },
  ])
    await expect(edit(patch), JSON.stringify(patch)).rejects.toMatchObject({
      code: expect.stringMatching(/^2[23]/),
    });
  expect(await draftOf(sql, draftId)).toEqual(before);
});

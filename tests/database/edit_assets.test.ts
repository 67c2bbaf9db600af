import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { cardsOf, draftOf, expectEditorsOnly, lastMessage, messagesOf } from "../fixtures/editing.ts";
import { finishedDraft, publish } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let ids: string[];

beforeAll(async () => {
  sql = await freshDatabase();
});

beforeEach(async () => {
  cast = await newCast(sql);
  draftId = await finishedDraft(sql, cast.owner, 3);
  ids = (await cards()).map(({ id }) => id);
});

const cards = () => cardsOf(sql, cast.owner, draftId);
const card = async (at = 0) => (await cards())[at];
const editAll = (items: unknown) =>
  // biome-ignore lint/suspicious/noExplicitAny: records of the database, read field by field
  ask<any[]>(
    sql,
    cast.owner,
    (db) => db`select public.edit_assets(${draftId}, ${sql.json(items as never)}) as answer`,
  );
const edit = async (change: object, at = 0) => (await editAll([{ id: ids[at], ...change }]))[0];

it("is for the owner and editors, and nobody else", async () => {
  const items = sql.json([{ id: ids[0] ?? "", names: { de: "Hai" } }]);
  await expectEditorsOnly(sql, cast, draftId, (db) => db`select public.edit_assets(${draftId}, ${items})`);
  expect((await card()).names.de).toBe("Hai");
});

describe("a change of a card", () => {
  it("sets what it names, leaves all else, and counts as one revision", async () => {
    const before = await card();
    const { revision } = await draftOf(sql, draftId);
    const after = await edit({
      names: { de: "Hai" },
      texts: { de: { fun_fact: "Er schläft nie." } },
      image_prompt: "A shark",
    });
    expect(after).toMatchObject({
      names: { ...before.names, de: "Hai" },
      own_image_prompt: "A shark",
      image_prompt: "A shark",
      concept: before.concept,
    });
    expect(after.texts.de).toMatchObject({ fun_fact: "Er schläft nie.", alt_text: null });
    expect(after.texts.fr).toEqual(before.texts.fr);
    expect(Number((await draftOf(sql, draftId)).revision)).toBe(Number(revision) + 1);
    expect(after.updated_at > before.updated_at).toBe(true);
  });

  it("approves it, and approval stays the moment at which it was given", async () => {
    expect((await edit({ is_approved: true })).is_approved).toBe(true);
    const [first] = await sql`select approved_at from public.draft_assets where id = ${ids[0] ?? ""}`;
    await edit({ is_approved: true });
    const [again] = await sql`select approved_at from public.draft_assets where id = ${ids[0] ?? ""}`;
    expect(again?.approved_at).toEqual(first?.approved_at);
    expect((await edit({ is_approved: false })).is_approved).toBe(false);
  });

  it("of the name forgets how the old one is said, and that the model was not sure of it", async () => {
    await sql`update public.draft_asset_translations set needs_review = true where asset_id = ${ids[0] ?? ""}`;
    await edit({ texts: { de: { speak_as: "Wahl" } } });
    expect((await edit({ names: { de: "Hai" } })).texts.de).toMatchObject({
      speak_as: null,
      needs_review: false,
    });
    const said = await edit({ names: { de: "Wal" }, texts: { de: { speak_as: "Waal" } } });
    expect(said.texts.de).toMatchObject({ speak_as: "Waal" });
  });

  it("that takes a name away takes its texts along; both come back together, with the voice", async () => {
    const version = crypto.randomUUID();
    await edit({ names: { de: "Wal" }, texts: { de: { alt_text: "Ein Wal." } } });
    await sql`insert into public.draft_asset_versions
      (id, asset_id, piece, language, sha256, storage_path, mime_type, size_bytes, duration_ms, prompt, seed, job_id)
      values (${version}, ${ids[0] ?? ""}, 'speech', 'de', ${"0".repeat(64)}, 'wal.wav', 'audio/wav', 1, 900, 'Wal', 0, gen_random_uuid())`;
    const gone = await edit({ names: { de: null } });
    expect(gone.names.de).toBeNull();
    expect(gone.texts.de).toBeUndefined();
    const back = await edit({ names: { de: "Wal" }, texts: { de: { alt_text: "Ein Wal." } } });
    expect(back.texts.de).toMatchObject({ alt_text: "Ein Wal.", speech_path: "wal.wav" });
  });

  it("is told on the draft's channel with its texts, also where a name is taken away", async () => {
    const since = await lastMessage(sql, draftId);
    await edit({ names: { de: null, fr: "requin" }, texts: { fr: { story: "Il nage." } } });
    const told = (await messagesOf(sql, draftId, since)).filter(({ table }) => table === "draft_assets");
    const last = told.at(-1)?.record as { names: object; texts: Record<string, object> };
    expect(last).toMatchObject({
      id: ids[0],
      names: { de: null, fr: "requin" },
      texts: { fr: { story: "Il nage." } },
    });
    expect(last.texts.de).toBeUndefined();
  });

  it("of a published universe says that children see something older", async () => {
    await publish(sql, cast.owner, draftId);
    expect((await draftOf(sql, draftId)).status).toBe("published");
    await edit({ names: { de: "Hai" } });
    expect((await draftOf(sql, draftId)).status).toBe("ready");
  });
});

describe("a change of several cards", () => {
  it("is answered in the order of the deck", async () => {
    const answer = await editAll([
      { id: ids[2], names: { de: "drei" } },
      { id: ids[0], names: { de: "eins" } },
    ]);
    expect(answer.map(({ id, names }) => [id, names.de])).toEqual([
      [ids[0], "eins"],
      [ids[2], "drei"],
    ]);
  });

  it("that one of them refuses changes none", async () => {
    const before = await cards();
    const refused = editAll([
      { id: ids[0], names: { de: "eins" } },
      { id: ids[1], names: { de: "zwei" }, expected: { names: { de: "Nie" } } },
    ]);
    const error = await refused.catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ message: "changed_meanwhile", code: "PT409" });
    expect(JSON.parse((error as { hint: string }).hint)).toEqual([
      { path: "items.1.names.de", message: JSON.stringify(before[1].names.de) },
    ]);
    expect(await cards()).toEqual(before);
  });

  it("never makes two cards about the same", async () => {
    const { concept } = await card(1);
    await expect(edit({ concept: concept.toUpperCase() })).rejects.toMatchObject({
      message: "duplicate_concept",
      code: "PT409",
    });
  });
});

describe("two people at once", () => {
  it("who change different fields of a card both get their way", async () => {
    const { names } = await card();
    await edit({ names: { de: "Hai" }, expected: { names: { de: names.de } } });
    const after = await edit({ names: { fr: "requin" }, expected: { names: { fr: names.fr } } });
    expect(after.names).toMatchObject({ de: "Hai", fr: "requin" });
  });

  it("are told what each field says now, in every kind of field", async () => {
    await edit({ names: { de: null }, texts: { fr: { alt_text: "Une baleine" } }, is_approved: true });
    const expected = {
      names: { de: "Wal" },
      texts: { fr: { alt_text: null }, de: { story: null } },
      is_approved: false,
      image_prompt: null,
      concept: "x",
    };
    const error = await edit({ video_prompt: "It swims", expected }).catch((refusal: unknown) => refusal);
    expect(JSON.parse((error as { hint: string }).hint)).toEqual([
      { path: "items.0.concept", message: expect.any(String) },
      { path: "items.0.is_approved", message: "true" },
      { path: "items.0.names.de", message: "null" },
      { path: "items.0.texts.fr.alt_text", message: '"Une baleine"' },
    ]);
  });
});

it("a text in a language in which the card has no name is refused, but for one that is empty", async () => {
  await edit({ names: { it: null } });
  await expect(edit({ texts: { it: { story: "C'era" } } })).rejects.toMatchObject({
    message: "validation_failed",
  });
  expect((await edit({ texts: { it: { story: null } } })).texts.it).toBeUndefined();
});

it("a change that cannot be is refused, and leaves everything as it was", async () => {
  const before = [await draftOf(sql, draftId), await cards()];
  const [id] = ids;
  const refuse = (items: unknown, error: object) =>
    expect(editAll(items), JSON.stringify(items)).rejects.toMatchObject(error);
  for (const items of [
    [],
    {},
    [1],
    [{ id, hat: 1 }],
    [{ id, names: "x" }],
    [{ id, texts: { de: { hat: "x" } } }],
  ])
    await refuse(items, { message: "validation_failed" });
  await refuse(Array(31).fill({ id, is_approved: true }), { message: "validation_failed" });
  await refuse([{ id: crypto.randomUUID(), is_approved: true }], { message: "not_found" });
  await refuse([{ is_approved: true }], { message: "not_found" });
  for (const change of [
    { names: { de: "" } },
    { names: { xx: "a" } },
    { concept: null },
    { image_prompt: "" },
  ])
    await refuse([{ id, ...change }], { code: expect.stringMatching(/^2[23]/) });
  expect([await draftOf(sql, draftId), await cards()]).toEqual(before);
});

import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { cardsOf, draftOf, expectEditorsOnly, lastMessage, messagesOf } from "../fixtures/editing.ts";
import { drain, finishedDraft, generate, newDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase({ max: 40 });
});

beforeEach(async () => {
  cast = await newCast(sql);
  draftId = await finishedDraft(sql, cast.owner, 2);
});

const add = (concept: string, names: object = {}, place: number | null = null) =>
  ask<{ id: string; sort_order: number }>(
    sql,
    cast.owner,
    (db) =>
      db`select public.add_asset(${draftId}, ${concept}, ${sql.json(names as never)}, ${place}) as answer`,
  );
const concepts = async () => (await cardsOf(sql, cast.owner, draftId)).map(({ concept }) => concept);

it("is for the owner and editors, and nobody else", async () => {
  await expectEditorsOnly(sql, cast, draftId, (db) => db`select public.add_asset(${draftId}, 'shark')`);
  expect(await concepts()).toEqual(["whale", "crab", "shark"]);
});

describe("a card that is added", () => {
  it("comes at the end, without pieces, and the deck is as large as it is", async () => {
    const card = await add("shark", { de: "Hai", fr: "requin" });
    expect(card).toMatchObject({
      concept: "shark",
      status: "pending",
      image_path: null,
      names: { de: "Hai", fr: "requin", en: null },
      texts: { de: { alt_text: null } },
    });
    expect(await concepts()).toEqual(["whale", "crab", "shark"]);
    expect(await draftOf(sql, draftId)).toMatchObject({ card_count: 3, status: "partial" });
  });

  it("comes where it is wanted, and the others move up", async () => {
    await add("shark", {}, 1);
    await add("eel", {}, 0);
    await add("ray", {}, 99);
    expect(await concepts()).toEqual(["eel", "whale", "shark", "crab", "ray"]);
    const places = (await cardsOf(sql, cast.owner, draftId)).map(({ sort_order }) => sort_order);
    expect(places).toEqual([0, 1, 2, 3, 4]);
  });

  it("gets what it lacks with the next request: its names and its picture, and the others nothing", async () => {
    const { id } = await add("shark", { de: "Hai" });
    await generate(sql, cast.owner, draftId);
    const jobs = await sql`
      select type::text, asset_id, payload ->> 'label' as label, payload ->> 'is_anew' as is_anew from public.jobs
      where draft_id = ${draftId} and status = 'pending' order by type`;
    expect([...jobs]).toMatchObject([
      { type: "generate_image", asset_id: id },
      { type: "translate", asset_id: id, label: "Hai", is_anew: "false" },
    ]);
  });

  it("to a draft that has none yet is one of those that were wanted", async () => {
    draftId = await newDraft(sql, cast.owner, { count: 4 });
    await add("shark");
    await generate(sql, cast.owner, draftId);
    await drain(sql);
    expect(await concepts()).toEqual(["shark", "whale", "crab", "fish"]);
    expect((await draftOf(sql, draftId)).card_count).toBe(4);
  });

  it("is told on the draft's channel, with its names", async () => {
    const since = await lastMessage(sql, draftId);
    await add("shark", { de: "Hai" });
    const told = await messagesOf(sql, draftId, since);
    expect(told[0]).toMatchObject({
      table: "draft_assets",
      operation: "INSERT",
      record: { concept: "shark" },
    });
    expect(told[1]).toMatchObject({
      table: "draft_assets",
      operation: "UPDATE",
      record: { names: { de: "Hai" } },
    });
    expect(told.at(-1)).toMatchObject({ table: "drafts", record: { count: 3, status: "partial" } });
  });
});

describe("a card is refused", () => {
  it("when there is one about the same, in whatever case", async () => {
    await expect(add("WHALE")).rejects.toMatchObject({ message: "duplicate_concept", code: "PT409" });
    expect((await draftOf(sql, draftId)).card_count).toBe(2);
  });

  it("when it would be the thirty-first, also of forty at once", async () => {
    const results = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => add(`fish ${n}`)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(28);
    expect(await concepts()).toHaveLength(30);
    await expect(add("one more")).rejects.toMatchObject({ message: "validation_failed", code: "PT422" });
  });

  it("when it says nothing, or in no language", async () => {
    for (const work of [
      () => add(""),
      () => add("shark", { xx: "a" }),
      () => add("shark", [1]),
      () => add("shark", {}, -1),
    ])
      await expect(work()).rejects.toMatchObject({ code: expect.stringMatching(/^(2[23]|PT422)/) });
    expect(await concepts()).toEqual(["whale", "crab"]);
  });
});

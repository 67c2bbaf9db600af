import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { cardsOf, draftOf, expectEditorsOnly, lastMessage, messagesOf } from "../fixtures/editing.ts";
import { finishedDraft } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let ids: string[];

beforeAll(async () => {
  sql = await freshDatabase();
});

beforeEach(async () => {
  cast = await newCast(sql);
  draftId = await finishedDraft(sql, cast.owner, 4);
  ids = await order();
});

const order = async () => (await cardsOf(sql, cast.owner, draftId)).map(({ id }) => id as string);
const reorder = (assetIds: string[]) =>
  as(sql, cast.owner, (db) => db`select public.reorder_assets(${draftId}, ${assetIds}::uuid[])`);

it("is for the owner and editors, and nobody else", async () => {
  const wanted = ids.toReversed();
  await expectEditorsOnly(
    sql,
    cast,
    draftId,
    (db) => db`select public.reorder_assets(${draftId}, ${wanted}::uuid[])`,
  );
  expect(await order()).toEqual(wanted);
});

it("puts the cards in any order, without gaps, as one revision", async () => {
  const { revision } = await draftOf(sql, draftId);
  const wanted = [ids[2], ids[0], ids[3], ids[1]] as string[];
  await reorder(wanted);
  const places = (await cardsOf(sql, cast.owner, draftId)).map(({ sort_order }) => sort_order);
  expect([await order(), places]).toEqual([wanted, [0, 1, 2, 3]]);
  expect(Number((await draftOf(sql, draftId)).revision)).toBe(Number(revision) + 1);
});

it("tells only of the cards that moved, and changes nothing where none does", async () => {
  const since = await lastMessage(sql, draftId);
  const [a, b, c, d] = ids as [string, string, string, string];
  await reorder([a, c, b, d]);
  const told = await messagesOf(sql, draftId, since);
  expect(
    told
      .filter(({ table }) => table === "draft_assets")
      .map(({ record }) => record.id)
      .sort(),
  ).toEqual([b, c].sort());
  const { revision } = await draftOf(sql, draftId);
  await reorder([a, c, b, d]);
  expect((await draftOf(sql, draftId)).revision).toBe(revision);
});

it("is refused when the deck has other cards by now, and leaves the order", async () => {
  const [a, b, c, d] = ids as [string, string, string, string];
  for (const wanted of [[d, c, b], [d, c, b, a, crypto.randomUUID()], [d, c, b, b], [d, c, b, a, a], []])
    await expect(reorder(wanted), JSON.stringify(wanted)).rejects.toMatchObject({
      message: "changed_meanwhile",
      code: "PT409",
    });
  expect(await order()).toEqual(ids);
});

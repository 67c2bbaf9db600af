import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cardsOf, draftOf, expectEditorsOnly, lastMessage, messagesOf } from "../fixtures/editing.ts";
import { claim, complete, drain, finishedDraft, generate, newDraft, publish } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
});

beforeEach(async () => {
  await drain(sql);
  cast = await newCast(sql);
  draftId = await finishedDraft(sql, cast.owner, 3);
});

const remove = (assetId: string) =>
  as(sql, cast.owner, (db) => db`select public.remove_asset(${draftId}, ${assetId})`);
const ids = async () => (await cardsOf(sql, cast.owner, draftId)).map(({ id }) => id as string);

it("is for the owner and editors, and nobody else", async () => {
  const [first = ""] = await ids();
  await expectEditorsOnly(sql, cast, draftId, (db) => db`select public.remove_asset(${draftId}, ${first})`);
  expect(await ids()).toHaveLength(2);
});

describe("a card that is removed", () => {
  it("is gone with its pieces, and the deck is one smaller: no request looks for another", async () => {
    const [first = "", ...others] = await ids();
    await remove(first);
    expect(await ids()).toEqual(others);
    expect(await sql`select from public.draft_asset_versions where asset_id = ${first}`).toHaveLength(0);
    expect(await draftOf(sql, draftId)).toMatchObject({ card_count: 2, status: "ready" });
    await expect(generate(sql, cast.owner, draftId)).rejects.toMatchObject({ message: "nothing_to_do" });
  });

  it("before the ideas have come leaves as many to be found as were wanted", async () => {
    draftId = await newDraft(sql, cast.owner, { count: 3 });
    await as(sql, cast.owner, (db) => db`select public.add_asset(${draftId}, 'shark')`);
    await remove((await ids())[0] ?? "");
    expect((await draftOf(sql, draftId)).card_count).toBe(3);
  });

  it("of a published universe stays with the children until the next release", async () => {
    const slug = await publish(sql, cast.owner, draftId);
    await remove((await ids())[0] ?? "");
    const [seen] = await as<{ n: number }>(
      sql,
      cast.anonymous,
      (db) => db`select jsonb_array_length(public.get_universe(${slug}) -> 'assets') as n`,
    );
    expect(seen?.n).toBe(3);
    expect((await draftOf(sql, draftId)).status).toBe("ready");
  });

  it("is told on the draft's channel", async () => {
    const [first = ""] = await ids();
    const since = await lastMessage(sql, draftId);
    await remove(first);
    expect(await messagesOf(sql, draftId, since)).toMatchObject([
      { table: "draft_assets", operation: "DELETE", record: { id: first } },
      { table: "drafts", operation: "UPDATE", record: { count: 2 } },
    ]);
  });

  it("and was the last one leaves a draft that can be begun anew", async () => {
    for (const id of await ids()) await remove(id);
    expect(await draftOf(sql, draftId)).toMatchObject({ card_count: 1, status: "draft", progress: 0 });
    await generate(sql, cast.owner, draftId);
    await drain(sql);
    expect(await ids()).toHaveLength(1);
  });
});

describe("what is being made for it", () => {
  it("is stopped, and the rest of the request goes on to its end", async () => {
    const [first = "", second = "", third = ""] = await ids();
    await as(
      sql,
      cast.owner,
      (db) => db`select public.request_generation(${draftId}, ${[first, second, third]}::uuid[])`,
    );
    const held = (await claim(sql, { limit: 1 }))[0];
    await remove(held?.asset_id ?? "");
    expect(await draftOf(sql, draftId)).toMatchObject({ status: "generating" });
    if (held) await expect(complete(sql, held)).rejects.toMatchObject({ message: "stale_attempt" });
    expect(await drain(sql)).toBe(2);
    const [parent] = await sql`
      select status::text, result from public.jobs where draft_id = ${draftId} and is_parent order by created_at desc limit 1`;
    expect(parent).toEqual({ status: "completed", result: { completed: 2, failed: 0, cancelled: 1 } });
    expect(await draftOf(sql, draftId)).toMatchObject({ status: "ready", active_job_id: null });
  });

  it("alone ends with it: the draft is idle", async () => {
    const [first = ""] = await ids();
    await as(sql, cast.owner, (db) => db`select public.regenerate_asset(${draftId}, ${first})`);
    await remove(first);
    expect(await draftOf(sql, draftId)).toMatchObject({ status: "ready", active_job_id: null });
    expect(await drain(sql)).toBe(0);
  });
});

it("a card of another draft, or none, is not found", async () => {
  const other = await finishedDraft(sql, cast.owner, 1);
  const [foreign] = await cardsOf(sql, cast.owner, other);
  for (const id of [foreign.id, crypto.randomUUID()])
    await expect(remove(id)).rejects.toMatchObject({ message: "not_found" });
  expect(await cardsOf(sql, cast.owner, other)).toHaveLength(1);
});

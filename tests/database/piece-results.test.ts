import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { generate } from "../fixtures/engine.ts";
import { claimPieces, completePiece, newDraftOf, pieceResultFor, setUpModels } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
});

beforeEach(async () => {
  cast = await newCast(sql);
});

describe("the result of a piece", () => {
  it("of a card or draft that is gone changes nothing and ends its job", async () => {
    const draftId = await newDraftOf(sql, cast.owner, ["image", "music", "text"]);
    await generate(sql, cast.owner, draftId);
    for (const job of await claimPieces(sql))
      if (job.type === "generate_concepts") await completePiece(sql, job);
    const held = (await claimPieces(sql)).filter(({ type }) => type !== "generate_concepts");
    expect(held.length).toBeGreaterThan(1);
    await sql`update public.jobs set draft_id = null, asset_id = null where id = any(${held.map(({ id }) => id)})`;
    for (const job of held) await completePiece(sql, job);
    expect(
      await sql`select status from public.jobs where id = any(${held.map(({ id }) => id)}) and status <> 'completed'`,
    ).toHaveLength(0);
  });

  it("is refused when it is not whole", async () => {
    const draftId = await newDraftOf(sql, cast.owner, ["image", "music"]);
    await generate(sql, cast.owner, draftId);
    const music = (await claimPieces(sql)).find(({ type }) => type === "generate_music");
    if (!music) throw new Error("no music");
    const broken = { ...(pieceResultFor(music) as Record<string, postgres.JSONValue>), sha256: "short" };
    await expect(
      sql`select public.complete_job(${music.id}, ${music.attempt}, ${sql.json(broken)})`,
    ).rejects.toMatchObject({ code: "23514" });
    await completePiece(sql, music);
  });
});

import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import type { Claimed } from "../fixtures/engine.ts";
import { claimPieces, completePiece, drainPieces, newDraftOf, setUpModels } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let card: string;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
});
beforeEach(async () => {
  await drainPieces(sql);
  cast = await newCast(sql);
  draftId = await newDraftOf(sql, cast.owner, ["image", "text", "speech"], 1);
  const added = await ask<{ id: string }>(
    sql,
    cast.owner,
    (db) => db`select public.add_asset(${draftId}, 'Wal', '{"de": "Wal"}') as answer`,
  );
  card = added.id;
});

const request = (assetIds: string[] | null = null, pieces: string[] | null = null) =>
  ask<string>(
    sql,
    cast.owner,
    (db) => db`select public.request_generation(${draftId}, ${assetIds}::uuid[], null, ${pieces}) as answer`,
  );
const held = (jobs: Claimed[], type: string) => {
  const job = jobs.find((one) => one.type === type);
  if (!job) throw new Error(`no ${type}`);
  return job;
};
const isComplete = () =>
  ask<string>(sql, cast.owner, (db) => db`select public.get_preflight(${draftId}) ->> 'refusal' as answer`);

describe("a card that was added by hand", () => {
  it("has its names, texts and voices in every language after one request, which planned all of them", async () => {
    const parentId = await request();
    const [parent] = await sql`select planned_steps, credits from public.jobs where id = ${parentId}`;
    expect(parent).toMatchObject({ planned_steps: 5 });
    const first = await claimPieces(sql);
    expect(first.map(({ type }) => type).sort()).toEqual(["generate_image", "translate"]);
    for (const job of first) await completePiece(sql, job);
    const jobs = await claimPieces(sql);
    expect(held(jobs, "generate_text").payload.names).toMatchObject({ de: "Wal", en: "whale" });
    const voices = jobs.filter(({ type }) => type === "generate_speech").map(({ payload }) => payload);
    expect(voices.map(({ language, text }) => [language, text]).sort()).toEqual([
      ["de", "Wal"],
      ["en", "whale"],
    ]);
    for (const job of jobs) await completePiece(sql, job);
    expect(await isComplete()).toBe("nothing_to_do");
    const [done] =
      await sql`select status, current_step, total_steps, result from public.jobs where id = ${parentId}`;
    expect(done).toMatchObject({ status: "completed", current_step: 5, total_steps: 5 });
  });

  it("is spoken in no language for which no name was found", async () => {
    await request();
    const names = held(await claimPieces(sql), "translate");
    await sql`select public.complete_job(${names.id}, ${names.attempt}, '{"names": {"en": ""}, "needs_review": true}')`;
    const jobs = await claimPieces(sql);
    expect(jobs.map(({ type, payload }) => payload.language ?? type).sort()).toEqual(["de", "generate_text"]);
  });

  it("keeps its texts and voices to be tried again with its names, when those fail", async () => {
    await request();
    for (const job of await claimPieces(sql))
      await (job.type === "translate"
        ? sql`select public.fail_job(${job.id}, ${job.attempt}, 'provider_failed', 'No.', null, false)`
        : completePiece(sql, job));
    await request(null, ["failed"]);
    expect((await drainPieces(sql)).sort()).toEqual([
      "generate_speech",
      "generate_speech",
      "generate_text",
      "translate",
    ]);
    expect(await isComplete()).toBe("nothing_to_do");
  });

  it("has its film told in the voice that is made after its names", async () => {
    await ask(
      sql,
      cast.owner,
      (db) => db`select public.request_generation(${draftId}, ${[card]}::uuid[], null,
        '{image,names,speech,video}', '{"video": {"voice_language": "en"}}')::text as answer`,
    );
    const order = await drainPieces(sql);
    expect(order.at(-1)).toBe("generate_video");
    expect(order.indexOf("translate")).toBeLessThan(order.indexOf("generate_speech"));
  });
});

describe("names that a person takes away", () => {
  it("are wanted from then on, and made with the next request", async () => {
    await request();
    await drainPieces(sql);
    await sql`update public.drafts set pieces = '{image,text}' where id = ${draftId}`;
    await ask(
      sql,
      cast.owner,
      (db) =>
        db`select public.edit_assets(${draftId}, ${sql.json([{ id: card, names: { en: null } }])}) as answer`,
    );
    expect((await sql`select pieces from public.drafts where id = ${draftId}`)[0]?.pieces).toContain("names");
    await request();
    expect((await drainPieces(sql)).sort()).toEqual(["generate_text", "translate"]);
  });
});

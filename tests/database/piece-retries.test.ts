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
  draftId = await newDraftOf(sql, cast.owner, ["image"], 1);
  await request(null, null);
  await drainPieces(sql);
  card = (await sql`select id from public.draft_assets where draft_id = ${draftId}`)[0]?.id;
});

const request = (assetIds: string[] | null, pieces: string[] | null) =>
  ask<string>(
    sql,
    cast.owner,
    (db) => db`select public.request_generation(${draftId}, ${assetIds}::uuid[], null, ${pieces}) as answer`,
  );
const again = (pieces: string[]) =>
  ask<string>(
    sql,
    cast.owner,
    (db) => db`select public.regenerate_asset(${draftId}, ${card}, null, null, null, ${pieces}) as answer`,
  );
const retry = (id: string | undefined) =>
  ask<string>(sql, cast.owner, (db) => db`select public.retry_job(${id ?? ""}) as answer`);
const held = (jobs: Claimed[], type: string) => {
  const job = jobs.find((one) => one.type === type);
  if (!job) throw new Error(`no ${type}`);
  return job;
};
const fail = ({ id, attempt }: Claimed, isRetryable = false) =>
  sql`select public.fail_job(${id}, ${attempt}, 'provider_failed', 'No.', null, ${isRetryable})`;
const cardNow = async () =>
  (
    await sql`select status, progress, error_code, image_version_id from public.draft_assets where id = ${card}`
  )[0];
const childOf = async (parentId: string, type: string) =>
  (await sql`select * from public.jobs where parent_id = ${parentId} and type = ${type}`)[0];

describe("a film whose picture failed", () => {
  let parentId: string;
  beforeEach(async () => {
    parentId = await request([card], ["image", "video", "model3d"]);
    await fail(held(await claimPieces(sql), "generate_image"));
  });

  it("alone brings its picture back, and what else waited for that", async () => {
    await retry((await childOf(parentId, "generate_video"))?.id);
    expect((await drainPieces(sql)).sort()).toEqual(["generate_image", "generate_model3d", "generate_video"]);
    expect(await cardNow()).toMatchObject({ status: "ready", error_code: null });
  });

  it("is made from the picture that was made since, which is not made once more", async () => {
    await again(["image"]);
    await drainPieces(sql);
    const chosen = (await cardNow())?.image_version_id;
    await retry(parentId);
    const jobs = await claimPieces(sql);
    expect(jobs.map(({ type }) => type).sort()).toEqual(["generate_model3d", "generate_video"]);
    for (const job of jobs) await (job.type === "generate_video" ? fail(job) : completePiece(sql, job));
    await retry((await childOf(parentId, "generate_video"))?.id);
    expect(await drainPieces(sql)).toEqual(["generate_video"]);
    expect((await cardNow())?.image_version_id).toBe(chosen);
  });

  it("waits for its picture when that is being made again already", async () => {
    await retry((await childOf(parentId, "generate_image"))?.id);
    const [film] = await sql`
      update public.jobs set status = 'cancelled', completed_at = now(), error_code = null
      where parent_id = ${parentId} and type = 'generate_video' returning id`;
    await retry(film?.id);
    expect(await childOf(parentId, "generate_video")).toMatchObject({
      status: "pending",
      unmet_dependencies: 1,
    });
    expect((await drainPieces(sql))[0]).toBe("generate_image");
    expect(await childOf(parentId, "generate_video")).toMatchObject({ status: "completed" });
  });
});

describe("what failed of a request and was made by a later one", () => {
  it("is not made again with it: music, graphics by their kind, voices by their language", async () => {
    const parentId = await request([card], ["speech", "music", "logo", "poster", "text"]);
    for (let jobs = await claimPieces(sql); jobs.length > 0; jobs = await claimPieces(sql))
      for (const job of jobs) await (job.type === "generate_text" ? completePiece(sql, job) : fail(job));
    await request([], ["music", "logo"]);
    await drainPieces(sql);
    await sql`update public.drafts set languages = '{de}' where id = ${draftId}`;
    await request([card], ["speech"]);
    await drainPieces(sql);
    await retry(parentId);
    const jobs = await claimPieces(sql);
    expect(jobs.map(({ payload }) => payload.kind ?? payload.language).sort()).toEqual(["en", "poster"]);
  });
});

describe("the progress of a card", () => {
  it("does not fall when a piece is tried again, by itself or by hand", async () => {
    const parentId = await request([card], ["image", "text", "video"]);
    const seen: number[] = [];
    const look = async () => seen.push((await cardNow())?.progress);
    const progress = async ({ id, attempt }: Claimed, percent: number) => {
      await sql`select public.update_job_progress(${id}, ${attempt}, ${percent})`;
      await look();
    };
    const jobs = await claimPieces(sql);
    const image = held(jobs, "generate_image");
    await progress(image, 80);
    await fail(image, true);
    await look();
    await sql`update public.jobs set run_at = now() where status = 'pending'`;
    const next = held(await claimPieces(sql), "generate_image");
    await progress(next, 10);
    await fail(held(jobs, "generate_text"));
    await look();
    await retry((await childOf(parentId, "generate_text"))?.id);
    await look();
    await completePiece(sql, next);
    await look();
    await drainPieces(sql);
    await look();
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(seen.at(-1)).toBe(100);
    expect(seen[0]).toBeGreaterThan(0);
    // Another request begins at the beginning.
    await request([card], ["text"]);
    expect(await cardNow()).toMatchObject({ status: "generating", progress: 0 });
  });

  it("and its state are those of a good picture when its film failed or was stopped", async () => {
    for (const end of ["fail", "cancel"]) {
      const parentId = await request([card], ["video"]);
      const film = held(await claimPieces(sql), "generate_video");
      if (end === "fail") await fail(film);
      else await ask(sql, cast.owner, (db) => db`select public.cancel_job(${parentId})::text as answer`);
      expect(await cardNow()).toMatchObject({
        status: "ready",
        progress: 100,
        error_code: end === "fail" ? "provider_failed" : null,
      });
    }
  });
});

describe("the concepts of a request, stopped and tried again alone", () => {
  const paid = async (id: string) => (await sql`select private.paid_credits(${id}) as n`)[0]?.n;

  it("cost what all that they bring costs, once", async () => {
    draftId = await newDraftOf(sql, cast.owner, ["image", "video", "cover"], 2);
    const parentId = await request(null, null);
    const price = await paid(parentId);
    expect(price).toBeGreaterThan(4);
    const concepts = await childOf(parentId, "generate_concepts");
    await ask(sql, cast.owner, (db) => db`select public.cancel_job(${concepts?.id})::text as answer`);
    expect(await paid(parentId)).toBe(0);
    await retry(concepts?.id);
    expect(await paid(parentId)).toBe(price);
  });

  it("cost nothing more while the rest of the request is at work, and its price is not given back", async () => {
    draftId = await newDraftOf(sql, cast.owner, ["image", "music"], 2);
    const parentId = await request(null, null);
    const price = await paid(parentId);
    const concepts = await childOf(parentId, "generate_concepts");
    await ask(sql, cast.owner, (db) => db`select public.cancel_job(${concepts?.id})::text as answer`);
    await retry(concepts?.id);
    expect(await paid(parentId)).toBe(price);
  });
});

describe("words, which cost no credits", () => {
  it("are a request all the same when they are tried again: a model is asked for them", async () => {
    const requests = async () =>
      (await sql`select hour_count from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`)[0]
        ?.hour_count;
    const id = await again(["text"]);
    await fail(held(await claimPieces(sql), "generate_text"));
    const before = await requests();
    await retry(id);
    expect(await requests()).toBe(before + 1);
  });
});

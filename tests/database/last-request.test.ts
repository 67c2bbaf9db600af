import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { publish } from "../fixtures/engine.ts";
import { claimPieces, completePiece, drainPieces, newDraftOf, setUpModels } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface LastRequest {
  id: string;
  kind: string;
  status: string;
  finished: number;
  failed: number;
  stopped: number;
  reasons: { piece: string; code: string; count: number }[];
  ended_at: string;
}

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
});
beforeEach(async () => {
  draftId = await newDraftOf(sql, cast.owner, ["image", "music", "cover"], 2);
});

const last = async () =>
  (
    await ask<{ last_request: LastRequest | null }>(
      sql,
      cast.owner,
      (db) => db`select public.get_draft(${draftId}) as answer`,
    )
  ).last_request;
const generate = () =>
  ask<string>(sql, cast.owner, (db) => db`select public.request_generation(${draftId}) as answer`);
const cancel = (jobId: string) =>
  ask(sql, cast.owner, (db) => db`select public.cancel_job(${jobId}) as answer`);

/** Works off the queue; what is to fail fails for good, for this reason. */
async function work(failing: Record<string, string>): Promise<void> {
  for (let jobs = await claimPieces(sql); jobs.length > 0; jobs = await claimPieces(sql))
    for (const job of jobs) {
      const code = failing[job.type];
      if (code) await sql`select public.fail_job(${job.id}, ${job.attempt}, ${code}, 'x', null, false, 0)`;
      else await completePiece(sql, job);
    }
}

it("is none before the first one, and the one before while another is worked on", async () => {
  expect(await last()).toBeNull();
  const first = await generate();
  expect(await last()).toBeNull();
  await drainPieces(sql);
  expect(await last()).toMatchObject({
    id: first,
    kind: "make",
    status: "completed",
    finished: 5,
    failed: 0,
    stopped: 0,
    reasons: [],
  });
  await ask(
    sql,
    cast.owner,
    (db) => db`select public.request_generation(${draftId}, '{}', p_pieces => '{music}') as answer`,
  );
  expect(await last()).toMatchObject({ id: first });
});

it("tells what failed and why, also once it is gone from the cards", async () => {
  await generate();
  await work({ generate_music: "provider_unreachable", generate_image: "content_flagged" });
  expect(await last()).toMatchObject({
    status: "completed",
    finished: 2,
    failed: 3,
    reasons: [
      { piece: "image", code: "content_flagged", count: 2 },
      { piece: "music", code: "provider_unreachable", count: 1 },
    ],
  });
});

it("for ideas alone is told as that", async () => {
  const ideas = () =>
    ask<string>(sql, cast.owner, (db) => db`select public.request_concepts(${draftId}) as answer`);
  await ideas();
  await work({ generate_concepts: "provider_failed" });
  expect(await last()).toMatchObject({
    kind: "ideas",
    status: "failed",
    finished: 0,
    failed: 1,
    reasons: [{ piece: "concepts", code: "provider_failed", count: 1 }],
  });
  await ideas();
  await drainPieces(sql);
  expect(await last()).toMatchObject({ kind: "ideas", status: "completed", finished: 1, reasons: [] });
});

it("that somebody stopped says so", async () => {
  const jobId = await generate();
  await cancel(jobId);
  expect(await last()).toMatchObject({ id: jobId, status: "cancelled", finished: 0, failed: 0, reasons: [] });
});

it("of a single piece, and a publication, is one too", async () => {
  await generate();
  await drainPieces(sql);
  const [card] =
    await sql`select id from public.draft_assets where draft_id = ${draftId} order by sort_order`;
  const jobId = await ask<string>(
    sql,
    cast.owner,
    (db) => db`select public.regenerate_asset(${draftId}, ${card?.id}) as answer`,
  );
  await work({ generate_image: "provider_failed" });
  expect(await last()).toMatchObject({
    id: jobId,
    kind: "make",
    status: "failed",
    failed: 1,
    reasons: [{ piece: "image", code: "provider_failed", count: 1 }],
  });
  await publish(sql, cast.owner, draftId);
  expect(await last()).toMatchObject({ kind: "publish", status: "completed", finished: 1 });
});

it("is told on the channel with the end itself", async () => {
  const jobId = await generate();
  await work({ generate_music: "provider_unreachable" });
  const [told] = await sql`
    select payload -> 'record' as record from realtime.messages
    where topic = ${`user:${cast.owner.sub}`} and payload #>> '{record,last_request,id}' = ${jobId}
      and payload #> '{record,active_job_id}' = 'null'`;
  expect(told?.record).toMatchObject({
    status: "ready",
    last_request: { failed: 1, reasons: [{ piece: "music" }] },
  });
});

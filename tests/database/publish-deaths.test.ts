import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClaimedJob } from "../../lib/contract/worker.ts";
import type { Tools } from "../../supabase/functions/_shared/tools.ts";
import { runJob } from "../../supabase/functions/generation-worker/run-job.ts";
import { deathsOf, openPublishStage, type PublishStage, type Shown } from "../chaos/publish/stage.ts";
import { mortalTools } from "../fixtures/mortal.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let stage: PublishStage;
/** What children see before, and the job that is to change it. */
let old: Shown | null;
let job: ClaimedJob;

const cards = 3;
const figures = { deaths: 0, looks: 0, neitherOldNorNew: 0 };

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  sql = await freshDatabase();
  cast = await newCast(sql);
  stage = await openPublishStage(sql, cast, cards);
});
afterAll(() => console.info(JSON.stringify({ run: "publish", ...figures })));

beforeEach(async () => {
  old = await stage.shown();
  job = await stage.claimNext();
});

/** What children see is whole: one release, with every file in its place. */
async function expectWhole(universe: Shown | null): Promise<void> {
  figures.looks += 1;
  const faults = await stage.faultsOf(universe);
  if (faults.length > 0) figures.neitherOldNorNew += 1;
  expect(faults).toEqual([]);
}

describe("a worker that is killed while it publishes", () => {
  it.each(deathsOf(cards))(
    "$when $call number $nth leaves the old universe or the new one, and the next ends it",
    async (death) => {
      const { tools: mortal, isDead } = mortalTools(stage.tools, death);
      await runJob(job, mortal);
      expect(isDead()).toBe(true);
      figures.deaths += 1;
      const between = await stage.shown();
      await expectWhole(between);
      const isOut = death.call === "completeJob" && death.when === "after";
      if (!isOut) expect(between).toEqual(old);
      await stage.anotherWorker(job);
      const after = await stage.shown();
      await expectWhole(after);
      expect(after?.release).toBe((old?.release ?? 0) + 1);
      expect(after).not.toEqual(old);
      expect(await sql`select from public.releases where job_id = ${job.id}`).toHaveLength(1);
      const [end] = await sql`select status, current_step, total_steps from public.jobs where id = ${job.id}`;
      expect(end).toEqual({ status: "completed", current_step: cards + 1, total_steps: cards + 1 });
    },
  );
});

describe("a publication that is stopped", () => {
  const cancel = () => as(sql, cast.owner, (db) => db`select public.cancel_job(${job.id})`);

  it("in its middle shows nothing of itself, and the worker hears of it", async () => {
    const { tools } = stage;
    const { storage } = tools;
    let isStopped = false;
    const stopped: Tools = {
      ...tools,
      storage: {
        from: (bucket: string) => ({
          ...storage.from(bucket),
          copy: async (...args: Parameters<ReturnType<typeof storage.from>["copy"]>) => {
            const answer = await storage.from(bucket).copy(...args);
            if (!isStopped) await cancel();
            isStopped = true;
            return answer;
          },
        }),
      } as Tools["storage"],
    };
    await runJob(job, stopped);
    expect(await stage.shown()).toEqual(old);
    const [draft] = await sql`select status, active_job_id from public.drafts where id = ${stage.draftId}`;
    expect(draft).toEqual({ status: "ready", active_job_id: null });
    await stage.anotherWorker(job);
    expect(await stage.shown()).toEqual(old);
  });

  it("once the new universe is shown is refused, and stays shown", async () => {
    await runJob(job, stage.tools);
    await expect(cancel()).rejects.toMatchObject({ message: "job_finished", code: "PT409" });
    expect((await stage.shown())?.release).toBe((old?.release ?? 0) + 1);
  });
});

it("waits and goes on where Storage fails, and takes what it copied before for granted", async () => {
  stage.shelf.failure = "upstream is down";
  await runJob(job, stage.tools);
  const [waiting] = await sql`select status, error_code from public.jobs where id = ${job.id}`;
  expect(waiting).toEqual({ status: "pending", error_code: "storage_unavailable" });
  expect(await stage.shown()).toEqual(old);
  await stage.anotherWorker(job);
  await expectWhole(await stage.shown());
});

it("publishes one revision, however the draft changes meanwhile", async () => {
  const [frozen] = await sql`select manifest from private.publications where job_id = ${job.id}`;
  await stage.changeAll();
  await sql`delete from public.draft_assets where draft_id = ${stage.draftId} and sort_order = 1`;
  await runJob(job, stage.tools);
  const universe = await stage.shown();
  await expectWhole(universe);
  expect(universe?.background_color).toBe(frozen?.manifest.background_color);
  const [draft] = await sql`select status from public.drafts where id = ${stage.draftId}`;
  expect(draft?.status).toBe("ready");
});

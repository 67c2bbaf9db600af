import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClaimedJob } from "../../lib/contract/worker.ts";
import type { Tools } from "../../supabase/functions/_shared/tools.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { runJob } from "../../supabase/functions/generation-worker/run-job.ts";
import { ask } from "../fixtures/ask.ts";
import { finishedDraft } from "../fixtures/engine.ts";
import { type Death, mortalTools } from "../fixtures/mortal.ts";
import { openWorkshop, type Shelf } from "../fixtures/worker.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let tools: Tools;
let shelf: Shelf;
let draftId: string;
let slug: string;
/** What children see before, and the job that is to change it. */
let old: unknown;
let job: ClaimedJob;

const cards = 3;
const shown = () =>
  ask<{ release: number; background_color: string; assets: { image_path: string }[] } | null>(
    sql,
    cast.anonymous,
    (db) => db`select public.get_universe(${slug}) as answer`,
  );
const request = () =>
  ask<string>(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public') as answer`);

/** Everything of the universe becomes another: its colour and the picture of every card. */
async function changeAll(): Promise<void> {
  const mark = crypto.randomUUID().slice(0, 6);
  await sql`update public.drafts set background_color = ${`#${mark}`}, revision = revision + 1 where id = ${draftId}`;
  const changed = await sql`
    update public.draft_asset_versions v set sha256 = encode(sha256((v.id::text || ${mark})::bytea), 'hex'),
      storage_path = 'x/' || v.id || ${mark} || '.webp'
    from public.draft_assets a where a.id = v.asset_id and a.draft_id = ${draftId} returning v.storage_path`;
  for (const { storage_path } of changed) shelf.files.set(`draft-media/${storage_path}`, new Uint8Array(1));
}

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  sql = await freshDatabase();
  cast = await newCast(sql);
  const nowhere = { url: "http://127.0.0.1:9" };
  ({ tools, shelf } = openWorkshop(sql, { atelier: nowhere, receiver: nowhere } as never));
  draftId = await finishedDraft(sql, cast.owner, cards);
  const [row] =
    await sql`select slug from public.universes u join public.drafts d on d.universe_id = u.id where d.id = ${draftId}`;
  slug = row?.slug;
  await changeAll();
  await request();
  await drain(tools);
});

beforeEach(async () => {
  await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
    where status in ('pending', 'processing')`;
  old = await shown();
  await changeAll();
  await request();
  const { jobs } = await tools.engine.getNextJobs("short-lived", 1, ["publish"]);
  [job] = jobs as [ClaimedJob];
});

/** As if the lease of whoever held the job had run out, and another worker had come. */
async function anotherWorker(): Promise<void> {
  await sql`update public.jobs set lease_expires_at = now() - interval '1 second' where id = ${job.id} and status = 'processing'`;
  await tools.engine.reapExpiredJobs();
  await sql`update public.jobs set run_at = now() where status = 'pending'`;
  await drain(tools);
}

/** What children see is whole: one release, with every file in its place. */
async function expectWhole(universe: Awaited<ReturnType<typeof shown>>): Promise<void> {
  expect(universe?.assets).toHaveLength(cards);
  for (const { image_path } of universe?.assets ?? [])
    expect(shelf.files.has(`published/${image_path}`)).toBe(true);
  const [release] = await sql`
    select r.background_color, array_agg(a.image_path order by a.sort_order) as paths from public.releases r
    join public.release_assets a on a.release_id = r.id where r.number = ${universe?.release ?? 0} group by r.id`;
  expect(release).toEqual({
    background_color: universe?.background_color,
    paths: universe?.assets.map(({ image_path }) => image_path),
  });
}

const calls: [call: string, times: number][] = [
  ["getMissingFiles", 1],
  ["copy", cards],
  ["noteCopies", 1],
  ["completeJob", 1],
];
const deaths = calls.flatMap(([call, times]) =>
  Array.from({ length: times }, (_, at) => at + 1).flatMap((nth): Death[] => [
    { when: "before", call, nth },
    { when: "after", call, nth },
  ]),
);

describe("a worker that is killed while it publishes", () => {
  it.each(deaths)(
    "$when $call number $nth leaves the old universe or the new one, and the next ends it",
    async (death) => {
      const { tools: mortal, isDead } = mortalTools(tools, death);
      await runJob(job, mortal);
      expect(isDead()).toBe(true);
      const between = await shown();
      await expectWhole(between);
      const isOut = death.call === "completeJob" && death.when === "after";
      if (!isOut) expect(between).toEqual(old);
      await anotherWorker();
      const after = await shown();
      await expectWhole(after);
      expect(after?.release).toBe((old as { release: number }).release + 1);
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
    expect(await shown()).toEqual(old);
    const [draft] = await sql`select status, active_job_id from public.drafts where id = ${draftId}`;
    expect(draft).toEqual({ status: "ready", active_job_id: null });
    await anotherWorker();
    expect(await shown()).toEqual(old);
  });

  it("once the new universe is shown is refused, and stays shown", async () => {
    await runJob(job, tools);
    await expect(cancel()).rejects.toMatchObject({ message: "job_finished", code: "PT409" });
    expect((await shown())?.release).toBe((old as { release: number }).release + 1);
  });
});

it("waits and goes on where Storage fails, and takes what it copied before for granted", async () => {
  shelf.failure = "upstream is down";
  await runJob(job, tools);
  const [waiting] = await sql`select status, error_code from public.jobs where id = ${job.id}`;
  expect(waiting).toEqual({ status: "pending", error_code: "storage_unavailable" });
  expect(await shown()).toEqual(old);
  await anotherWorker();
  await expectWhole(await shown());
});

it("publishes one revision, however the draft changes meanwhile", async () => {
  const [frozen] = await sql`select manifest from private.publications where job_id = ${job.id}`;
  await changeAll();
  await sql`delete from public.draft_assets where draft_id = ${draftId} and sort_order = 1`;
  await runJob(job, tools);
  const universe = await shown();
  await expectWhole(universe);
  expect(universe?.background_color).toBe(frozen?.manifest.background_color);
  const [draft] = await sql`select status from public.drafts where id = ${draftId}`;
  expect(draft?.status).toBe("ready");
});

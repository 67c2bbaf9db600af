import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { collect } from "../../supabase/functions/_shared/collect.ts";
import type { Tools } from "../../supabase/functions/_shared/tools.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { runSchedule } from "../../supabase/functions/job-scheduler/run-schedule.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import { registerModels } from "../../supabase/local/atelier/register.ts";
import { type OpenAtelier, openAtelier } from "../../supabase/local/atelier/testing/open-atelier.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
import { openWorkshop, type Shelf } from "../fixtures/worker.ts";
import { as, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let atelier: OpenAtelier;
let tools: Tools;
let shelf: Shelf;
let draftId: string;
let owner: Awaited<ReturnType<typeof newCast>>["owner"];

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  sql = await freshDatabase();
  await registerModels(sql);
  atelier = await openAtelier();
  ({ tools, shelf } = openWorkshop(sql, atelier));
});
afterAll(async () => atelier[Symbol.asyncDispose]());

beforeEach(async () => {
  await atelier.call("/control/faults", { method: "DELETE" });
  await atelier.call("/control/ledger", { method: "DELETE" });
  await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
    where status in ('pending', 'processing')`;
  await sql`update public.predictions set status = 'cancelled' where status in ('submitting', 'open')`;
  ({ owner } = await newCast(sql));
  draftId = await newDraft(sql, owner, { count: 2 });
  await generate(sql, owner, draftId);
});

/** How many predictions of the concepts model the provider has made: each of them is paid for. */
const paid = async () =>
  (await atelier.ledger()).calls.filter(({ model, prediction }) => model === "atelier/concepts" && prediction)
    .length;
const conceptsJob = async () =>
  (await sql`select * from public.jobs where draft_id = ${draftId} and type = 'generate_concepts'`)[0] ?? {};
const images = () => sql`select * from public.jobs where draft_id = ${draftId} and type = 'generate_image'`;
const predictionsOf = (jobId: string) =>
  sql`select * from public.predictions where job_id = ${jobId} order by created_at`;

/** Waits until the provider has made it; nobody in the database has heard of that yet. */
async function untilSucceeded(externalId: string): Promise<void> {
  const status = async () => (await tools.provider.get(externalId))?.status;
  await expect.poll(status, { timeout: 20_000 }).toBe("succeeded");
}

/** As if the time of waiting jobs and of checks on predictions had come. */
async function later(): Promise<void> {
  await sql`update public.jobs set run_at = now() where status = 'pending'`;
  await sql`update public.predictions set checked_at = null where status = 'open'`;
}

/** As if the worker that holds this job had died: its lease runs out. */
async function workerDies(jobId: unknown): Promise<void> {
  await sql`update public.jobs set lease_expires_at = now() - interval '1 second' where id = ${String(jobId)}`;
  await tools.engine.reapExpiredJobs();
  await later();
}

/** Lets the scheduler ask the provider until this job has left "processing". */
async function sweepUntilDone(jobId: unknown): Promise<string> {
  for (let round = 0; round < 200; round += 1) {
    await later();
    await sweepPredictions(tools);
    const [job] = await sql`select status from public.jobs where id = ${String(jobId)}`;
    if (job?.status !== "processing") return job?.status;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("the job never ended");
}

/** Makes the concepts, then one picture of the draft, with these faults on the picture. */
async function makePicture(...faults: Parameters<OpenAtelier["order"]>): Promise<Record<string, unknown>> {
  await drain(tools);
  await sweepUntilDone((await conceptsJob()).id);
  await atelier.order(...faults);
  await drain(tools);
  const [job] = await images();
  await sweepUntilDone(job?.id);
  return (await sql`select * from public.jobs where id = ${job?.id}`)[0] ?? {};
}

describe("what is paid for is paid once", () => {
  it("a request whose answer was lost is found at the provider and adopted", async () => {
    await atelier.order({ kind: "reset", times: 1 });
    await drain(tools);
    const job = await conceptsJob();
    expect(job).toMatchObject({ status: "pending", error_code: "provider_unreachable", retry_count: 1 });
    await later();
    await drain(tools);
    expect(await sweepUntilDone(job.id)).toBe("completed");
    expect(await paid()).toBe(1);
    expect(await predictionsOf(job.id)).toMatchObject([{ status: "succeeded", attempt: 2 }]);
  });

  it("a worker that died between the request and its note leaves a prediction that the next one adopts", async () => {
    const [claimed] = await tools.engine.getNextJobs("short-lived", 1, ["generate_concepts"]);
    if (!claimed?.model) throw new Error("nothing claimed");
    const input = { theme: "ocean", count: 2, exclude: [], seed: 1 };
    const id = await tools.engine.recordPrediction(claimed.id, claimed.attempt, input, "hash");
    const webhook = `${tools.environment.supabaseUrl}/functions/v1/replicate-webhook?prediction=${id}`;
    await tools.provider.create({ ...claimed.model, model: claimed.model.name, input, webhook });
    await workerDies(claimed.id);
    await drain(tools);
    expect(await sweepUntilDone(claimed.id)).toBe("completed");
    expect(await paid()).toBe(1);
  });

  it("a worker that died before the request leaves a note that is written off", async () => {
    const [claimed] = await tools.engine.getNextJobs("short-lived", 1, ["generate_concepts"]);
    if (!claimed) throw new Error("nothing claimed");
    await tools.engine.recordPrediction(claimed.id, claimed.attempt, { theme: "never sent" }, "hash");
    await workerDies(claimed.id);
    await drain(tools);
    expect(await sweepUntilDone(claimed.id)).toBe("completed");
    expect(await predictionsOf(claimed.id)).toMatchObject([{ status: "lost" }, { status: "succeeded" }]);
    expect(await paid()).toBe(1);
  });

  it("where the list hides webhooks, an equal input is adopted, but never one that another job has", async () => {
    const { provider } = tools;
    const blind = {
      ...tools,
      provider: {
        ...provider,
        listSince: async (...when: Parameters<typeof provider.listSince>) =>
          (await provider.listSince(...when)).map(({ webhook: _hidden, ...rest }) => rest),
      },
    };
    const [first] = await tools.engine.getNextJobs("first", 1, ["generate_concepts"]);
    if (!first?.model) throw new Error("nothing claimed");
    const input = { theme: "ocean", count: 2, exclude: [], seed: 1 };
    const order = { ...first.model, model: first.model.name, input, webhook: undefined };
    const others = await provider.create(order);
    const other = await tools.engine.recordPrediction(first.id, first.attempt, input, "hash");
    await tools.engine.savePrediction(other, first.attempt, others.id);
    await sql`update public.predictions set status = 'succeeded' where id = ${other}`;
    await tools.engine.recordPrediction(first.id, first.attempt, input, "hash");
    const own = await provider.create(order);
    await sql`update public.jobs set external_id = null where id = ${first.id}`;
    await workerDies(first.id);
    await drain(blind);
    const rows = await predictionsOf(first.id);
    expect(rows.map((row) => row.external_id)).toEqual([others.id, own.id]);
    expect(await paid()).toBe(2);
  });

  it("a prediction that took too long is adopted when it has succeeded since", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    const [{ external_id } = {}] = await predictionsOf(id);
    await untilSucceeded(external_id);
    await workerDies(id);
    await drain(tools);
    expect(await conceptsJob()).toMatchObject({ status: "completed", attempt: 2 });
    expect(await paid()).toBe(1);
  });

  it("a prediction that has succeeded while no function ran is collected before its job is given up", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    const [{ external_id } = {}] = await predictionsOf(id);
    await untilSucceeded(external_id);
    await sql`update public.jobs set lease_expires_at = now() - interval '1 second' where id = ${id}`;
    await later();
    // Nobody is there to be woken.
    await runSchedule({ ...tools, environment: { ...tools.environment, supabaseUrl: "http://127.0.0.1:9" } });
    expect(await conceptsJob()).toMatchObject({ status: "completed", attempt: 1, retry_count: 0 });
    expect(await paid()).toBe(1);
  });

  it("a success that is seen while its job waits for the next attempt is adopted by that one", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    const [{ id: predictionId, external_id } = {}] = await predictionsOf(id);
    await untilSucceeded(external_id);
    await workerDies(id);
    const [found, seen] = [
      await tools.engine.findPrediction(predictionId),
      await tools.provider.get(external_id),
    ];
    if (!found || !seen) throw new Error("nothing to collect");
    expect(await collect(found, seen, tools)).toBe("not_current");
    await drain(tools);
    expect(await conceptsJob()).toMatchObject({ status: "completed", attempt: 2 });
    expect(await paid()).toBe(1);
  });

  it("a request that was on its way when its job was stopped is cancelled at the provider", async () => {
    const { id, parent_id } = await conceptsJob();
    const { provider } = tools;
    const slow = {
      ...provider,
      create: async (order: Parameters<typeof provider.create>[0]) => {
        const created = await provider.create(order);
        await as(sql, owner, (db) => db`select public.cancel_job(${parent_id})`);
        return created;
      },
    };
    await atelier.order({ kind: "stuck", times: 1 });
    await drain({ ...tools, provider: slow });
    await later();
    expect(await sweepPredictions(tools)).toMatchObject({ cancelled: 1 });
    const [{ external_id, status } = {}] = await predictionsOf(id);
    expect([status, (await provider.get(external_id))?.status]).toEqual(["cancelled", "canceled"]);
  });

  it("a prediction that took too long and still runs is cancelled and asked for again", async () => {
    await atelier.order({ kind: "stuck", times: 1 });
    await drain(tools);
    const { id } = await conceptsJob();
    await workerDies(id);
    await drain(tools);
    expect(await sweepUntilDone(id)).toBe("completed");
    const [stuck, second] = await predictionsOf(id);
    expect([stuck?.status, second?.status]).toEqual(["cancelled", "succeeded"]);
    expect((await tools.provider.get(stuck?.external_id))?.status).toBe("canceled");
  });
});

describe("when the provider refuses", () => {
  it("a busy provider is left alone for as long as it says", async () => {
    await atelier.order({ kind: "rate-limit", retryAfter: 40, times: 1 });
    const before = Date.now();
    await drain(tools);
    const job = await conceptsJob();
    expect(job).toMatchObject({ status: "pending", error_code: "provider_busy" });
    expect(job.run_at.getTime()).toBeGreaterThanOrEqual(before + 39_000);
    expect((await atelier.ledger()).calls).toHaveLength(1);
    expect(await predictionsOf(job.id)).toMatchObject([{ status: "lost" }]);
  });

  it.each([
    ["no-credit", "provider_refused"],
    ["unauthorized", "provider_refused"],
    ["invalid-input", "provider_rejected_input"],
    ["version-gone", "provider_rejected_input"],
  ] as const)("%s ends the job with %s after one call", async (kind, code) => {
    await atelier.order({ kind });
    await drain(tools);
    expect(await conceptsJob()).toMatchObject({ status: "failed", error_code: code, attempt: 1 });
    expect((await atelier.ledger()).calls).toHaveLength(1);
  });

  it("a broken provider is tried again", async () => {
    await atelier.order({ kind: "server-error", times: 1 });
    await drain(tools);
    const { id } = await conceptsJob();
    await later();
    await drain(tools);
    expect(await sweepUntilDone(id)).toBe("completed");
  });
});

describe("collecting", () => {
  it("has one effect, however often and however much at once it is done", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    const [{ id: predictionId, external_id } = {}] = await predictionsOf(id);
    await untilSucceeded(external_id);
    const [found, seen] = await Promise.all([
      tools.engine.findPrediction(predictionId),
      tools.provider.get(external_id),
    ]);
    if (!found || !seen) throw new Error("nothing to collect");
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => collect(found, seen, tools)));
    expect(outcomes.filter((outcome) => outcome === "completed")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "refused")).toHaveLength(19);
    const cards = await sql`select concept from public.draft_assets where draft_id = ${draftId}`;
    expect(cards).toHaveLength(2);
  });

  it("ignores a message that comes after the end, and one from an earlier attempt", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    const [{ id: predictionId } = {}] = await predictionsOf(id);
    await sweepUntilDone(id);
    const found = await tools.engine.findPrediction(predictionId);
    if (!found) throw new Error("nothing found");
    const late = { id: "any", status: "processing" };
    expect(await collect({ ...found, is_current: true }, late, tools)).toBe("refused");
    expect(await collect(found, { ...late, status: "failed" }, tools)).toBe("not_current");
    expect(await conceptsJob()).toMatchObject({ status: "completed", progress: 100 });
  });

  it("waits through a status that nobody has seen yet", async () => {
    await drain(tools);
    const [{ id: predictionId } = {}] = await predictionsOf((await conceptsJob()).id);
    const found = await tools.engine.findPrediction(predictionId);
    if (!found) throw new Error("nothing found");
    expect(await collect(found, { id: "any", status: "pondering" }, tools)).toBe("running");
  });

  it("leaves the job to the next look when Storage fails, and loses nothing", async () => {
    await drain(tools);
    await sweepUntilDone((await conceptsJob()).id);
    await drain(tools);
    const [job] = await images();
    const [{ external_id } = {}] = await predictionsOf(job?.id);
    await untilSucceeded(external_id);
    shelf.failure = "The disk is full";
    await later();
    expect(await sweepPredictions(tools)).toMatchObject({ error: 1 });
    expect(await sweepUntilDone(job?.id)).toBe("completed");
  });
});

describe("pictures", () => {
  it("are stored under their hash in the owner's folder, with what they measure", async () => {
    const job = await makePicture();
    expect(job).toMatchObject({
      status: "completed",
      result: { width: 1024, height: 1024, mime_type: "image/webp" },
    });
    const { storage_path, sha256, size_bytes } = job.result as Record<string, string>;
    expect(storage_path).toBe(`${owner.sub}/${draftId}/${sha256}.webp`);
    expect(shelf.files.get(`draft-media/${storage_path}`)?.length).toBe(size_bytes);
  });

  it.each([
    ["output-404", "provider_output_expired"],
    ["output-truncated", "provider_output_unusable"],
    ["output-empty", "provider_output_unusable"],
    ["output-html", "provider_output_unusable"],
    ["output-svg", "provider_output_unusable"],
    ["output-huge-dimensions", "provider_output_unusable"],
    ["output-redirect", "provider_output_unusable"],
    ["foreign-host", "provider_output_unusable"],
    ["missing-outputs", "provider_output_unusable"],
    ["abort", "provider_failed"],
    ["cancel", "provider_failed"],
  ] as const)("with %s are not taken: %s, to be tried again", async (kind, code) => {
    const before = shelf.files.size;
    const job = await makePicture({ kind });
    expect(job).toMatchObject({ status: "pending", error_code: code, retry_count: 1 });
    expect(shelf.files.size).toBe(before);
    const open =
      await sql`select from public.predictions where job_id = ${String(job.id)} and status = 'open'`;
    expect(open).toHaveLength(0);
  });

  it("that the model finds unsafe end the job for good", async () => {
    const job = await makePicture({ kind: "fail" });
    expect(job).toMatchObject({ status: "failed", error_code: "content_flagged" });
  });
});

describe("the sweep", () => {
  it("cancels at the provider what nobody waits for any more", async () => {
    await atelier.order({ kind: "stuck", times: 1 });
    await drain(tools);
    const { id, parent_id } = await conceptsJob();
    await as(sql, owner, (db) => db`select public.cancel_job(${parent_id})`);
    await later();
    expect(await sweepPredictions(tools)).toMatchObject({ cancelled: 1 });
    const [{ external_id, status } = {}] = await predictionsOf(id);
    expect([status, (await tools.provider.get(external_id))?.status]).toEqual(["cancelled", "canceled"]);
  });

  it("gives a prediction that the provider has forgotten back to the queue", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    await sql`update public.predictions set external_id = 'forgotten' where job_id = ${id}`;
    await later();
    expect(await sweepPredictions(tools)).toMatchObject({ lost: 1 });
    expect(await conceptsJob()).toMatchObject({ status: "pending", error_code: "provider_failed" });
  });
});

describe("publishing", () => {
  it("copies each picture once, also when it is done twice, and moves the pointer", async () => {
    await makePicture();
    await as(sql, owner, (db) => db`select public.request_publish(${draftId}, 'public')`).catch(() => {});
    await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
      where draft_id = ${draftId} and status in ('pending', 'processing')`;
    for (const round of [1, 2]) {
      await as(sql, owner, (db) => db`select public.request_publish(${draftId}, 'public')`);
      await drain(tools);
      const [release] = await sql`
        select r.number, r.card_count, r.thumbnail_path from public.universes u join public.releases r on r.id = u.release_id
        join public.drafts d on d.universe_id = u.id where d.id = ${draftId}`;
      expect(release?.number).toBe(round);
      expect(shelf.files.has(`published/${release?.thumbnail_path}`)).toBe(true);
    }
  });

  it("of a picture that is gone fails for good and says which", async () => {
    await makePicture();
    await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
      where draft_id = ${draftId} and status in ('pending', 'processing')`;
    shelf.files.clear();
    await as(sql, owner, (db) => db`select public.request_publish(${draftId}, 'public')`);
    await drain(tools);
    const [job] = await sql`select * from public.jobs where draft_id = ${draftId} and type = 'publish'`;
    expect(job).toMatchObject({ status: "failed", error_code: "picture_missing" });
  });
});

describe("a job that cannot be read", () => {
  it("fails for good, and the others go on", async () => {
    await sql`update public.jobs set payload = '{"count": "many"}' where draft_id = ${draftId} and type = 'generate_concepts'`;
    const second = await newDraft(sql, owner, { theme: "space", count: 1 });
    await generate(sql, owner, second);
    await drain(tools);
    expect(await conceptsJob()).toMatchObject({ status: "failed", error_code: "invalid_payload" });
    const [other] =
      await sql`select status from public.jobs where draft_id = ${second} and type = 'generate_concepts'`;
    expect(other?.status).toBe("processing");
  });
});

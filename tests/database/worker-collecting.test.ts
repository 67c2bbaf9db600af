import { describe, expect, it } from "vitest";
import { collect } from "../../supabase/functions/_shared/collect.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
import {
  atelier,
  conceptsJob,
  draftId,
  images,
  later,
  owner,
  predictionsOf,
  setStage,
  shelf,
  sql,
  sweepUntilDone,
  tools,
  untilSucceeded,
} from "../fixtures/worker-stage.ts";
import { as } from "../setup/database.ts";

setStage();

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

import { describe, expect, it } from "vitest";
import { collect } from "../../supabase/functions/_shared/collect.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { runSchedule } from "../../supabase/functions/job-scheduler/run-schedule.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import {
  atelier,
  conceptsJob,
  later,
  owner,
  paid,
  predictionsOf,
  setStage,
  sql,
  sweepUntilDone,
  tools,
  untilSucceeded,
  workerDies,
} from "../fixtures/worker-stage.ts";
import { as } from "../setup/database.ts";

setStage();

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

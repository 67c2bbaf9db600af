import { describe, expect, it } from "vitest";
import { collect } from "../../supabase/functions/_shared/collect.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { runSchedule } from "../../supabase/functions/job-scheduler/run-schedule.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import {
  age,
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
    await age(id, 3600);
    await workerDies(id);
    await drain(tools);
    expect(await sweepUntilDone(id)).toBe("completed");
    const [stuck, second] = await predictionsOf(id);
    expect([stuck?.status, second?.status]).toEqual(["cancelled", "succeeded"]);
    expect((await tools.provider.get(stuck?.external_id))?.status).toBe("canceled");
  });
});

import { describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { receive } from "../../supabase/functions/replicate-webhook/receive.ts";
import {
  age,
  atelier,
  claimConcepts,
  conceptsJob,
  later,
  orderFor,
  paid,
  predictionsOf,
  recordRequest,
  setStage,
  sql,
  sweepUntilDone,
  tools,
  untilSucceeded,
  workerDies,
} from "../fixtures/worker-stage.ts";

setStage();

const input = { theme: "ocean", count: 2, exclude: [], seed: 1 };
const posts = async () => (await atelier.ledger()).calls.length;

/** Runs the concepts job once more, as if its time had come. */
async function runAgain(): Promise<Record<string, unknown>> {
  await later();
  await drain(tools);
  return conceptsJob();
}

describe("a request whose answer was lost", () => {
  it("is found at the provider by its webhook address and adopted, while it runs or when it is done", async () => {
    await atelier.order({ kind: "reset", times: 1 });
    await drain(tools);
    const job = await conceptsJob();
    expect(job).toMatchObject({ status: "pending", error_code: "provider_unreachable", retry_count: 1 });
    await runAgain();
    expect(await sweepUntilDone(job.id)).toBe("completed");
    expect(await paid()).toBe(1);
    expect(await predictionsOf(job.id)).toMatchObject([{ status: "succeeded", attempt: 2 }]);
  });

  it("is not sent again before it is a minute old, and costs no retry meanwhile", async () => {
    await atelier.order({ kind: "reset-before", times: 1 });
    await drain(tools);
    const { id } = await conceptsJob();
    for (let turn = 0; turn < 3; turn += 1) {
      const job = await runAgain();
      expect(job).toMatchObject({ status: "pending", error_code: "provider_unreachable", retry_count: 1 });
    }
    expect(await posts()).toBe(1);
    const [waits] = await sql`
      select extract(epoch from j.run_at - p.created_at)::float as seconds
      from public.jobs j join public.predictions p on p.job_id = j.id where j.id = ${id}`;
    expect(waits?.seconds).toBeGreaterThan(59);
    expect(waits?.seconds).toBeLessThan(70);
    await age(id, 60);
    await runAgain();
    expect(await sweepUntilDone(id)).toBe("completed");
    expect([await posts(), await paid()]).toEqual([2, 1]);
    expect(await predictionsOf(id)).toMatchObject([{ status: "lost" }, { status: "succeeded" }]);
  });

  it("is as lost when a gateway answers in the provider's place, but not when the provider itself refuses", async () => {
    const { provider } = tools;
    const { ProviderRefusal } = await import("../../supabase/functions/_shared/provider-refusal.ts");
    const create = async () => {
      throw new ProviderRefusal(502, "<html><h1>502 Bad Gateway</h1></html>");
    };
    await drain({ ...tools, provider: { ...provider, create } });
    const { id } = await conceptsJob();
    expect(await predictionsOf(id)).toMatchObject([{ status: "submitting" }]);
    await age(id, 60);
    await atelier.order({ kind: "server-error", times: 1 });
    await runAgain();
    expect(await predictionsOf(id)).toMatchObject([{ status: "lost" }, { status: "lost" }]);
    await runAgain();
    expect(await sweepUntilDone(id)).toBe("completed");
    expect(await paid()).toBe(1);
  });

  it("that a webhook tells of while the job waits is adopted, although it still runs", async () => {
    await atelier.order({ kind: "reset", times: 1 }, { kind: "slow-run", delayMs: 1500, times: 1 });
    await drain(tools);
    const { id } = await conceptsJob();
    const [{ id: predictionId } = {}] = await predictionsOf(id);
    const [made] = await tools.provider.listBetween(new Date(Date.now() - 60_000), new Date(), 1);
    const message = JSON.stringify({ ...made, status: "processing" });
    expect(await receive(predictionId, message, tools)).toBe("not_current");
    expect(await predictionsOf(id)).toMatchObject([{ status: "open", external_id: made?.id }]);
    await runAgain();
    expect(await conceptsJob()).toMatchObject({ status: "processing", external_id: made?.id });
    expect(await sweepUntilDone(id)).toBe("completed");
    expect(await paid()).toBe(1);
  });

  it("in a list that hides webhooks is known by an equal input, but never taken from another job", async () => {
    const { provider } = tools;
    const blind = {
      ...tools,
      provider: {
        ...provider,
        listBetween: async (...when: Parameters<typeof provider.listBetween>) =>
          (await provider.listBetween(...when)).map(({ webhook: _hidden, ...rest }) => rest),
      },
    };
    const job = await claimConcepts();
    const others = await provider.create(orderFor(job, input));
    const other = await recordRequest(job, input);
    await tools.engine.savePrediction(other, job.attempt, others.id);
    await sql`update public.predictions set status = 'succeeded' where id = ${other}`;
    await recordRequest(job, input);
    const own = await provider.create(orderFor(job, input));
    await sql`update public.jobs set external_id = null where id = ${job.id}`;
    await workerDies(job.id);
    await drain(blind);
    const rows = await predictionsOf(job.id);
    expect(rows.map((row) => row.external_id)).toEqual([others.id, own.id]);
    expect(await paid()).toBe(2);
  });
});

describe("a worker that died", () => {
  it("between the request and its note leaves a prediction that the next one adopts", async () => {
    const job = await claimConcepts();
    const id = await recordRequest(job, input);
    await tools.provider.create(orderFor(job, input, id));
    await workerDies(job.id);
    await drain(tools);
    expect(await sweepUntilDone(job.id)).toBe("completed");
    expect(await paid()).toBe(1);
  });

  it("before the request leaves a note that is written off when it is a minute old", async () => {
    const job = await claimConcepts();
    await recordRequest(job, { theme: "never sent" });
    await workerDies(job.id);
    expect(await runAgain()).toMatchObject({ status: "pending", retry_count: 0 });
    await age(job.id, 60);
    await runAgain();
    expect(await sweepUntilDone(job.id)).toBe("completed");
    expect(await predictionsOf(job.id)).toMatchObject([{ status: "lost" }, { status: "succeeded" }]);
    expect(await paid()).toBe(1);
  });

  it("after its note leaves a prediction that runs on: the next one adopts it while it has time", async () => {
    await atelier.order({ kind: "slow-run", delayMs: 1000, times: 1 });
    await drain(tools);
    const { id } = await conceptsJob();
    await workerDies(id);
    await drain(tools);
    const [only, ...others] = await predictionsOf(id);
    expect([only?.status, only?.attempt, others]).toEqual(["open", 2, []]);
    await untilSucceeded(only?.external_id);
    expect(await sweepUntilDone(id)).toBe("completed");
    expect(await paid()).toBe(1);
  });
});

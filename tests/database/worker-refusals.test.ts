import { describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
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
  untilProviderIsReady,
} from "../fixtures/worker-stage.ts";
import { newCast } from "../setup/database.ts";

setStage();

const posts = async () => (await atelier.ledger()).calls.length;

describe("a busy provider", () => {
  it("is left alone for as long as it says, by every job of everybody, and no retry is counted", async () => {
    await atelier.order({ kind: "rate-limit", retryAfter: 40, times: 1 });
    const [{ now } = {}] = await sql`select now()`;
    await drain(tools);
    const job = await conceptsJob();
    expect(job).toMatchObject({ status: "pending", error_code: "provider_busy", retry_count: 0 });
    expect(job.run_at.getTime()).toBeGreaterThanOrEqual(now.getTime() + 39_000);
    expect(await predictionsOf(job.id)).toMatchObject([{ status: "lost" }]);
    const { stranger } = await newCast(sql);
    await generate(sql, stranger, await newDraft(sql, stranger, { count: 1 }));
    await later();
    await drain(tools);
    expect(await posts()).toBe(1);
    await untilProviderIsReady();
    await later();
    await drain(tools);
    expect(await posts()).toBe(3);
  });

  it("is not asked by those who were on their way either", async () => {
    for (let count = 0; count < 2; count += 1)
      await generate(sql, owner, await newDraft(sql, owner, { count: 1 }));
    await sql`update public.jobs set priority = 10 where id = ${(await conceptsJob()).id}`;
    await atelier.order({ kind: "rate-limit", retryAfter: 40 });
    const { provider } = tools;
    let first: Promise<unknown> | undefined;
    // The others reach their request when the answer to the first one has come.
    const create = async (order: Parameters<typeof provider.create>[0]) => {
      await first?.catch(() => {});
      const made = provider.create(order);
      first ??= made;
      return made;
    };
    await drain({ ...tools, provider: { ...provider, create } });
    expect(await posts()).toBe(1);
    const busy =
      await sql`select from public.jobs where user_id = ${owner.sub ?? ""} and error_code = 'provider_busy'`;
    expect(busy).toHaveLength(3);
  });

  it("that does not want to be asked about predictions is left alone by the sweep", async () => {
    await drain(tools);
    await atelier.order({ kind: "rate-limit", retryAfter: 40, endpoint: "get", times: 1 });
    for (const _turn of [1, 2, 3]) {
      await later();
      expect(await sweepPredictions(tools)).toEqual({ busy: 1 });
    }
    await untilProviderIsReady();
    expect(await sweepUntilDone((await conceptsJob()).id)).toBe("completed");
  });
});

describe("a provider that refuses us", () => {
  it.each(["no-credit", "unauthorized"] as const)("(%s) pauses all models and fails no job", async (kind) => {
    await atelier.order({ kind, times: 1 });
    await drain(tools);
    const job = await conceptsJob();
    expect(job).toMatchObject({ status: "pending", error_code: "provider_refused", retry_count: 0 });
    const paused =
      await sql`select type from public.job_pauses where resumed_at is null and reason = 'provider_refused' order by type`;
    const offered = await sql`select job_type from public.models where is_active order by job_type`;
    expect(paused.map(({ type }) => type)).toEqual(offered.map(({ job_type }) => job_type));
    await later();
    await drain(tools);
    expect(await posts()).toBe(1);
    await sql`update public.job_pauses set resumed_at = now()`;
    await later();
    await drain(tools);
    expect(await sweepUntilDone(job.id)).toBe("completed");
  });
});

describe("a request that the provider rejects", () => {
  it("for its input ends the job after one call", async () => {
    await atelier.order({ kind: "invalid-input" });
    await drain(tools);
    expect(await conceptsJob()).toMatchObject({
      status: "failed",
      error_code: "provider_rejected_input",
      attempt: 1,
    });
    expect(await posts()).toBe(1);
  });

  it.each(["version-gone", "schema-changed"] as const)(
    "(%s) because the model is not what it was ends the job, with a plain message, and marks the model",
    async (kind) => {
      await atelier.order({ kind });
      await drain(tools);
      const job = await conceptsJob();
      expect(job).toMatchObject({
        status: "failed",
        error_code: "model_unavailable",
        error_message: "This model is not offered any more.",
      });
      const [model] = await sql`select unavailable_since from public.models where id = ${job.model_id}`;
      expect(model?.unavailable_since).not.toBeNull();
      expect(await posts()).toBe(1);
    },
  );
});

describe("a provider that is broken", () => {
  it("is tried again, after as long as it says", async () => {
    await atelier.order({ kind: "server-error", times: 1 });
    await drain(tools);
    const { id, retry_count } = await conceptsJob();
    expect(retry_count).toBe(1);
    await later();
    await drain(tools);
    expect(await sweepUntilDone(id)).toBe("completed");
    expect(await paid()).toBe(1);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import {
  atelier,
  conceptsJob,
  later,
  owner,
  predictionsOf,
  setStage,
  sql,
  tools,
  untilSucceeded,
} from "../fixtures/worker-stage.ts";
import { as } from "../setup/database.ts";

setStage();

let jobId: string;
let parentId: string;

beforeEach(async () => {
  await sql`update public.models set price_micros = 700`;
});

async function submit(): Promise<{ id: string; external_id: string }> {
  await drain(tools);
  ({ id: jobId, parent_id: parentId } = (await conceptsJob()) as { id: string; parent_id: string });
  const [{ id, external_id } = {}] = await predictionsOf(jobId);
  return { id, external_id };
}
const cancelJob = () => as(sql, owner, (db) => db`select public.cancel_job(${parentId})`);
const sweep = async () => {
  await later();
  return sweepPredictions(tools);
};
const atProvider = async (externalId: string) => (await tools.provider.get(externalId))?.status;

describe("what nobody waits for any more", () => {
  it("is cancelled at the provider", async () => {
    await atelier.order({ kind: "stuck", times: 1 });
    const { external_id } = await submit();
    await cancelJob();
    expect(await sweep()).toMatchObject({ cancelled: 1 });
    expect(await atProvider(external_id)).toBe("canceled");
    expect(await predictionsOf(jobId)).toMatchObject([{ status: "cancelled", cost_micros: "700" }]);
    expect(await sweep()).toEqual({});
  });

  it.each([409, 404])(
    "and is done when its cancellation comes too late (%i) is dropped, its cost kept",
    async (status) => {
      const { external_id } = await submit();
      await untilSucceeded(external_id);
      await cancelJob();
      await atelier.order({ kind: "server-error", status, endpoint: "cancel", times: 1 });
      expect(await sweep()).toMatchObject({ cancelled: 1 });
      expect(await predictionsOf(jobId)).toMatchObject([
        { cost_micros: "700", completed_at: expect.any(Date) },
      ]);
      expect(await conceptsJob()).toMatchObject({ status: "cancelled", result: null });
      expect(await sweep()).toEqual({});
    },
  );

  it("is written down as what it came to when the provider says so", async () => {
    const { external_id } = await submit();
    await untilSucceeded(external_id);
    await cancelJob();
    await sweep();
    expect(await predictionsOf(jobId)).toMatchObject([{ status: "succeeded" }]);
    expect(await conceptsJob()).toMatchObject({ status: "cancelled" });
  });

  it("is cancelled by a later sweep when the provider cannot be reached", async () => {
    await atelier.order({ kind: "stuck", times: 1 }, { kind: "server-error", endpoint: "cancel", times: 1 });
    const { external_id } = await submit();
    await cancelJob();
    expect(await sweep()).toEqual({ error: 1 });
    expect(await predictionsOf(jobId)).toMatchObject([{ status: "open" }]);
    expect(await sweep()).toEqual({ cancelled: 1 });
    expect(await atProvider(external_id)).toBe("canceled");
  });
});

describe("an account that is deleted", () => {
  const leave = () => sql`delete from auth.users where id = ${owner.sub ?? ""}`;

  it("while the provider works for it leaves nothing running there", async () => {
    await atelier.order({ kind: "stuck", times: 1 });
    const { id, external_id } = await submit();
    await leave();
    expect(await tools.engine.findPrediction(id)).toBeNull();
    expect(await sweep()).toEqual({ cancelled: 1 });
    expect(await atProvider(external_id)).toBe("canceled");
    expect(await sql`select from private.strays`).toHaveLength(0);
  });

  it("while a request is on its way has that one cancelled by the worker who sent it", async () => {
    await atelier.order({ kind: "stuck", times: 1 });
    const { provider } = tools;
    let made = "";
    const create = async (order: Parameters<typeof provider.create>[0]) => {
      const created = await provider.create(order);
      made = created.id;
      await leave();
      return created;
    };
    await drain({ ...tools, provider: { ...provider, create } });
    expect(await atProvider(made)).toBe("canceled");
  });
});

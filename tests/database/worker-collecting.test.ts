import { describe, expect, it } from "vitest";
import { collect } from "../../supabase/functions/_shared/collect.ts";
import { openCpuBudget } from "../../supabase/functions/_shared/cpu-budget.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import {
  conceptsJob,
  draftId,
  images,
  later,
  predictionsOf,
  setStage,
  shelf,
  sql,
  sweepUntilDone,
  tools,
  untilSucceeded,
} from "../fixtures/worker-stage.ts";

setStage();

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
  it("gives a prediction that the provider has forgotten back to the queue", async () => {
    await drain(tools);
    const { id } = await conceptsJob();
    await sql`update public.predictions set external_id = 'forgotten' where job_id = ${id}`;
    await later();
    expect(await sweepPredictions(tools)).toMatchObject({ lost: 1 });
    expect(await conceptsJob()).toMatchObject({ status: "pending", error_code: "provider_failed" });
  });

  it("takes a share of a great backlog at a time", async () => {
    let left = 95;
    const asked: number[] = [];
    const engine = {
      ...tools.engine,
      async getOpenPredictions(limit: number) {
        const count = Math.min(limit, left);
        left -= count;
        return Array.from({ length: count }, () => ({
          id: crypto.randomUUID(),
          external_id: "x",
          must_cancel: false,
        }));
      },
      findPrediction: async () => null,
      settlePrediction: async () => {},
    };
    const provider = {
      ...tools.provider,
      async get(id: string) {
        asked.push(asked.length);
        return { id, status: "processing" };
      },
    };
    const patient = { ...tools, engine, provider };
    expect(await sweepPredictions(patient)).toEqual({ unknown: 60 });
    expect(await sweepPredictions(patient)).toEqual({ unknown: 35 });
    expect(await sweepPredictions(patient, { predictions: 60, milliseconds: 0 })).toEqual({});
    expect(asked).toHaveLength(95);
  });

  it("leaves to the next call what it has no CPU for, and asks about none of it", async () => {
    const given: number[] = [];
    const engine = {
      ...tools.engine,
      async getOpenPredictions(limit: number) {
        given.push(limit);
        return Array.from({ length: limit }, () => ({
          id: crypto.randomUUID(),
          external_id: "x",
          must_cancel: false,
        }));
      },
      findPrediction: async () => null,
    };
    const provider = { ...tools.provider, get: async (id: string) => ({ id, status: "processing" }) };
    const budget = openCpuBudget({ begin: 250, end: 500 });
    expect(await sweepPredictions({ ...tools, engine, provider, budget })).toEqual({ unknown: 30 });
    expect(given).toEqual([10, 10, 10]);
    expect(budget.hasRoom()).toBe(false);
    expect(await sweepPredictions({ ...tools, engine, provider, budget })).toEqual({});
  });
});

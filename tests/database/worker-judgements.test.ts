import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import { freshWord } from "../fixtures/fresh-word.ts";
import { requestModeration, useSafetyModel } from "../fixtures/judgements.ts";
import {
  atelier,
  jobOf,
  later,
  owner,
  predictionsOf,
  setStage,
  sql,
  sweepUntilDone,
  tools,
} from "../fixtures/worker-stage.ts";
import { as } from "../setup/database.ts";

setStage();

beforeEach(async () => {
  await sql`update public.jobs set status = 'cancelled', completed_at = now() where status = 'pending'`;
  await useSafetyModel(sql, "atelier/moderation");
});
afterEach(() => useSafetyModel(sql, null));

/** The lists refuse these in German; nobody has had them judged before. */
const wicked = () => `ein Mann mit einem Gewehr ${freshWord()}`;

async function request(text: string, languages = ["de"]): Promise<string> {
  const [judgement] = (await requestModeration(sql, owner, [text], languages)) ?? [];
  return judgement?.id ?? "";
}

/** How often the provider was asked to judge: each time is paid for. */
const asked = async () =>
  (await atelier.ledger()).calls.filter(
    ({ model, prediction }) => model === "atelier/moderation" && prediction,
  ).length;

describe("words are judged", () => {
  it("by the model, though no list of the worker would have let them pass to it", async () => {
    const id = await request(wicked());
    await drain(tools);
    expect(await sweepUntilDone(id)).toBe("completed");
    expect((await jobOf(id)).result).toEqual({ categories: ["weapons"] });
    const fine = await request("ein freundlicher Löwe");
    await drain(tools);
    expect(await sweepUntilDone(fine)).toBe("completed");
    expect((await jobOf(fine)).result).toEqual({ categories: [] });
  });

  it("once, whoever asks: the cost is in the ledger once, and nobody's credits change", async () => {
    await sql`update public.models set price_micros = 70 where name = 'atelier/moderation'`;
    const words = wicked();
    const first = await request(words);
    await drain(tools);
    await sweepUntilDone(first);
    await sql`delete from public.jobs where id = ${first}`;
    const second = await request(words);
    expect(second).not.toBe(first);
    await drain(tools);
    expect((await jobOf(second)).status).toBe("completed");
    expect((await jobOf(second)).result).toEqual({ categories: ["weapons"] });
    expect(await predictionsOf(second)).toHaveLength(0);
    expect(await asked()).toBe(1);
    expect((await jobOf(second)).credits).toBe(0);
  });

  it("with what that costs noted at the job", async () => {
    await sql`update public.models set price_micros = 70 where name = 'atelier/moderation'`;
    const id = await request(wicked());
    await drain(tools);
    await sweepUntilDone(id);
    expect(Number((await jobOf(id)).cost_micros)).toBe(70);
    expect(await predictionsOf(id)).toMatchObject([{ status: "succeeded", cost_micros: "70" }]);
  });

  it("once more where the provider stumbles, and then no more", async () => {
    const id = await request(wicked());
    await atelier.order({ kind: "fail", error: "CUDA out of memory", times: 2 });
    await drain(tools);
    await sweepUntilDone(id);
    expect(await jobOf(id)).toMatchObject({ status: "pending", retry_count: 1 });
    await later();
    await drain(tools);
    await sweepUntilDone(id);
    expect(await jobOf(id)).toMatchObject({ status: "failed", error_code: "provider_failed" });
  });

  it("by a provider that does not even want to look at them", async () => {
    const id = await request(wicked());
    await atelier.order({ kind: "fail", times: 1 });
    await drain(tools);
    await sweepUntilDone(id);
    expect(await jobOf(id)).toMatchObject({
      status: "failed",
      error_code: "content_flagged",
      retry_count: 0,
    });
  });

  it("no more when their writer goes away: what the provider still works on is cancelled", async () => {
    const id = await request(wicked());
    await atelier.order({ kind: "stuck", times: 1 });
    await drain(tools);
    await as(sql, owner, (db) => db`select public.cancel_job(${id})`);
    await later();
    await sweepPredictions(tools);
    expect(await predictionsOf(id)).toMatchObject([{ status: "cancelled" }]);
  });
});

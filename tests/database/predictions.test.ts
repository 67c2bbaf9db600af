import { beforeEach, describe, expect, it } from "vitest";
import { type Claimed, claim, complete, generate, newDraft } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: Cast;
let job: Claimed;
let predictionId: string;

beforeEach(async () => {
  sql ??= await freshDatabase();
  cast = await newCast(sql);
  await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
    where status in ('pending', 'processing')`;
  await generate(sql, cast.owner, await newDraft(sql, cast.owner));
  const [claimed] = await claim(sql, { limit: 1 });
  if (!claimed) throw new Error("nothing claimed");
  job = claimed;
  const [row] =
    await sql`select public.record_prediction(${job.id}, ${job.attempt}, '{}', gen_random_uuid()::text) ->> 'prediction_id' as id`;
  predictionId = row?.id;
});

const save = async (externalId: string, attempt = job.attempt) =>
  (await sql`select public.save_prediction(${predictionId}, ${attempt}, ${externalId}) as saved`)[0]?.saved;
const settle = (end: string) => sql`select public.settle_prediction(${predictionId}, ${end})`;
const prediction = async () =>
  (await sql`select status, external_id from public.predictions where id = ${predictionId}`)[0];
/** What the sweep would look at, a minute from now. */
const open = async () => {
  const [row] = await sql`select public.get_open_predictions(20, now() + interval '1 minute') as open`;
  const found: { id: string; must_cancel: boolean }[] = row?.open ?? [];
  return found.filter(({ id }) => id === predictionId);
};
const timeOut = () => sql`select public.reap_expired_jobs(now() + interval '1 hour')`;
const claimAgain = async () => (await claim(sql, { now: new Date(Date.now() + 2 * 3_600_000) }))[0];

describe("a success that comes between two attempts", () => {
  it("stays open until the next attempt adopts it, and the sweep leaves it alone", async () => {
    await save("external-between");
    await timeOut();
    expect(await open()).toEqual([]);
    await settle("succeeded");
    expect(await prediction()).toMatchObject({ status: "open" });
    const again = await claimAgain();
    expect(again).toMatchObject({ id: job.id, attempt: 2, unsettled_predictions: [{ id: predictionId }] });
    expect(await open()).toEqual([]);
    await settle("succeeded");
    expect(await save("external-between", 2)).toBe(true);
    if (again) await complete(sql, again);
    expect(await prediction()).toMatchObject({ status: "succeeded" });
  });

  it("is cancelled when the next attempt went another way", async () => {
    await save("external-left");
    await timeOut();
    const again = await claimAgain();
    const [second] =
      await sql`select public.record_prediction(${job.id}, 2, '{}', gen_random_uuid()::text) ->> 'prediction_id' as id`;
    await sql`select public.save_prediction(${second?.id}, 2, 'external-second')`;
    expect(again?.attempt).toBe(2);
    expect(await open()).toEqual([{ id: predictionId, external_id: "external-left", must_cancel: true }]);
  });
});

describe("a prediction whose id comes when nobody waits for it any more", () => {
  it("is written down for the sweep to cancel when its job was stopped meanwhile", async () => {
    await as(sql, cast.owner, (db) => db`select public.cancel_job(${job.id})`);
    expect(await save("external-stopped")).toBe(false);
    expect(await open()).toEqual([{ id: predictionId, external_id: "external-stopped", must_cancel: true }]);
    const [row] = await sql`select status, external_id from public.jobs where id = ${job.id}`;
    expect(row).toEqual({ status: "cancelled", external_id: null });
    await settle("cancelled");
    expect(await open()).toEqual([]);
  });

  it("is written down when it was thought lost", async () => {
    await sql`select public.mark_prediction_lost(${predictionId})`;
    await timeOut();
    const again = await claimAgain();
    expect(await save("external-lost", again?.attempt)).toBe(false);
    expect(await prediction()).toEqual({ status: "open", external_id: "external-lost" });
    if (again) await complete(sql, again);
    expect(await open()).toMatchObject([{ must_cancel: true }]);
  });

  it("cannot take the place of another", async () => {
    await save("external-mine");
    await expect(save("external-other")).rejects.toMatchObject({ message: "stale_attempt", code: "PT409" });
  });
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPrediction, type Prediction } from "../fixtures/prediction.ts";
import { openQueue, type Queue } from "../fixtures/queue.ts";

let queue: Queue;
let sql: Queue["sql"];
let prediction: Prediction;

beforeAll(async () => {
  queue = await openQueue();
  sql = queue.sql;
});
beforeEach(async () => {
  await queue.clear();
  prediction = await openPrediction(queue);
});

describe("the provider's id", () => {
  it("hands the job over to the provider, for as long as its model may take", async () => {
    expect(await prediction.save("external-1", { at: 5 })).toBe(true);
    expect(await queue.job(prediction.job.id)).toMatchObject({
      status: "processing",
      lease_owner: "provider",
      external_id: "external-1",
      progress: 10,
      lease_expires_at: queue.at(125),
    });
    expect(await prediction.row()).toMatchObject({
      status: "open",
      external_id: "external-1",
      submitted_at: queue.at(5),
      checked_at: queue.at(5),
      cost_micros: "3000",
    });
  });

  it("may be said again: the lease does not grow", async () => {
    await prediction.save("external-1", { at: 5 });
    expect(await prediction.save("external-1", { at: 50 })).toBe(true);
    expect((await queue.job(prediction.job.id)).lease_expires_at).toEqual(queue.at(125));
  });

  it("cannot take the place of another", async () => {
    await prediction.save("external-mine");
    await expect(prediction.save("external-other")).rejects.toMatchObject({
      message: "stale_attempt",
      code: "PT409",
    });
  });

  it("of a request that was never written down is refused", async () => {
    await expect(sql`select public.save_prediction(${crypto.randomUUID()}, 1, 'x')`).rejects.toMatchObject({
      message: "not_found",
      code: "PT404",
    });
  });

  it("that comes after the end changes nothing", async () => {
    await prediction.save("external-1");
    await queue.complete(prediction.job);
    expect(await prediction.save("external-1")).toBe(false);
    expect(await prediction.row()).toMatchObject({ status: "succeeded" });
  });
});

describe("a later attempt", () => {
  it("adopts what an earlier one has left without an answer", async () => {
    await queue.reap(61);
    const again = await queue.take({ at: 61 });
    expect(await prediction.save("external-late", { attempt: again.attempt, at: 62 })).toBe(true);
    expect(await prediction.row()).toMatchObject({
      attempt: 2,
      status: "open",
      external_id: "external-late",
    });
    expect(await queue.job(prediction.job.id)).toMatchObject({ lease_owner: "provider", attempt: 2 });
  });

  it("adopts a success that came between two attempts, and completes with it", async () => {
    await prediction.save("external-between");
    await queue.reap(3600);
    const again = await queue.take({ at: 7200 });
    expect(again).toMatchObject({ attempt: 2, unsettled_predictions: [{ id: prediction.id }] });
    expect(await prediction.save("external-between", { attempt: 2, at: 7200 })).toBe(true);
    await queue.complete(again, 7201);
    expect(await prediction.row()).toMatchObject({ status: "succeeded" });
  });
});

describe("when nobody waits for it any more", () => {
  it("it is written down for the sweep to cancel, and the stopped job stays as it is", async () => {
    await queue.call(prediction.person, "cancel_job", prediction.job.id);
    expect(await prediction.save("external-stopped")).toBe(false);
    expect(await prediction.isOpen()).toEqual([
      { id: prediction.id, external_id: "external-stopped", must_cancel: true },
    ]);
    expect(await queue.job(prediction.job.id)).toMatchObject({ status: "cancelled", external_id: null });
  });

  it("it is written down when it was thought lost", async () => {
    await sql`select public.mark_prediction_lost(${prediction.id})`;
    await queue.reap(3600);
    const again = await queue.take({ at: 7200 });
    expect(await prediction.save("external-lost", { attempt: again.attempt, at: 7200 })).toBe(false);
    expect(await prediction.row()).toMatchObject({ status: "open", external_id: "external-lost" });
    await queue.complete(again, 7201);
    expect(await prediction.isOpen(7300)).toMatchObject([{ must_cancel: true }]);
  });

  it("it is written down when the attempt that asked has been replaced", async () => {
    await queue.reap(61);
    await queue.take({ at: 61 });
    expect(await prediction.save("external-stale", { attempt: 1, at: 62 })).toBe(false);
    expect(await queue.job(prediction.job.id)).toMatchObject({ lease_owner: "worker-1", external_id: null });
  });
});

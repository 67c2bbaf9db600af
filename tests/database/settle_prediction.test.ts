import { beforeAll, beforeEach, expect, it } from "vitest";
import { openPrediction, type Prediction } from "../fixtures/prediction.ts";
import { openQueue, type Queue } from "../fixtures/queue.ts";

let queue: Queue;
let prediction: Prediction;

beforeAll(async () => {
  queue = await openQueue();
});
beforeEach(async () => {
  await queue.clear();
  prediction = await openPrediction(queue);
});

it.each(["succeeded", "failed", "cancelled"] as const)(
  "an open prediction ends as %s, and the sweep is done with it",
  async (end) => {
    await prediction.save("external-1");
    await prediction.settle(end);
    expect(await prediction.row()).toMatchObject({ status: end, completed_at: expect.any(Date) });
    expect(await prediction.isOpen()).toEqual([]);
  },
);

it("its first end stays", async () => {
  await prediction.save("external-1");
  await prediction.settle("failed");
  await prediction.settle("succeeded");
  expect(await prediction.row()).toMatchObject({ status: "failed" });
});

it("a success that comes between two attempts stays open for the next one to adopt", async () => {
  await prediction.save("external-between");
  await queue.reap(3600);
  await prediction.settle("succeeded");
  expect(await prediction.row()).toMatchObject({ status: "open" });
  await queue.take({ at: 7200 });
  await prediction.settle("succeeded");
  expect(await prediction.row()).toMatchObject({ status: "open" });
});

it("a failure between two attempts is an end, since nobody can use it", async () => {
  await prediction.save("external-between");
  await queue.reap(3600);
  await prediction.settle("failed");
  expect(await prediction.row()).toMatchObject({ status: "failed" });
});

it("a stray of a deleted account ends by its cancellation", async () => {
  await prediction.save("external-stray");
  await queue.sql`delete from auth.users where id = ${prediction.person.sub}`;
  expect(await prediction.isOpen()).toMatchObject([{ must_cancel: true }]);
  await prediction.settle("cancelled");
  expect(await prediction.isOpen(600)).toEqual([]);
});

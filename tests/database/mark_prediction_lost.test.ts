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
const lose = () => queue.sql`select public.mark_prediction_lost(${prediction.id})`;

it("a request that the provider never heard of is closed, and the next attempt does not see it", async () => {
  await lose();
  expect(await prediction.row()).toMatchObject({ status: "lost", completed_at: expect.any(Date) });
  await queue.reap(61);
  expect((await queue.take({ at: 61 })).unsettled_predictions).toEqual([]);
});

it("another job may ask for the same then", async () => {
  const { input_hash: hash } = (await prediction.row()) ?? {};
  await lose();
  await queue.enqueue(prediction.person, { type: "generate_image" });
  const other = await queue.take();
  const [gate] = await queue.sql`
    select public.record_prediction(${other.id}, 1, '{}', ${hash}, ${queue.at(0)}) ->> 'action' as action`;
  expect(gate?.action).toBe("submit");
});

it("a request that the provider has taken is never lost", async () => {
  await prediction.save("external-1");
  await lose();
  expect(await prediction.row()).toMatchObject({ status: "open" });
});

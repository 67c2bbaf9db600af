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
const find = async (id = prediction.id) =>
  (await queue.sql`select public.find_prediction(${id}) as found`)[0]?.found;

it("tells what the webhook and the sweep need of a prediction and its job", async () => {
  await prediction.save("external-1");
  expect(await find()).toEqual({
    id: prediction.id,
    external_id: "external-1",
    status: "open",
    job_id: prediction.job.id,
    attempt: 1,
    is_current: true,
    input_hash: (await prediction.row())?.input_hash,
    retry_count: 0,
    max_retries: 3,
    type: "generate_image",
    user_id: prediction.person.sub,
    draft_id: null,
    asset_id: null,
    payload: {},
  });
});

it("is not current once its job has ended, waits, or works on another attempt", async () => {
  await prediction.save("external-1");
  await queue.reap(3600);
  expect(await find()).toMatchObject({ is_current: false });
  const again = await queue.take({ at: 7200 });
  expect(await find()).toMatchObject({ is_current: false, retry_count: 1 });
  await prediction.save("external-1", { attempt: again.attempt, at: 7200 });
  expect(await find()).toMatchObject({ is_current: true, attempt: 2 });
  await queue.complete(again, 7201);
  expect(await find()).toMatchObject({ is_current: false, status: "succeeded" });
});

it("knows nothing of a prediction that was never made, or whose account is gone", async () => {
  expect(await find(crypto.randomUUID())).toBeNull();
  await prediction.save("external-1");
  await queue.sql`delete from auth.users where id = ${prediction.person.sub}`;
  expect(await find()).toBeNull();
});

import { beforeAll, expect, it } from "vitest";
import { openQueue, type Queue } from "../fixtures/queue.ts";

let queue: Queue;

beforeAll(async () => {
  queue = await openQueue();
});

it("a result whose file is gone is made anew by the same attempt, and others are kept", async () => {
  await queue.sql`insert into private.results (input_hash, type, result)
    values ('gone', 'generate_image', '{}'), ('kept', 'generate_image', '{}')`;
  await queue.enqueue(await queue.newPerson(), { type: "generate_image" });
  const ticket = await queue.take();
  const ask = async () => {
    const [row] = await queue.sql`
      select public.record_prediction(${ticket.id}, 1, '{}', 'gone', ${queue.at(0)}) ->> 'action' as action`;
    return row?.action;
  };
  expect(await ask()).toBe("reuse");
  await queue.sql`select public.forget_result('gone')`;
  expect(await ask()).toBe("submit");
  expect([...(await queue.sql`select input_hash from private.results`)]).toEqual([{ input_hash: "kept" }]);
});

it("forgetting what nobody knows does nothing", async () => {
  await queue.sql`select public.forget_result('never made')`;
  expect(await queue.sql`select from private.results`).toHaveLength(1);
});

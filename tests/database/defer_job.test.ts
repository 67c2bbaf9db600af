import { beforeAll, beforeEach, expect, it } from "vitest";
import { openQueue, type Person, type Queue, type Ticket } from "../fixtures/queue.ts";

let queue: Queue;
let person: Person;

beforeAll(async () => {
  queue = await openQueue();
  person = await queue.newPerson();
});
beforeEach(async () => {
  await queue.clear();
  await queue.enqueue(person, { max_retries: 1 });
});

const defer = ({ id, attempt }: Ticket, seconds: number, at = 0) =>
  queue.sql`select public.defer_job(${id}, ${attempt}, ${seconds}, 'unknown_fate', 'Looking.', ${queue.at(at)})`;

it("puts a job back, due in so many seconds, with its reason and without a lease", async () => {
  const ticket = await queue.take();
  await defer(ticket, 12.5);
  expect(await queue.job(ticket.id)).toMatchObject({
    status: "pending",
    run_at: queue.at(12.5),
    error_code: "unknown_fate",
    error_message: "Looking.",
    lease_owner: null,
    lease_expires_at: null,
    deadline_at: null,
  });
  expect(await queue.claim({ at: 12 })).toEqual([]);
  expect((await queue.take({ at: 13 })).attempt).toBe(2);
});

it("counts neither a retry nor a death, so that the retries are still there", async () => {
  for (let turn = 0; turn < 5; turn += 1) await defer(await queue.take({ at: turn * 10 }), 10, turn * 10);
  const ticket = await queue.take({ at: 60 });
  expect(await queue.job(ticket.id)).toMatchObject({ retry_count: 0, death_count: 0, attempt: 6 });
  expect(await queue.fail(ticket, { isRetryable: true, at: 60 })).toBe("pending");
});

it("is named so in the trail", async () => {
  const ticket = await queue.take();
  await defer(ticket, 5);
  expect((await queue.events(ticket.id)).at(-1)).toMatchObject({
    event: "deferred",
    from_status: "processing",
    to_status: "pending",
    data: { error_code: "unknown_fate" },
  });
});

it("ends after an hour of it: what could not be made until then has failed", async () => {
  await defer(await queue.take(), 1800);
  const again = await queue.take({ at: 1800 });
  await defer(again, 1800, 1800);
  const last = await queue.take({ at: 3600 });
  await defer(last, 1, 3600);
  expect(await queue.job(last.id)).toMatchObject({
    status: "failed",
    error_code: "unknown_fate",
    completed_at: queue.at(3600),
    lease_expires_at: null,
  });
});

it("is refused of a stale attempt, which changes nothing", async () => {
  const ticket = await queue.take();
  await queue.reap(61);
  await queue.take({ at: 61 });
  await expect(defer(ticket, 5, 62)).rejects.toMatchObject({ message: "stale_attempt", code: "PT409" });
  expect(await queue.job(ticket.id)).toMatchObject({ status: "processing", attempt: 2 });
});

import { beforeAll, beforeEach, expect, it } from "vitest";
import { openQueue, type Person, type Queue, type Ticket } from "../fixtures/queue.ts";

let queue: Queue;
let person: Person;
let ticket: Ticket;

beforeAll(async () => {
  queue = await openQueue();
  person = await queue.newPerson();
});
beforeEach(async () => {
  await queue.clear();
  await queue.enqueue(person, {});
  ticket = await queue.take();
});

const beat = async (at: number, attempt = ticket.attempt) =>
  (await queue.sql`select public.heartbeat_job(${ticket.id}, ${attempt}, ${queue.at(at)}) as lease`)[0]
    ?.lease;

it("prolongs the lease by a minute and says until when", async () => {
  expect(await beat(20)).toEqual(queue.at(80));
  expect(await queue.reap(79)).toBe(0);
  expect(await queue.job(ticket.id)).toMatchObject({ status: "processing", lease_expires_at: queue.at(80) });
});

it("never shortens it, when two of them come in another order than they left", async () => {
  await beat(40);
  expect(await beat(20)).toEqual(queue.at(100));
});

it("never passes the deadline of the attempt, after which the job is taken back from a worker that hangs", async () => {
  for (const at of [20, 40, 60, 80, 100, 120]) await beat(at);
  expect(await beat(139)).toEqual(queue.at(140));
  expect(await queue.reap(141)).toBe(1);
  expect(await queue.job(ticket.id)).toMatchObject({ status: "pending", death_count: 1, deadline_at: null });
  await expect(beat(142)).rejects.toMatchObject({ message: "stale_attempt", code: "PT409" });
});

it("gives the next attempt a deadline of its own", async () => {
  await queue.reap(61);
  expect((await queue.take({ at: 61 })).attempt).toBe(2);
  expect(await queue.job(ticket.id)).toMatchObject({ deadline_at: queue.at(201) });
});

it("is refused of a worker whose job another one holds, and leaves that one's lease as it is", async () => {
  await queue.reap(61);
  await queue.take({ at: 61, worker: "worker-2" });
  await expect(beat(62)).rejects.toThrow("stale_attempt");
  expect(await queue.job(ticket.id)).toMatchObject({ lease_expires_at: queue.at(121), attempt: 2 });
});

it("is refused of a job that has ended, and of one that never was", async () => {
  await queue.complete(ticket);
  await expect(beat(1)).rejects.toThrow("stale_attempt");
  ticket = { ...ticket, id: crypto.randomUUID() };
  await expect(beat(1)).rejects.toThrow("stale_attempt");
});

it("writes no event and no message: it is nothing that anybody looks at", async () => {
  const before = (await queue.events(ticket.id)).length;
  await queue.sql`delete from realtime.messages`;
  await beat(20);
  expect((await queue.events(ticket.id)).length).toBe(before);
  expect(await queue.sql`select topic, payload from realtime.messages`).toHaveLength(0);
});

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

const say = (progress: number, message: string | null = null) =>
  queue.sql`select public.update_job_progress(${ticket.id}, ${ticket.attempt}, ${progress}, ${message})`;
const row = () => queue.job(ticket.id);

it("shows how far a job is, and what it does", async () => {
  await say(40, "Drawing");
  expect(await row()).toMatchObject({ progress: 40, message: "Drawing" });
  expect((await queue.events(ticket.id)).at(-1)).toMatchObject({
    event: "progressed",
    data: { progress: 40, message: "Drawing" },
  });
});

it("keeps the last message when none comes", async () => {
  await say(40, "Drawing");
  await say(50);
  expect(await row()).toMatchObject({ progress: 50, message: "Drawing" });
});

it("never lets progress fall, and a second report of the same is no event", async () => {
  await say(60);
  const before = (await queue.events(ticket.id)).length;
  await say(30);
  await say(60);
  expect(await row()).toMatchObject({ progress: 60 });
  expect((await queue.events(ticket.id)).length).toBe(before);
});

it("stays between 0 and 99: the last percent is the completion", async () => {
  await say(-5);
  expect(await row()).toMatchObject({ progress: 0 });
  await say(100);
  expect(await row()).toMatchObject({ progress: 99, status: "processing" });
});

it("is refused of a stale attempt, which changes nothing", async () => {
  await queue.reap(61);
  await queue.take({ at: 61 });
  await expect(say(90, "late")).rejects.toMatchObject({ message: "stale_attempt", code: "PT409" });
  expect(await row()).toMatchObject({ progress: 0, message: null, attempt: 2 });
});

it("is refused of a job that does not exist", async () => {
  ticket = { ...ticket, id: crypto.randomUUID() };
  await expect(say(1)).rejects.toMatchObject({ message: "not_found", code: "PT404" });
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";
import { as } from "../setup/database.ts";

let queue: Queue;
let person: Person;
let other: Person;
let admin: Person;

beforeAll(async () => {
  queue = await openQueue();
  [person, other, admin] = [await queue.newPerson(), await queue.newPerson(), await queue.newAdmin()];
});
beforeEach(() => queue.clear());

interface Wanted {
  type?: string;
  userId?: string;
  reason?: string;
}
async function pause({ type, userId, reason }: Wanted = {}, who = admin): Promise<string> {
  const [row] = await as<{ id: string }>(
    queue.sql,
    who,
    (db) =>
      db`select public.pause_jobs(${type ?? null}::public.job_type, ${userId ?? null}, ${reason ?? null}) as id`,
  );
  return row?.id ?? "";
}
const claimed = async () => (await queue.claim()).map(({ user_id, type }) => [user_id, type]);

describe("nothing is claimed", () => {
  beforeEach(async () => {
    await queue.enqueue(person, { type: "notify" }, { type: "translate" });
    await queue.enqueue(other, { type: "notify" });
  });

  it("of a paused type, whoever asked for it", async () => {
    await pause({ type: "notify" });
    expect(await claimed()).toEqual([[person.sub, "translate"]]);
  });

  it("of a paused person", async () => {
    await pause({ userId: person.sub });
    expect(await claimed()).toEqual([[other.sub, "notify"]]);
  });

  it("when everything is paused", async () => {
    await pause();
    expect(await claimed()).toEqual([]);
  });
});

it("what runs goes on and may be completed", async () => {
  await queue.enqueue(person, {});
  const ticket = await queue.take();
  await pause();
  await queue.complete(ticket);
  expect(await queue.job(ticket.id)).toMatchObject({ status: "completed" });
});

it("a pause says who made it and why, in no more than 500 letters", async () => {
  const id = await pause({ type: "notify", reason: "y".repeat(600) });
  expect((await queue.sql`select * from public.job_pauses where id = ${id}`)[0]).toMatchObject({
    type: "notify",
    user_id: null,
    reason: "y".repeat(500),
    paused_by: admin.sub,
    resumed_at: null,
  });
});

it("a second pause of the same is the first one, also when two admins make it at once", async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => pause({ type: "publish" })));
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(await pause()).not.toBe(ids[0]);
});

it("is refused of everybody but an admin, and for an account that does not exist", async () => {
  await expect(pause({}, person)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
  await expect(pause({ userId: crypto.randomUUID() })).rejects.toMatchObject({
    message: "not_found",
    code: "PT404",
  });
  expect(await queue.sql`select from public.job_pauses`).toHaveLength(0);
});

it("is of a type or of a person: for both at once there is no pause", async () => {
  await expect(pause({ type: "notify", userId: person.sub })).rejects.toMatchObject({
    message: "validation_failed",
    code: "PT422",
  });
});

it("tells the dashboard that pauses have changed", async () => {
  await queue.sql`delete from realtime.messages`;
  await pause();
  const messages = await queue.sql`select payload from realtime.messages where topic = 'admin:jobs'`;
  expect(messages.map(({ payload }) => payload)).toMatchObject([
    { table: "job_pauses", operation: "INSERT", count: 1, records: [] },
  ]);
});

import { beforeAll, beforeEach, expect, it } from "vitest";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";
import { as } from "../setup/database.ts";

let queue: Queue;
let person: Person;
let admin: Person;

beforeAll(async () => {
  queue = await openQueue();
  [person, admin] = [await queue.newPerson(), await queue.newAdmin()];
});
beforeEach(() => queue.clear());

const set = (id: string | undefined, priority: number | null, who = admin) =>
  as(queue.sql, who, (db) => db`select public.set_job_priority(${id ?? ""}, ${priority})`);

it("lets a job go before the others of its person, and says who did it", async () => {
  const [first, second] = await queue.enqueue(person, {}, {});
  await set(second, 10);
  expect((await queue.claim({ limit: 1 }))[0]?.id).toBe(second);
  expect((await queue.claim({ limit: 1 }))[0]?.id).toBe(first);
  expect((await queue.events(second))[1]).toMatchObject({
    event: "reprioritised",
    actor: admin.sub,
    from_status: "pending",
    to_status: "pending",
    data: { priority: 10 },
  });
});

it("takes the pieces of a request along, as far as they have not ended", async () => {
  const [parent = ""] = await queue.enqueue(person, { type: "generate_universe" });
  const pieces = await queue.enqueue(person, { parent_id: parent, priority: 8 }, { parent_id: parent });
  await queue.complete(await queue.take());
  await set(parent, 2);
  const priorities = await Promise.all([parent, ...pieces].map(async (id) => (await queue.job(id)).priority));
  expect(priorities).toEqual([2, 8, 2]);
});

it("is no event where nothing changes", async () => {
  const [id] = await queue.enqueue(person, {});
  await set(id, 5);
  expect(await queue.events(id)).toHaveLength(1);
});

it.each([0, 11, -1, null])("refuses %s: a priority is 1 to 10", async (priority) => {
  const [id] = await queue.enqueue(person, {});
  await expect(set(id, priority)).rejects.toMatchObject({ message: "validation_failed", code: "PT422" });
});

it("is refused of everybody but an admin, also of the owner", async () => {
  const [id] = await queue.enqueue(person, {});
  await expect(set(id, 10, person)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
  expect(await queue.job(id)).toMatchObject({ priority: 5 });
});

it("is refused of a job that has ended or never was", async () => {
  const [id] = await queue.enqueue(person, {});
  await queue.complete(await queue.take());
  await expect(set(id, 10)).rejects.toMatchObject({ message: "job_finished", code: "PT409" });
  await expect(set(crypto.randomUUID(), 10)).rejects.toMatchObject({ message: "not_found", code: "PT404" });
});

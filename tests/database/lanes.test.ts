import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";

let queue: Queue;
let sql: Queue["sql"];
let person: Person;

beforeAll(async () => {
  queue = await openQueue();
  sql = queue.sql;
});
beforeEach(async () => {
  await queue.clear();
  person = await queue.newPerson();
});

const tend = () => sql`select private.tend_lanes()`;
const lanes = async () => (await sql`select user_id from private.lanes`).map(({ user_id }) => user_id);
const lastServed = (ago: string) => sql`update private.lanes set served_at = now() - ${ago}::interval`;

describe("a lane is pruned", () => {
  it("an hour after its person was served, when nothing of theirs waits", async () => {
    await queue.enqueue(person, {});
    await queue.complete(await queue.take());
    await lastServed("59 minutes");
    await tend();
    expect(await lanes()).toEqual([person.sub]);
    await lastServed("61 minutes");
    await tend();
    expect(await lanes()).toEqual([]);
  });

  it("not while something waits, be it due later", async () => {
    await queue.enqueue(person, { run_at: queue.at(86_400) });
    await lastServed("2 hours");
    await tend();
    expect(await lanes()).toEqual([person.sub]);
  });

  it("not while a claim has it in its hands, nor does the claim wait", async () => {
    await queue.enqueue(person, {});
    const ticket = await queue.take();
    await queue.complete(ticket);
    await lastServed("2 hours");
    await sql.begin(async (db) => {
      await db`select from private.lanes for update`;
      await tend();
    });
    expect(await lanes()).toEqual([person.sub]);
  });
});

describe("a lane is put back", () => {
  it("when it was pruned in the moment in which its person got work, and the work is claimed", async () => {
    const [id] = await queue.enqueue(person, {});
    await sql`delete from private.lanes`;
    expect(await queue.claim()).toEqual([]);
    await tend();
    expect((await queue.take()).id).toBe(id);
  });

  it("by the tick of the schedule", async () => {
    await queue.enqueue(person, {});
    await sql`delete from private.lanes`;
    await sql`select private.tick()`;
    expect(await lanes()).toEqual([person.sub]);
  });

  it("when what a job waited for has completed", async () => {
    const first = crypto.randomUUID();
    await queue.enqueue(person, { id: first }, { depends_on: [first] });
    const ticket = await queue.take();
    await sql`delete from private.lanes`;
    await queue.complete(ticket);
    await tend();
    expect(await queue.claim()).toHaveLength(1);
  });

  it("by a retry of its person", async () => {
    const [id] = await queue.enqueue(person, {});
    await queue.fail(await queue.take());
    await sql`delete from private.lanes`;
    await queue.call(person, "retry_job", id);
    expect(await queue.claim({ at: 60 })).toHaveLength(1);
  });
});

it("a lane goes with its account", async () => {
  await queue.enqueue(person, {});
  await sql`delete from auth.users where id = ${person.sub}`;
  expect(await lanes()).toEqual([]);
});

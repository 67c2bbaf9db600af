import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";
import { untilWaiting } from "../fixtures/waiting.ts";

let queue: Queue;
let ada: Person;
let ben: Person;
let cleo: Person;

beforeAll(async () => {
  queue = await openQueue({ max: 60 });
  [ada, ben, cleo] = await Promise.all([queue.newPerson(), queue.newPerson(), queue.newPerson()]);
});
beforeEach(async () => {
  await queue.clear();
  await queue.sql`update public.models set max_concurrency = 8 where job_type = 'generate_image'`;
});

const many = (count: number, job = {}) => Array.from({ length: count }, () => job);

describe("rotation", () => {
  it("gives one free slot to the person who was served longest ago, each time", async () => {
    for (const person of [ada, ben, cleo]) await queue.enqueue(person, ...many(3));
    const served: string[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const ticket = await queue.take();
      served.push(ticket.user_id);
      await queue.complete(ticket);
    }
    const [first, second, third] = [served.slice(0, 3), served.slice(3, 6), served.slice(6)];
    expect(new Set(first).size).toBe(3);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it("does not let a person with many urgent jobs go before others", async () => {
    await queue.enqueue(ada, ...many(5, { priority: 10 }));
    await queue.complete(await queue.take());
    await queue.enqueue(ben, { priority: 1 });
    expect((await queue.take()).user_id).toBe(ben.sub);
  });

  it("counts neither what was claimed in vain nor what others of the person's jobs wait for", async () => {
    await queue.enqueue(ada, ...many(2));
    await queue.complete(await queue.take());
    await queue.enqueue(ben, { run_at: queue.at(60) });
    expect((await queue.take({ at: 0 })).user_id).toBe(ada.sub);
    expect((await queue.take({ at: 60 })).user_id).toBe(ben.sub);
  });

  it("shares a large claim out: everybody's first job before anybody's second", async () => {
    await queue.enqueue(ada, ...many(3));
    await queue.enqueue(ben, ...many(3));
    await queue.enqueue(cleo, ...many(3));
    const taken = await queue.claim({ limit: 4 });
    expect(new Set(taken.slice(0, 4).map((job) => job.user_id)).size).toBe(3);
  });
});

describe("within one person", () => {
  it("priority decides, then the time that it was due, then the time that it was asked for", async () => {
    const wanted = await queue.enqueue(
      ada,
      { priority: 10, run_at: queue.at(-5) },
      { priority: 6, run_at: queue.at(-20) },
      { priority: 6, run_at: queue.at(-10) },
      { priority: 6, run_at: queue.at(-10) },
      { priority: 1, run_at: queue.at(-60) },
    );
    const order: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const ticket = await queue.take();
      order.push(ticket.id);
      await queue.complete(ticket);
    }
    expect(order).toEqual(wanted);
  });

  it("one claim answers in that order", async () => {
    const [low, high, middle] = await queue.enqueue(ada, { priority: 2 }, { priority: 8 }, { priority: 5 });
    expect((await queue.claim()).map(({ id }) => id)).toEqual([high, middle, low]);
  });
});

describe("fifty claims at once", () => {
  it("hand out each job once, and nobody gets a fourth, nor a model a ninth", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, queue.newPerson));
    for (const person of people)
      await queue.enqueue(person, ...many(3), ...many(3, { type: "generate_image" }));
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, n) => queue.claim({ worker: `worker-${n}`, limit: 2 })),
    );
    const taken = claims.flat();
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
    expect(taken.length).toBeGreaterThan(0);
    const counted = await queue.sql<{ users: number; models: number; running: number }[]>`
      select (select max(n)::int from (select count(*) as n from public.jobs where status = 'processing' group by user_id) u) as users,
        (select coalesce(max(n), 0)::int from (select count(*) as n from public.jobs
          where status = 'processing' and model_id is not null group by model_id) m) as models,
        (select count(*)::int from public.jobs where status = 'processing') as running`;
    expect(counted[0]?.users).toBeLessThanOrEqual(3);
    expect(counted[0]?.models).toBeLessThanOrEqual(8);
    expect(counted[0]?.running).toBe(taken.length);
  });

  it("fill exactly the slots of a model that everybody wants", async () => {
    await queue.sql`update public.models set max_concurrency = 4 where job_type = 'generate_image'`;
    const people = await Promise.all(Array.from({ length: 12 }, queue.newPerson));
    for (const person of people) await queue.enqueue(person, ...many(2, { type: "generate_image" }));
    const claims = await Promise.all(Array.from({ length: 50 }, () => queue.claim({ limit: 1 })));
    expect(claims.flat()).toHaveLength(4);
  });

  it("do all the work of one person, three at a time, and lose none", async () => {
    const ids = await queue.enqueue(ada, ...many(20));
    const done = new Set<string>();
    while (done.size < ids.length) {
      const claims = await Promise.all(Array.from({ length: 10 }, () => queue.claim({ limit: 2 })));
      const taken = claims.flat();
      expect(taken.length).toBe(Math.min(3, ids.length - done.size));
      for (const job of taken) {
        expect(done.has(job.id)).toBe(false);
        done.add(job.id);
        await queue.complete(job);
      }
    }
  });
});

describe("while another claim has a person's lane in its hands", () => {
  it("others are served without waiting", async () => {
    await queue.enqueue(ada, {});
    await queue.enqueue(ben, {});
    await queue.sql.begin(async (db) => {
      const [first] = await queue.claim({ limit: 1 }, db as unknown as Queue["sql"]);
      const [second] = await queue.claim({ limit: 1 });
      expect(new Set([first?.user_id, second?.user_id])).toEqual(new Set([ada.sub, ben.sub]));
    });
  });

  it("a claim with nobody else to serve waits for it and takes what is left", async () => {
    const ids = await queue.enqueue(ada, {}, {});
    let second: Promise<{ id: string }[]> | undefined;
    const first = await queue.sql.begin(async (db) => {
      const taken = await queue.claim({ limit: 1 }, db as unknown as Queue["sql"]);
      second = queue.claim({ limit: 1, worker: "worker-2" });
      await untilWaiting(queue.sql);
      return taken;
    });
    expect(new Set([...first, ...((await second) ?? [])].map(({ id }) => id))).toEqual(new Set(ids));
  });

  it("a claim comes back empty when the other one took the last job", async () => {
    await queue.enqueue(ada, {});
    let second: Promise<unknown[]> | undefined;
    await queue.sql.begin(async (db) => {
      expect(await queue.claim({ limit: 1 }, db as unknown as Queue["sql"])).toHaveLength(1);
      second = queue.claim({ limit: 1 });
    });
    expect(await second).toEqual([]);
  });
});

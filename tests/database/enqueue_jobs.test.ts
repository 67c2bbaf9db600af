import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";
import { untilWaiting } from "../fixtures/waiting.ts";

let queue: Queue;
let person: Person;

beforeAll(async () => {
  queue = await openQueue();
  person = await queue.newPerson();
});
beforeEach(() => queue.clear());

describe("a new job", () => {
  it("waits with priority 5, is due at once, starts within an hour and is tried four times", async () => {
    const [id] = await queue.enqueue(person, {});
    expect(await queue.job(id)).toMatchObject({
      status: "pending",
      priority: 5,
      weight: 1,
      progress: 0,
      attempt: 0,
      round: 0,
      max_retries: 3,
      payload: {},
      payload_version: 1,
      unmet_dependencies: 0,
      model_id: null,
      credits: 0,
      run_at: queue.at(0),
      expires_at: queue.at(3600),
      started_at: null,
    });
  });

  it("has its hour to start in from the time that it is due", async () => {
    const [id] = await queue.enqueue(person, { run_at: queue.at(600) });
    expect(await queue.job(id)).toMatchObject({ run_at: queue.at(600), expires_at: queue.at(4200) });
  });

  it("keeps the id, the priority, the price and the version that it came with", async () => {
    const given = { id: crypto.randomUUID(), priority: 9, credits: 7, payload_version: 3, max_retries: 0 };
    expect(await queue.enqueue(person, given)).toEqual([given.id]);
    expect(await queue.job(given.id)).toMatchObject(given);
  });

  it("has the model of its type, at the price of that model", async () => {
    const [image, concepts] = await queue.enqueue(
      person,
      { type: "generate_image" },
      { type: "generate_concepts" },
    );
    const models = await queue.sql`select id, job_type from public.models where is_active order by job_type`;
    const modelOf = (type: string) => models.find((model) => model.job_type === type)?.id;
    expect(await queue.job(image)).toMatchObject({ model_id: modelOf("generate_image"), credits: 1 });
    expect(await queue.job(concepts)).toMatchObject({ model_id: modelOf("generate_concepts"), credits: 0 });
  });

  it("gives its person a place among those who are served", async () => {
    await queue.enqueue(person, {}, {});
    expect([...(await queue.sql`select user_id from private.lanes`)]).toEqual([{ user_id: person.sub }]);
  });

  it("runs at once when it is a request, since nobody claims one", async () => {
    const [id] = await queue.enqueue(person, { type: "generate_universe", planned_steps: 4 });
    expect(await queue.job(id)).toMatchObject({
      status: "processing",
      is_parent: true,
      started_at: queue.at(0),
      total_steps: 4,
      lease_expires_at: null,
    });
  });

  it("may carry a megabyte, and not one byte more", async () => {
    const text = (length: number) => ({ payload: { text: "x".repeat(length - '{"text": ""}'.length) } });
    expect(await queue.enqueue(person, text(1_048_576))).toHaveLength(1);
    await expect(queue.enqueue(person, text(1_048_577))).rejects.toMatchObject({
      message: "payload_too_large",
      code: "PT413",
    });
  });
});

it("nothing comes of an empty list", async () => {
  expect(await queue.enqueue(person)).toEqual([]);
});

it("one refused job of a call leaves none of the others behind", async () => {
  await expect(queue.enqueue(person, {}, { priority: 11 })).rejects.toThrow(/priority/);
  expect(await queue.sql`select id from public.jobs`).toHaveLength(0);
});

it("nobody has two jobs with one idempotency key, and two people may use the same", async () => {
  await queue.enqueue(person, { idempotency_key: "once" });
  await expect(queue.enqueue(person, { idempotency_key: "once" })).rejects.toMatchObject({ code: "23505" });
  expect(await queue.enqueue(await queue.newPerson(), { idempotency_key: "once" })).toHaveLength(1);
});

describe("dependencies", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`) as [
    string,
    string,
    string,
    string,
  ];
  const unmet = async (id: string) => (await queue.job(id)).unmet_dependencies;
  const statusOf = async (id: string | undefined) => {
    const { status, error_code } = await queue.job(id);
    return error_code ? `${status}: ${error_code}` : status;
  };

  it("of one call are counted, in whatever order the jobs stand", async () => {
    await queue.enqueue(person, { id: c, depends_on: [a, b] }, { id: a }, { id: b, depends_on: [a] });
    expect([await unmet(a), await unmet(b), await unmet(c)]).toEqual([0, 1, 2]);
  });

  it("run one after the other in a chain", async () => {
    await queue.enqueue(person, { id: a }, { id: b, depends_on: [a] }, { id: c, depends_on: [b] });
    for (const id of [a, b, c]) {
      const tickets = await queue.claim();
      expect(tickets.map((ticket) => ticket.id)).toEqual([id]);
      for (const ticket of tickets) await queue.complete(ticket);
    }
  });

  it("fan out to all that wait, and in again to what waits for all of them", async () => {
    await queue.enqueue(
      person,
      { id: a },
      { id: b, depends_on: [a] },
      { id: c, depends_on: [a] },
      { id: d, depends_on: [b, c] },
    );
    await queue.complete(await queue.take());
    const [first, second] = await queue.claim();
    expect(new Set([first?.id, second?.id])).toEqual(new Set([b, c]));
    if (first) await queue.complete(first);
    expect([await unmet(d), (await queue.claim()).length]).toEqual([1, 0]);
    if (second) await queue.complete(second);
    expect((await queue.take()).id).toBe(d);
  });

  it("on what has completed already are met", async () => {
    await queue.enqueue(person, { id: a });
    await queue.complete(await queue.take());
    await queue.enqueue(person, { id: b, depends_on: [a] });
    expect(await unmet(b)).toBe(0);
    expect((await queue.take()).id).toBe(b);
  });

  it("on what has failed or was cancelled already end the job at once, with all that waits for it", async () => {
    await queue.enqueue(person, { id: a });
    await queue.fail(await queue.take());
    const [lost, next, last] = await queue.enqueue(
      person,
      { id: b, depends_on: [a] },
      { id: c, depends_on: [b] },
      { id: d, depends_on: [c] },
    );
    expect(await Promise.all([lost, next, last].map(statusOf))).toEqual([
      "cancelled: dependency_failed",
      "cancelled: dependency_failed",
      "cancelled: dependency_failed",
    ]);
    expect(await queue.events(lost)).toMatchObject([
      { sequence: 0, event: "created", to_status: "cancelled", data: { error_code: "dependency_failed" } },
    ]);
  });

  it("on a job that does not exist are refused", async () => {
    await expect(queue.enqueue(person, { id: a, depends_on: [b] })).rejects.toMatchObject({ code: "23503" });
    await expect(queue.enqueue(person, { id: a, depends_on: [a] })).rejects.toThrow(
      "nothing_waits_for_itself",
    );
  });

  it("are met when the other job completes while this one is being made", async () => {
    const draftId = await newDraftOf(person);
    await queue.enqueue(person, { id: a });
    const ticket = await queue.take();
    let made: Promise<string[]> | undefined;
    let done: Promise<void> | undefined;
    await queue.sql.begin(async (db) => {
      await db`select from public.drafts where id = ${draftId} for update`;
      made = queue.enqueue(person, { id: b, draft_id: draftId, depends_on: [a] });
      await untilWaiting(queue.sql, 1);
      // Completes at once, or waits until the new job is there: both are well, as long as the new job learns of it.
      done = queue.complete(ticket);
      await Promise.race([done, untilWaiting(queue.sql, 2)]);
    });
    await made;
    await done;
    expect(await unmet(b)).toBe(0);
  });

  async function newDraftOf(owner: Person): Promise<string> {
    const [row] = await queue.sql`
      with u as (insert into public.universes (owner_id, slug, name) values (${owner.sub}, 'a-race', 'A race') returning id)
      insert into public.drafts (universe_id, owner_id, theme, name, languages)
      select id, ${owner.sub}, 'ocean', 'A race', '{fr}' from u returning id`;
    return row?.id;
  }
});

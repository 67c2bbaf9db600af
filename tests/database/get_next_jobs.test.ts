import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";

let queue: Queue;
let person: Person;

beforeAll(async () => {
  queue = await openQueue();
});
beforeEach(async () => {
  await queue.clear();
  person = await queue.newPerson();
});

const idsOf = (jobs: { id: string }[]) => jobs.map(({ id }) => id);

describe("a claimed job", () => {
  it("comes with all that a worker needs, a lease of a minute and a deadline of its own", async () => {
    const [id] = await queue.enqueue(person, {
      type: "generate_image",
      payload: { prompt: "a whale" },
      payload_version: 1,
    });
    expect(await queue.take({ at: 5 })).toMatchObject({
      id,
      type: "generate_image",
      attempt: 1,
      payload: { prompt: "a whale" },
      payload_version: 1,
      user_id: person.sub,
      draft_id: null,
      asset_id: null,
      retry_count: 0,
      max_retries: 3,
      model: { name: "black-forest-labs/flux-schnell", timeout_seconds: 120 },
      unsettled_predictions: [],
    });
    expect(await queue.job(id)).toMatchObject({
      status: "processing",
      lease_owner: "worker-1",
      started_at: queue.at(5),
      lease_expires_at: queue.at(65),
      deadline_at: queue.at(145),
    });
  });

  it("is handed to nobody else, and takes a new attempt number each time that it is", async () => {
    await queue.enqueue(person, {});
    const first = await queue.take();
    expect(await queue.claim()).toEqual([]);
    await queue.fail(first, { isRetryable: true });
    expect(await queue.take({ at: 70 })).toMatchObject({ id: first.id, attempt: 2, retry_count: 1 });
  });

  it("starts again at 0 percent without the message of the attempt before", async () => {
    const [id] = await queue.enqueue(person, {});
    const first = await queue.take();
    await queue.sql`select public.update_job_progress(${first.id}, 1, 70, 'Nearly there')`;
    await queue.fail(first, { isRetryable: true });
    await queue.take({ at: 70 });
    expect(await queue.job(id)).toMatchObject({ progress: 0, message: null });
  });

  it("brings along the requests of earlier attempts whose end nobody knows", async () => {
    await queue.enqueue(person, { type: "generate_image" });
    const first = await queue.take();
    const [gate] = await queue.sql`
      select public.record_prediction(${first.id}, 1, '{"seed": 1}', 'hash', ${queue.at(0)}) ->> 'prediction_id' as id`;
    await queue.reap(61);
    expect((await queue.take({ at: 61 })).unsettled_predictions).toMatchObject([
      { id: gate?.id, external_id: null, input: { seed: 1 } },
    ]);
  });
});

describe("what waits is left alone", () => {
  it("before its time has come", async () => {
    await queue.enqueue(person, { run_at: queue.at(30) });
    expect(await queue.claim({ at: 29 })).toEqual([]);
    expect(await queue.claim({ at: 30 })).toHaveLength(1);
  });

  it("when it did not start in time", async () => {
    await queue.enqueue(person, { expires_at: queue.at(100) });
    expect(await queue.claim({ at: 100 })).toEqual([]);
    expect(await queue.claim({ at: 99 })).toHaveLength(1);
  });

  it("but not when it has started before: a retry has no time to start in", async () => {
    await queue.enqueue(person, { expires_at: queue.at(20) });
    await queue.fail(await queue.take(), { isRetryable: true });
    expect(await queue.claim({ at: 600 })).toHaveLength(1);
  });

  it("while another job has to be done first", async () => {
    const [first = ""] = await queue.enqueue(person, { type: "translate" });
    const [second] = await queue.enqueue(person, { depends_on: [first] });
    const ticket = await queue.take();
    expect(ticket.id).toBe(first);
    expect(await queue.claim()).toEqual([]);
    await queue.complete(ticket);
    expect((await queue.take()).id).toBe(second);
  });

  it("when this worker does not do its type", async () => {
    await queue.enqueue(person, { type: "translate" });
    expect(await queue.claim({ types: ["notify"] })).toEqual([]);
    expect(await queue.claim({ types: ["notify", "translate"] })).toHaveLength(1);
  });

  it("when its payload is of a newer version than the worker knows", async () => {
    const [newer, known] = await queue.enqueue(person, { payload_version: 2, priority: 9 }, {});
    expect(idsOf(await queue.claim())).toEqual([known]);
    expect(await queue.claim()).toEqual([]);
    expect(idsOf(await queue.claim({ version: 2 }))).toEqual([newer]);
  });

  it("as a request: only its pieces are work", async () => {
    await queue.enqueue(person, { type: "generate_universe" });
    expect(await queue.claim({ types: ["generate_universe", "notify"] })).toEqual([]);
  });

  it("and the rest of it goes on while a worker asks for no job at all", async () => {
    await queue.enqueue(person, {});
    expect(await queue.claim({ limit: 0 })).toEqual([]);
    expect(await queue.claim()).toHaveLength(1);
  });
});

describe("the limits", () => {
  const slots = (n: number) =>
    queue.sql`update public.models set max_concurrency = ${n} where job_type = 'generate_image'`;

  it("let a person run three jobs, and the next one when one has ended", async () => {
    await queue.enqueue(person, {}, {}, {}, {}, {});
    const [first, ...rest] = await queue.claim();
    expect(rest).toHaveLength(2);
    expect(await queue.claim()).toEqual([]);
    if (first) await queue.complete(first);
    expect(await queue.claim()).toHaveLength(1);
  });

  it("hold for a model across all who use it", async () => {
    await slots(2);
    const people = [person, await queue.newPerson(), await queue.newPerson()];
    for (const one of people)
      await queue.enqueue(one, { type: "generate_image" }, { type: "generate_image" });
    const taken = await queue.claim();
    expect(taken).toHaveLength(2);
    expect(new Set(taken.map((job) => job.user_id)).size).toBe(2);
    expect(await queue.claim()).toEqual([]);
  });

  it("of a full model do not hide other work, of whoever waits for it or of others", async () => {
    await slots(1);
    const other = await queue.newPerson();
    await queue.enqueue(other, { type: "generate_image" });
    expect(await queue.claim()).toHaveLength(1);
    const images = Array.from({ length: 4 }, () => ({ type: "generate_image", priority: 10 }));
    const [notice] = (await queue.enqueue(person, ...images, { priority: 1 })).slice(-1);
    expect(idsOf(await queue.claim())).toEqual([notice]);
  });

  it("give the slots of a model to people in turn, not to the first who has many", async () => {
    await slots(2);
    const other = await queue.newPerson();
    await queue.enqueue(person, { type: "generate_image" }, { type: "generate_image" });
    await queue.enqueue(other, { type: "generate_image" });
    expect(new Set((await queue.claim()).map((job) => job.user_id)).size).toBe(2);
  });
});

describe("a pause", () => {
  const pause = (type: string | null, userId: string | null = null) =>
    queue.sql`insert into public.job_pauses (type, user_id) values (${type}::public.job_type, ${userId})`;

  it("of a type leaves the other types", async () => {
    const [, translation] = await queue.enqueue(person, { type: "notify" }, { type: "translate" });
    await pause("notify");
    expect(idsOf(await queue.claim())).toEqual([translation]);
    await queue.sql`update public.job_pauses set resumed_at = now()`;
    expect(await queue.claim()).toHaveLength(1);
  });

  it("of a person leaves everybody else", async () => {
    const other = await queue.newPerson();
    await queue.enqueue(person, {});
    const [theirs] = await queue.enqueue(other, {});
    await pause(null, person.sub);
    expect(idsOf(await queue.claim())).toEqual([theirs]);
  });

  it("of everything leaves nothing", async () => {
    await queue.enqueue(person, { type: "notify" }, { type: "translate" });
    await pause(null);
    expect(await queue.claim()).toEqual([]);
  });
});

it("nothing of a model is claimed while the provider wants to be left alone, and everything else is", async () => {
  const [image, notice] = await queue.enqueue(person, { type: "generate_image", priority: 9 }, {});
  await queue.sql`update private.provider_state set held_until = ${queue.at(30)}`;
  expect(idsOf(await queue.claim({ at: 29 }))).toEqual([notice]);
  expect(idsOf(await queue.claim({ at: 30 }))).toEqual([image]);
});

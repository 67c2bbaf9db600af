import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Claimed, claim, complete, drain, generate, newDraft, resultFor } from "../fixtures/engine.ts";
import { openQueue, type Person, type Queue, type Ticket } from "../fixtures/queue.ts";
import { as } from "../setup/database.ts";

let queue: Queue;
let sql: Queue["sql"];
let person: Person;
const monthly = 1_000_000;

beforeAll(async () => {
  queue = await openQueue({ max: 25 });
  sql = queue.sql;
});
beforeEach(async () => {
  await queue.clear();
  person = await queue.newPerson();
});

const left = async () =>
  (
    await sql`select (private.quota_of(${person.sub}, now()) #>> '{credits,left}')::integer as credits_left`
  )[0]?.credits_left;
const entries = async (jobId: string | undefined) =>
  (
    await sql`select kind, round, credits from public.credit_entries where job_id = ${jobId ?? ""} order by id`
  ).map(({ kind, round, credits }) => `${kind} ${credits} in round ${round}`);
const claimImages = async () =>
  (await claim(sql)).filter(({ type }) => type === "generate_image") as Ticket[];

/** As the webhook does: passes the gate, hands the job to the provider and completes it. */
async function make(job: Claimed): Promise<void> {
  const [gate] = await sql`
    select public.record_prediction(${job.id}, ${job.attempt}, '{}', gen_random_uuid()::text) ->> 'prediction_id' as id`;
  await sql`select public.save_prediction(${gate?.id}, ${job.attempt}, ${crypto.randomUUID()})`;
  await sql`select public.complete_job(${job.id}, ${job.attempt}, ${sql.json(resultFor(job))})`;
}

/** A request of so many cards whose concepts are there: its id, its draft and its pictures in a worker's hands. */
async function requested(count: number) {
  const draftId = await newDraft(sql, person, { count });
  const parentId = await generate(sql, person, draftId);
  for (const job of await claim(sql)) await make(job);
  return { draftId, parentId, images: await claimImages() };
}

describe("a request", () => {
  it("is charged what it plans, once, before anything is made", async () => {
    const { parentId } = await requested(3);
    expect(await entries(parentId)).toEqual(["charge 3 in round 0"]);
    expect(await left()).toBe(monthly - 3);
  });

  it("that was made keeps all of it", async () => {
    const { parentId, images } = await requested(3);
    for (const job of images) await make(job);
    expect((await queue.job(parentId)).status).toBe("completed");
    expect(await entries(parentId)).toEqual(["charge 3 in round 0"]);
    expect(await left()).toBe(monthly - 3);
  });

  it("that was made in part is given back the rest when it ends, not before", async () => {
    const { parentId, images } = await requested(3);
    const [one, two, three] = images as [Ticket, Ticket, Ticket];
    await queue.fail(one);
    await make(two);
    expect(await entries(parentId)).toHaveLength(1);
    await make(three);
    expect(await entries(parentId)).toEqual(["charge 3 in round 0", "refund 1 in round 0"]);
    expect(await left()).toBe(monthly - 2);
  });

  it("that was stopped pays for what is there, also if it had not come to its concepts yet", async () => {
    const { parentId, images } = await requested(3);
    if (images[0]) await make(images[0]);
    await queue.call(person, "cancel_job", parentId);
    expect(await entries(parentId)).toEqual(["charge 3 in round 0", "refund 2 in round 0"]);
    const early = await generate(sql, person, await newDraft(sql, person, { count: 4 }));
    await queue.call(person, "cancel_job", early);
    expect(await entries(early)).toEqual(["charge 4 in round 0", "refund 4 in round 0"]);
    expect(await left()).toBe(monthly - 1);
  });

  it("pays nothing for what had been paid for before", async () => {
    const { parentId, images } = await requested(3);
    const [one, two, three] = images as [Ticket, Ticket, Ticket];
    await complete(sql, one);
    for (const job of [two, three]) await make(job);
    expect(await entries(parentId)).toEqual(["charge 3 in round 0", "refund 1 in round 0"]);
    expect(await left()).toBe(monthly - 2);
  });
});

describe("a request that is tried again", () => {
  it("is charged for what it lacks in a round of its own, and given back what failed again", async () => {
    const { parentId, images } = await requested(3);
    const [one, two, three] = images as [Ticket, Ticket, Ticket];
    await make(one);
    for (const job of [two, three]) await queue.fail(job);
    expect(await left()).toBe(monthly - 1);
    await queue.call(person, "retry_job", parentId);
    expect(await left()).toBe(monthly - 3);
    const again = await claimImages();
    expect(again).toHaveLength(2);
    if (again[0]) await make(again[0]);
    if (again[1]) await queue.fail(again[1]);
    expect(await entries(parentId)).toEqual([
      "charge 3 in round 0",
      "refund 2 in round 0",
      "charge 2 in round 1",
      "refund 1 in round 1",
    ]);
    expect(await left()).toBe(monthly - 2);
  });

  it("in one piece is charged for that piece", async () => {
    const { parentId, images } = await requested(2);
    for (const job of images) await queue.fail(job);
    await queue.call(person, "retry_job", images[0]?.id);
    expect(await entries(parentId)).toEqual([
      "charge 2 in round 0",
      "refund 2 in round 0",
      "charge 1 in round 1",
    ]);
    for (const job of await claimImages()) await make(job);
    expect(await left()).toBe(monthly - 1);
  });

  it("while it still runs is given back once at its end", async () => {
    const { parentId, images } = await requested(2);
    const [one, two] = images as [Ticket, Ticket];
    await queue.fail(one);
    await queue.call(person, "retry_job", one.id);
    await queue.fail(two);
    for (const job of await claimImages()) await queue.fail(job);
    const all = await entries(parentId);
    expect(all.filter((entry) => entry.startsWith("refund"))).toEqual(["refund 3 in round 0"]);
    expect(await left()).toBe(monthly);
  });

  it("by an admin costs nothing", async () => {
    const { parentId, images } = await requested(1);
    if (images[0]) await queue.fail(images[0]);
    await queue.call(await queue.newAdmin(), "retry_job", parentId);
    for (const job of await claimImages()) await make(job);
    expect(await entries(parentId)).toEqual(["charge 1 in round 0", "refund 1 in round 0"]);
    expect(await left()).toBe(monthly);
  });
});

describe("a new picture for one card", () => {
  async function regenerate(): Promise<string> {
    const { draftId, images } = await requested(1);
    if (images[0]) await make(images[0]);
    const [card] = await sql`select id from public.draft_assets where draft_id = ${draftId}`;
    const [row] = await as<{ id: string }>(
      sql,
      person,
      (db) => db`select public.regenerate_asset(${draftId}, ${card?.id}) as id`,
    );
    return row?.id ?? "";
  }

  it("is charged, and given back when it fails", async () => {
    const id = await regenerate();
    expect(await left()).toBe(monthly - 2);
    for (const job of await claimImages()) await queue.fail(job);
    expect(await entries(id)).toEqual(["charge 1 in round 0", "refund 1 in round 0"]);
    expect(await left()).toBe(monthly - 1);
  });

  it("is given back when the same picture had been paid for before", async () => {
    const id = await regenerate();
    await drain(sql);
    expect(await queue.job(id)).toMatchObject({ status: "completed", credits: 0 });
    expect(await entries(id)).toEqual(["charge 1 in round 0", "refund 1 in round 0"]);
    expect(await left()).toBe(monthly - 1);
  });
});

it("nothing is given back twice, whoever ends it at the same moment", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { parentId, images } = await requested(3);
    const before = await left();
    await Promise.allSettled([
      ...images.map((job) => queue.fail(job)),
      ...images.map((job) => queue.call(person, "cancel_job", job.id)),
      queue.call(person, "cancel_job", parentId),
      queue.reap(3600),
    ]);
    await queue.call(person, "cancel_job", parentId).catch(() => {});
    const refunds = (await entries(parentId)).filter((entry) => entry.startsWith("refund"));
    expect(refunds).toEqual(["refund 3 in round 0"]);
    expect(await left()).toBe(before + 3);
  }
});

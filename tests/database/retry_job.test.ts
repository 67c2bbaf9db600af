import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claim, complete, drain, finishedDraft, generate, newDraft, publish } from "../fixtures/engine.ts";
import { openQueue, type Person, type Queue, type Ticket } from "../fixtures/queue.ts";
import { as } from "../setup/database.ts";

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

const retry = (jobId: string | undefined, who = person) => queue.call(who, "retry_job", jobId);
const statusOf = async (draftId: string) =>
  (await sql`select status, progress, active_job_id from public.drafts where id = ${draftId}`)[0];

/** A draft of two cards, of which the first was refused: its request and the refused job. */
async function halfMadeDraft(): Promise<{ draftId: string; parentId: string; failed: Ticket }> {
  const draftId = await newDraft(sql, person, { count: 2 });
  const parentId = await generate(sql, person, draftId);
  for (const job of await claim(sql)) await complete(sql, job);
  const [failed] = (await claim(sql, { limit: 1 })) as Ticket[];
  if (!failed) throw new Error("nothing claimed");
  await queue.fail(failed, { code: "provider_rejected_input" });
  await drain(sql);
  return { draftId, parentId, failed };
}

describe("a job that is tried again", () => {
  it("starts as if it were new, in a round of its own, with all its retries", async () => {
    const [id] = await queue.enqueue(person, {});
    await queue.reap(3600);
    await retry(id);
    expect(await queue.job(id)).toMatchObject({
      status: "pending",
      round: 1,
      retry_count: 0,
      death_count: 0,
      progress: 0,
      started_at: null,
      completed_at: null,
      error_code: null,
      error_message: null,
      error_detail: null,
      result: null,
    });
    const { run_at: dueAt, expires_at: expiresAt } = await queue.job(id);
    expect(expiresAt.getTime() - dueAt.getTime()).toBe(3_600_000);
    expect((await queue.events(id)).at(-1)).toMatchObject({
      event: "retried",
      actor: person.sub,
      from_status: "failed",
      to_status: "pending",
    });
  });

  it("keeps counting its attempts, so that a worker from before stays refused", async () => {
    const [id] = await queue.enqueue(person, {});
    const first = await queue.take();
    await queue.call(person, "cancel_job", id);
    await retry(id);
    const second = await queue.take({ at: 60 });
    expect(second.attempt).toBe(2);
    await expect(queue.complete(first)).rejects.toThrow("stale_attempt");
    await queue.complete(second, 61);
    expect(await queue.job(id)).toMatchObject({ status: "completed" });
  });
});

describe("what hangs together", () => {
  const ids = () => [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()] as const;
  const unmet = async (id: string) => (await queue.job(id)).unmet_dependencies;

  it("comes along: what was cancelled because it waited runs again after it", async () => {
    const [a, b, c] = ids();
    await queue.enqueue(person, { id: a }, { id: b, depends_on: [a] }, { id: c, depends_on: [a, b] });
    await queue.fail(await queue.take());
    await retry(a);
    expect([await unmet(a), await unmet(b), await unmet(c)]).toEqual([0, 1, 2]);
    for (const id of [a, b, c]) {
      const ticket = await queue.take({ at: 60 });
      expect(ticket.id).toBe(id);
      await queue.complete(ticket, 60);
    }
  });

  it("is counted anew: what has completed meanwhile is met", async () => {
    const [a, b, c] = ids();
    await queue.enqueue(person, { id: a }, { id: b }, { id: c, depends_on: [a, b] });
    for (const ticket of await queue.claim())
      await (ticket.id === a ? queue.complete(ticket) : queue.fail(ticket));
    expect(await queue.job(c)).toMatchObject({ status: "cancelled" });
    await retry(b);
    expect(await unmet(c)).toBe(1);
  });

  it("comes along the other way too: what it needs is made first, or it would wait for ever", async () => {
    const [a, b, c] = ids();
    await queue.enqueue(person, { id: a }, { id: b, depends_on: [a] }, { id: c, depends_on: [b] });
    await queue.fail(await queue.take());
    await retry(c);
    const statuses = await Promise.all([a, b, c].map(async (id) => (await queue.job(id)).status));
    expect(statuses).toEqual(["pending", "pending", "pending"]);
    expect([await unmet(a), await unmet(b), await unmet(c)]).toEqual([0, 1, 1]);
  });

  it("leaves alone what was stopped by its owner", async () => {
    const [a, b] = ids();
    await queue.enqueue(person, { id: a }, { id: b, depends_on: [a] });
    await queue.call(person, "cancel_job", b);
    await queue.fail(await queue.take());
    await retry(a);
    expect(await queue.job(b)).toMatchObject({ status: "cancelled", error_code: null });
  });
});

describe("one piece of a request that has ended", () => {
  it("opens the request, shows the draft at work and finishes both", async () => {
    const { draftId, parentId, failed } = await halfMadeDraft();
    expect(await statusOf(draftId)).toMatchObject({ status: "partial" });
    await retry(failed.id);
    expect(await statusOf(draftId)).toMatchObject({ status: "generating", active_job_id: parentId });
    expect(await queue.job(parentId)).toMatchObject({ status: "processing", completed_at: null, round: 1 });
    expect(await drain(sql)).toBe(1);
    expect(await queue.job(parentId)).toMatchObject({ status: "completed", progress: 100, error_code: null });
    expect(await statusOf(draftId)).toMatchObject({ status: "ready", progress: 100, active_job_id: null });
  });

  it("lets nobody start the same cards a second time", async () => {
    const { draftId, failed } = await halfMadeDraft();
    await retry(failed.id);
    await expect(generate(sql, person, draftId)).rejects.toThrow("already_running");
    await expect(retry(failed.id)).rejects.toThrow("nothing_to_do");
    await drain(sql);
  });
});

it("a request makes just the pieces that failed, and is partial until they are there", async () => {
  const draftId = await newDraft(sql, person, { count: 3 });
  const parentId = await generate(sql, person, draftId);
  for (const job of await claim(sql)) await complete(sql, job);
  const [bad, ...good] = await claim(sql);
  if (bad) await queue.fail(bad);
  for (const job of good) await complete(sql, job);
  expect(await statusOf(draftId)).toMatchObject({ status: "partial", progress: 66 });
  await retry(parentId);
  expect(await drain(sql)).toBe(1);
  expect(await statusOf(draftId)).toMatchObject({ status: "ready", progress: 100 });
});

describe("a retry is refused", () => {
  it("of what still waits, runs or is done", async () => {
    const [id] = await queue.enqueue(person, {});
    const refused = { message: "nothing_to_do", code: "PT409" };
    await expect(retry(id)).rejects.toMatchObject(refused);
    const ticket = await queue.take();
    await expect(retry(id)).rejects.toMatchObject(refused);
    await queue.complete(ticket);
    await expect(retry(id)).rejects.toMatchObject(refused);
  });

  it("of a request all of which was made", async () => {
    const draftId = await newDraft(sql, person, { count: 1 });
    const parentId = await generate(sql, person, draftId);
    await drain(sql);
    await expect(retry(parentId)).rejects.toThrow("nothing_to_do");
    expect(await queue.job(parentId)).toMatchObject({ status: "completed", round: 0 });
  });

  it("while another request works on the draft", async () => {
    const { draftId, parentId, failed } = await halfMadeDraft();
    await generate(sql, person, draftId);
    for (const id of [failed.id, parentId]) await expect(retry(id)).rejects.toThrow("already_running");
  });

  it("for what a later request has made", async () => {
    const { draftId, parentId } = await halfMadeDraft();
    await generate(sql, person, draftId);
    await drain(sql);
    await expect(retry(parentId)).rejects.toThrow("nothing_to_do");
    expect(await statusOf(draftId)).toMatchObject({ status: "ready" });
  });

  it("for a publication that a later one has overtaken", async () => {
    const draftId = await finishedDraft(sql, person, 1);
    await as(sql, person, (db) => db`select public.request_publish(${draftId}, 'public')`);
    const [old] = await claim(sql);
    if (old) await queue.fail(old);
    await publish(sql, person, draftId);
    await expect(retry(old?.id)).rejects.toThrow("nothing_to_do");
  });

  it("when the draft is gone, so that nothing is paid for nobody", async () => {
    const { draftId, parentId, failed } = await halfMadeDraft();
    await as(sql, person, (db) => db`select public.delete_draft(${draftId})`);
    for (const id of [parentId, failed.id]) await expect(retry(id)).rejects.toThrow("not_found");
  });

  it("of a stranger's job, for whom it does not exist", async () => {
    const [id] = await queue.enqueue(person, {});
    await queue.fail(await queue.take());
    await expect(retry(id, await queue.newPerson())).rejects.toMatchObject({ code: "PT404" });
    await retry(id, await queue.newAdmin());
    expect(await queue.job(id)).toMatchObject({ status: "pending" });
  });
});

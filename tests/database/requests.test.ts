import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claim, complete, drain, generate, newDraft } from "../fixtures/engine.ts";
import { openQueue, type Person, type Queue, type Ticket } from "../fixtures/queue.ts";

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

const statusOf = async (draftId: string) =>
  (await sql`select status, progress, active_job_id from public.drafts where id = ${draftId}`)[0];

describe("a request", () => {
  it("rises in progress only and ends with its children", async () => {
    const draftId = await newDraft(sql, person, { count: 4 });
    const parentId = await generate(sql, person, draftId);
    await drain(sql);
    const steps = (await queue.events(parentId)).slice(1).map(({ data }) => data.progress);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(100);
    expect(await statusOf(draftId)).toEqual({ status: "ready", progress: 100, active_job_id: null });
  });

  it("counts its pieces by weight: a picture that is half done is four times a half of concepts", async () => {
    const parentId = await generate(sql, person, await newDraft(sql, person, { count: 2 }));
    for (const job of await claim(sql)) await complete(sql, job);
    expect(await queue.job(parentId)).toMatchObject({ progress: 11, current_step: 1, total_steps: 3 });
    const [image] = await claim(sql, { limit: 1 });
    await sql`select public.update_job_progress(${image?.id ?? ""}, 1, 50)`;
    expect((await queue.job(parentId)).progress).toBe(33);
  });

  it("does not fall back when a piece has to start again", async () => {
    const parentId = await generate(sql, person, await newDraft(sql, person, { count: 1 }));
    const [concepts] = await claim(sql);
    await sql`select public.update_job_progress(${concepts?.id ?? ""}, 1, 90)`;
    const before = (await queue.job(parentId)).progress;
    await queue.reap(3600);
    await queue.take({ at: 3600 });
    expect((await queue.job(parentId)).progress).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  it("ends as completed with what was made, and says how much was not", async () => {
    const draftId = await newDraft(sql, person, { count: 3 });
    const parentId = await generate(sql, person, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    const [bad, ...good] = (await claim(sql)) as Ticket[];
    if (bad) await queue.fail(bad, { code: "provider_rejected_input" });
    for (const job of good) await complete(sql, job);
    expect(await queue.job(parentId)).toMatchObject({
      status: "completed",
      progress: 100,
      error_code: "provider_rejected_input",
      result: { completed: 3, failed: 1, cancelled: 0 },
    });
    expect(await statusOf(draftId)).toMatchObject({ status: "partial", progress: 66 });
  });

  it("fails when nothing of it was made", async () => {
    const draftId = await newDraft(sql, person);
    const parentId = await generate(sql, person, draftId);
    await queue.fail((await claim(sql))[0] as Ticket);
    expect(await queue.job(parentId)).toMatchObject({ status: "failed", error_code: "provider_failed" });
    expect(await statusOf(draftId)).toMatchObject({ status: "failed", active_job_id: null });
  });
});

it("a draft whose every picture failed says so", async () => {
  const draftId = await newDraft(sql, person, { count: 2 });
  await generate(sql, person, draftId);
  for (const job of await claim(sql)) await complete(sql, job);
  for (const job of (await claim(sql)) as Ticket[]) await queue.fail(job);
  expect(await statusOf(draftId)).toMatchObject({ status: "failed", progress: 0 });
});

describe("a suspended account", () => {
  const suspend = (until: string) =>
    sql`update auth.users set banned_until = now() + ${until}::interval where id = ${person.sub}`;

  it("works on nothing: what waits and runs is stopped, its request ends and its credits come back", async () => {
    const draftId = await newDraft(sql, person, { count: 3 });
    const parentId = await generate(sql, person, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    const [running] = await claim(sql, { limit: 1 });
    await suspend("1 day");
    expect(
      await sql`select from public.jobs where user_id = ${person.sub} and status in ('pending', 'processing')`,
    ).toHaveLength(0);
    if (running) await expect(complete(sql, running)).rejects.toThrow("stale_attempt");
    const [refund] =
      await sql`select credits from public.credit_entries where job_id = ${parentId} and kind = 'refund'`;
    expect(refund?.credits).toBe(3);
    expect(await statusOf(draftId)).toMatchObject({ active_job_id: null });
  });

  it("is not stopped by the end of its suspension, nor are others", async () => {
    const other = await queue.newPerson();
    await suspend("1 day");
    const [mine] = await queue.enqueue(person, {});
    const [theirs] = await queue.enqueue(other, {});
    await sql`update auth.users set banned_until = null where id = ${person.sub}`;
    for (const id of [mine, theirs]) expect(await queue.job(id)).toMatchObject({ status: "pending" });
  });

  it("may not act, though its token is still good, until the suspension is over", async () => {
    const draftId = await newDraft(sql, person, { count: 1 });
    await suspend("1 day");
    await expect(generate(sql, person, draftId)).rejects.toMatchObject({ message: "not_signed_in" });
    await suspend("-1 second");
    expect(await generate(sql, person, draftId)).toBeTruthy();
  });
});

it("a request is held by no worker: its pieces alone say how it goes", async () => {
  const parentId = await generate(sql, person, await newDraft(sql, person));
  const calls = [
    sql`select public.complete_job(${parentId}, 0, '{}')`,
    sql`select public.heartbeat_job(${parentId}, 0)`,
    sql`select public.fail_job(${parentId}, 0, 'internal', 'no')`,
  ];
  for (const call of calls) await expect(call).rejects.toThrow("stale_attempt");
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claim, complete, generate, newDraft } from "../fixtures/engine.ts";
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

const cancel = (id: string | undefined, who = person) => queue.call(who, "cancel_job", id);

describe("one job", () => {
  it("is stopped while it waits, and never claimed", async () => {
    const [id] = await queue.enqueue(person, {});
    await cancel(id);
    expect(await queue.job(id)).toMatchObject({ status: "cancelled", completed_at: expect.any(Date) });
    expect(await queue.claim()).toEqual([]);
  });

  it("is taken from the worker that holds it, whose result is refused", async () => {
    const [id] = await queue.enqueue(person, {});
    const ticket = await queue.take();
    await cancel(id);
    expect(await queue.job(id)).toMatchObject({
      status: "cancelled",
      lease_owner: null,
      lease_expires_at: null,
      deadline_at: null,
    });
    await expect(queue.complete(ticket)).rejects.toThrow("stale_attempt");
  });

  it("takes along what waits for it", async () => {
    const first = crypto.randomUUID();
    const [, second] = await queue.enqueue(person, { id: first }, { depends_on: [first] });
    await cancel(first);
    expect(await queue.job(second)).toMatchObject({ status: "cancelled", error_code: "dependency_failed" });
  });

  it("cannot be stopped after its end", async () => {
    const [id] = await queue.enqueue(person, {});
    await queue.complete(await queue.take());
    await expect(cancel(id)).rejects.toMatchObject({ message: "job_finished", code: "PT409" });
    expect(await queue.job(id)).toMatchObject({ status: "completed" });
  });
});

describe("a request", () => {
  it("stops with all its children, keeps what is done and leaves no job running", async () => {
    const draftId = await newDraft(sql, person, { count: 5 });
    const parentId = await generate(sql, person, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    const [one, two] = await claim(sql);
    if (one) await complete(sql, one);
    await cancel(parentId);
    if (two) await expect(complete(sql, two)).rejects.toThrow("stale_attempt");
    const rows =
      await sql`select status, count(*)::int as n from public.jobs where parent_id = ${parentId} group by 1 order by 1`;
    expect([...rows]).toEqual([
      { status: "completed", n: 2 },
      { status: "cancelled", n: 4 },
    ]);
    expect(await queue.job(parentId)).toMatchObject({ status: "cancelled" });
    const [draft] = await sql`select status, active_job_id from public.drafts where id = ${draftId}`;
    expect(draft).toEqual({ status: "partial", active_job_id: null });
  });

  it("ends as completed when its last piece is stopped and others were made", async () => {
    const parentId = await generate(sql, person, await newDraft(sql, person, { count: 2 }));
    for (const job of await claim(sql)) await complete(sql, job);
    const [one, two] = await claim(sql);
    if (one) await complete(sql, one);
    await cancel(two?.id);
    expect(await queue.job(parentId)).toMatchObject({
      status: "completed",
      result: { completed: 2, failed: 0, cancelled: 1 },
    });
  });

  it("ends as cancelled when all of its pieces were stopped one by one", async () => {
    const parentId = await generate(sql, person, await newDraft(sql, person));
    const [piece] = await sql`select id from public.jobs where parent_id = ${parentId}`;
    await cancel(piece?.id);
    expect(await queue.job(parentId)).toMatchObject({ status: "cancelled" });
  });
});

describe("who may", () => {
  it("the owner and an admin; support may not, and for a stranger it does not exist", async () => {
    const [mine, theirs] = await queue.enqueue(person, {}, {});
    const [stranger, admin, support] = [
      await queue.newPerson(),
      await queue.newAdmin(),
      await queue.newPerson(),
    ];
    await sql`update public.user_roles set role = 'support' where user_id = ${support.sub}`;
    await expect(cancel(mine, stranger)).rejects.toMatchObject({ message: "not_found", code: "PT404" });
    await expect(cancel(mine, support)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
    await cancel(mine, admin);
    await cancel(theirs);
    expect((await queue.events(mine)).at(-1)).toMatchObject({ event: "cancelled", actor: admin.sub });
    expect((await queue.events(theirs)).at(-1)).toMatchObject({ event: "cancelled", actor: person.sub });
  });

  it("nobody may stop a job that never was", async () => {
    await expect(cancel(crypto.randomUUID())).rejects.toMatchObject({ message: "not_found" });
  });
});

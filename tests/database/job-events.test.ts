import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { finishedDraft } from "../fixtures/engine.ts";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";
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

const trail = async (id: string | undefined) =>
  (await queue.events(id)).map(({ event, actor }) => `${event} by ${actor}`);

describe("the trail of a job", () => {
  it("names each change and who made it, numbered from 0 without a gap", async () => {
    const admin = await queue.newAdmin();
    const [id = ""] = await queue.enqueue(person, {});
    await as(sql, admin, (db) => db`select public.set_job_priority(${id}, 7)`);
    const first = await queue.take({ worker: "worker-a" });
    await sql`select public.update_job_progress(${id}, ${first.attempt}, 30)`;
    await sql`select public.update_job_progress(${id}, ${first.attempt}, 30, 'Nearly')`;
    await sql`select public.defer_job(${id}, ${first.attempt}, 1, 'being_made', '', ${queue.at(0)})`;
    const second = await queue.take({ worker: "worker-b", at: 5 });
    await queue.fail(second, { isRetryable: true, at: 5 });
    await queue.take({ worker: "worker-c", at: 100 });
    await queue.reap(200);
    const fourth = await queue.take({ worker: "worker-d", at: 200 });
    await queue.fail(fourth, { at: 200 });
    await queue.call(person, "retry_job", id);
    const fifth = await queue.take({ worker: "worker-e", at: 300 });
    await queue.complete(fifth, 300);
    expect(await trail(id)).toEqual([
      "created by system",
      `reprioritised by ${admin.sub}`,
      "started by worker-a",
      "progressed by worker-a",
      "changed by worker-a",
      "deferred by worker-a",
      "started by worker-b",
      "requeued by worker-b",
      "started by worker-c",
      "requeued by reaper",
      "started by worker-d",
      "failed by worker-d",
      `retried by ${person.sub}`,
      "started by worker-e",
      "completed by worker-e",
    ]);
    const events = await queue.events(id);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index));
    expect((await queue.job(id)).event_count).toBe(events.length - 1);
    for (const [index, event] of events.entries())
      expect(event.from_status).toBe(index === 0 ? null : events[index - 1]?.to_status);
  });

  it("says that the provider ended what it held, and the person who asked for it", async () => {
    const draftId = await finishedDraft(sql, person, 1);
    const [card] = await sql`select id from public.draft_assets where draft_id = ${draftId}`;
    const [row] = await as<{ id: string }>(
      sql,
      person,
      (db) => db`select public.regenerate_asset(${draftId}, ${card?.id}) as id`,
    );
    const ticket = await queue.take({ at: 60 });
    const [gate] = await sql`
      select public.record_prediction(${ticket.id}, 1, '{}', 'h', ${queue.at(60)}) ->> 'prediction_id' as id`;
    await sql`select public.save_prediction(${gate?.id}, 1, 'external', ${queue.at(60)})`;
    await queue.fail(ticket, { code: "provider_failed", at: 61 });
    expect((await trail(row?.id)).filter((entry) => !entry.startsWith("progressed"))).toEqual([
      `created by ${person.sub}`,
      "started by worker-1",
      "failed by provider",
    ]);
  });

  it("cannot be two trails: fifty changes at once are fifty numbers", async () => {
    const [id = ""] = await queue.enqueue(person, {});
    await queue.take();
    await Promise.all(
      Array.from(
        { length: 50 },
        (_, n) => sql`select public.update_job_progress(${id}, 1, ${n + 10}, ${`step ${n}`})`,
      ),
    );
    const sequences = (await queue.events(id)).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: 52 }, (_, n) => n));
  });
});

describe("a job has no value out of bounds", () => {
  const wrong = {
    payload_version: 0,
    priority: 11,
    weight: 0,
    max_retries: -1,
    credits: -1,
    unmet_dependencies: -1,
    idempotency_key: "",
  };

  it.each(Object.entries(wrong))("%s", async (column, value) => {
    const refusal = { code: "23514", message: expect.stringContaining(column) };
    const fields = { user_id: person.sub, type: "notify", [column]: value };
    await expect(sql`insert into public.jobs ${sql(fields)}`).rejects.toMatchObject(refusal);
    const [id = ""] = await queue.enqueue(person, {});
    await expect(
      sql`update public.jobs set ${sql({ [column]: value })} where id = ${id}`,
    ).rejects.toMatchObject(refusal);
  });

  it.each([
    ["ended without an end", { status: "completed", progress: 100 }],
    [
      "completed without all of its progress",
      { status: "completed", completed_at: new Date(), progress: 99 },
    ],
    ["failed without a reason", { status: "failed", completed_at: new Date() }],
    ["running without a lease", { status: "processing" }],
    ["waiting with a lease", { lease_expires_at: new Date() }],
    ["of more progress than there is", { progress: 101 }],
  ])("%s", async (_, fields) => {
    await expect(
      sql`insert into public.jobs ${sql({ user_id: person.sub, type: "notify", ...fields })}`,
    ).rejects.toMatchObject({ code: "23514", constraint_name: "jobs_are_whole" });
  });
});

describe("the state machine", () => {
  const statuses = ["pending", "processing", "completed", "failed", "cancelled"];
  const legal = new Set([
    "pending > processing",
    "pending > failed",
    "pending > cancelled",
    "processing > pending",
    "processing > completed",
    "processing > failed",
    "processing > cancelled",
  ]);
  const columns = (status: string) => ({
    status,
    progress: status === "completed" ? 100 : 0,
    completed_at: ["completed", "failed", "cancelled"].includes(status) ? queue.at(0) : null,
    lease_expires_at: status === "processing" ? queue.at(60) : null,
    error_code: status === "failed" ? "x" : null,
  });

  it.each(statuses)(
    "lets a job leave %s only on the ways that there are, in a session of any past",
    async (from) => {
      for (const to of statuses.filter((status) => status !== from)) {
        const [row] =
          await sql`insert into public.jobs ${sql({ user_id: person.sub, type: "notify", ...columns(from) })} returning id`;
        const change = () => sql`update public.jobs set ${sql(columns(to))} where id = ${row?.id}`;
        if (legal.has(`${from} > ${to}`)) await change();
        else await expect(change(), `${from} > ${to}`).rejects.toMatchObject({ message: "job_finished" });
        // A session in which a retry was made remembers an empty name instead of none.
        await sql`select set_config('private.retrying', '', true)`;
      }
    },
  );

  it("gives nobody another job's permission to be retried", async () => {
    const [one, other] = await queue.enqueue(person, {}, {});
    for (const ticket of await queue.claim()) await queue.fail(ticket);
    await expect(
      sql.begin(async (db) => {
        await db`select set_config('private.retrying', ${one ?? ""}, true)`;
        await db`update public.jobs set status = 'pending', completed_at = null where id = ${other ?? ""}`;
      }),
    ).rejects.toMatchObject({ message: "job_finished" });
  });
});

describe("the dashboard's channel", () => {
  const messages = async () =>
    (await sql`select payload from realtime.messages where topic = 'admin:jobs' order by inserted_at`).map(
      ({ payload }) => payload,
    );
  const during = async (work: () => Promise<unknown>) => {
    await sql`delete from realtime.messages`;
    await work();
    return messages();
  };

  it("gets one message for all jobs of one statement, with whose they are", async () => {
    const [{ email } = {}] = await sql`select email from public.profiles where id = ${person.sub}`;
    const sent = await during(() => queue.enqueue(person, {}, {}, {}));
    expect(sent).toMatchObject([
      { schema: "public", table: "jobs", operation: "INSERT", sequence: null, count: 3 },
    ]);
    expect(sent[0].records).toHaveLength(3);
    expect(sent[0].records[0]).toMatchObject({ status: "pending", user_email: email, lease_owner: null });
    const claimed = await during(() => queue.claim());
    expect(claimed).toMatchObject([{ operation: "UPDATE", count: 3 }]);
    expect(claimed[0].records[0]).toMatchObject({ status: "processing", lease_owner: "worker-1" });
  });

  it("gets twenty records at most: of more it is only told how many", async () => {
    const jobs = (count: number) => Array.from({ length: count }, () => ({}));
    const [twenty] = await during(() => queue.enqueue(person, ...jobs(20)));
    expect([twenty.count, twenty.records.length]).toEqual([20, 20]);
    const [more] = await during(() => queue.enqueue(person, ...jobs(21)));
    expect([more.count, more.records.length]).toEqual([21, 0]);
    const change = (count: number) => () =>
      sql`update public.jobs set priority = priority + 1
        where id in (select id from public.jobs order by id limit ${count})`;
    const [changed] = await during(change(20));
    expect([changed.count, changed.records.length]).toEqual([20, 20]);
    const [many] = await during(change(21));
    expect([many.count, many.records.length]).toEqual([21, 0]);
  });

  it("is told the same of a job as a list of jobs says", async () => {
    const admin = await queue.newAdmin();
    const [id = ""] = await queue.enqueue(person, {});
    const [sent] = await during(() => queue.take());
    const [row] = await as<{ page: { items: unknown[] } }>(
      sql,
      admin,
      (db) => db`select public.list_jobs(${db.json({ text: id })}, true) as page`,
    );
    expect([{ ...sent.records[0], result: null }]).toEqual(row?.page.items);
  });

  it("gets nothing of what nobody can see: a heartbeat, a met dependency, a refused call", async () => {
    const first = crypto.randomUUID();
    await queue.enqueue(person, { id: first }, { depends_on: [first] });
    const ticket = await queue.take();
    expect(await during(() => sql`select public.heartbeat_job(${ticket.id}, 1)`)).toEqual([]);
    expect(await during(() => queue.claim())).toEqual([]);
    expect(await during(() => queue.complete(ticket))).toMatchObject([{ count: 1 }]);
    expect(await during(() => queue.complete(ticket).catch(() => {}))).toEqual([]);
  });
});

describe("the channel of a draft", () => {
  it("numbers its messages without a gap, in commit order", async () => {
    const draftId = await finishedDraft(sql, person, 5);
    const rows = await sql<{ sequence: number }[]>`
      select (payload ->> 'sequence')::int as sequence from realtime.messages
      where topic = ${`draft:${draftId}`} order by 1`;
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.length).toBeGreaterThan(5);
  });

  it("numbers several jobs of one statement in the order in which they were made", async () => {
    const draftIds = [await finishedDraft(sql, person, 2), await finishedDraft(sql, person, 2)];
    await sql`delete from realtime.messages`;
    const before = await sql`select draft_id, sequence from private.topic_sequences order by draft_id`;
    await sql`update public.jobs set priority = 9 where draft_id = any (${draftIds}) and not is_parent`;
    for (const draftId of draftIds) {
      const sent = await sql<{ id: string; sequence: number }[]>`
        select payload -> 'record' ->> 'id' as id, (payload ->> 'sequence')::int as sequence from realtime.messages
        where topic = ${`draft:${draftId}`} order by inserted_at`;
      const jobs = await sql<{ id: string }[]>`
        select id from public.jobs where draft_id = ${draftId} and not is_parent order by created_at`;
      const from = Number(before.find((row) => row.draft_id === draftId)?.sequence);
      expect([...sent]).toEqual(jobs.map(({ id }, index) => ({ id, sequence: from + 1 + index })));
    }
  });

  it("is the only one of its person that is told of jobs: no page shows one without a draft", async () => {
    await sql`delete from realtime.messages`;
    await queue.enqueue(person, {}, {});
    await queue.complete(await queue.take());
    expect(await sql`select from realtime.messages where topic like 'user:%'`).toHaveLength(0);
  });
});

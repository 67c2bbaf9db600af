import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newDraft } from "../fixtures/engine.ts";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";
import { untilWaiting } from "../fixtures/waiting.ts";

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

describe("a job whose worker is silent", () => {
  it("is taken back when its lease has run out, and not a moment before", async () => {
    const [id] = await queue.enqueue(person, {});
    await queue.take();
    expect(await queue.reap(60)).toBe(0);
    expect(await queue.reap(60.001)).toBe(1);
    expect(await queue.job(id)).toMatchObject({
      status: "pending",
      death_count: 1,
      retry_count: 0,
      run_at: queue.at(60.001),
      error_code: "worker_died",
      lease_owner: null,
    });
    expect((await queue.take({ at: 61 })).attempt).toBe(2);
  });

  it("is set aside when it has killed five workers", async () => {
    const [id] = await queue.enqueue(person, {});
    for (let death = 1; death <= 5; death += 1) {
      expect((await queue.take({ at: death * 120 })).attempt).toBe(death);
      expect(await queue.reap(death * 120 + 61)).toBe(1);
    }
    expect(await queue.job(id)).toMatchObject({
      status: "failed",
      error_code: "worker_died",
      death_count: 5,
      retry_count: 0,
      completed_at: queue.at(661),
    });
    expect(await queue.claim({ at: 3000 })).toEqual([]);
  });

  it("is left to a worker whose heartbeat comes while the reaper looks at it", async () => {
    const [id] = await queue.enqueue(person, {});
    const ticket = await queue.take();
    let reaped: Promise<number> | undefined;
    await sql.begin(async (db) => {
      await db`select public.heartbeat_job(${ticket.id}, 1, ${queue.at(59)})`;
      reaped = queue.reap(61);
      await untilWaiting(sql);
    });
    expect(await reaped).toBe(0);
    expect(await queue.job(id)).toMatchObject({ status: "processing", attempt: 1, death_count: 0 });
  });
});

describe("a job that the provider holds", () => {
  it("is tried again when its model took longer than it may, which is no worker's death", async () => {
    const [id] = await queue.enqueue(person, { type: "generate_image" });
    const ticket = await queue.take();
    const [gate] = await sql`
      select public.record_prediction(${ticket.id}, 1, '{}', 'h', ${queue.at(0)}) ->> 'prediction_id' as prediction`;
    await sql`select public.save_prediction(${gate?.prediction}, 1, 'slow', ${queue.at(1)})`;
    expect(await queue.reap(121)).toBe(0);
    expect(await queue.reap(122)).toBe(1);
    expect(await queue.job(id)).toMatchObject({
      status: "pending",
      error_code: "provider_timeout",
      retry_count: 1,
      death_count: 0,
      external_id: null,
    });
  });
});

describe("a job that never started", () => {
  it("fails as expired when its time is over, with what waits for it", async () => {
    const first = crypto.randomUUID();
    const [, second] = await queue.enqueue(
      person,
      { id: first, expires_at: queue.at(100) },
      { depends_on: [first], expires_at: queue.at(200) },
    );
    expect(await queue.reap(99)).toBe(0);
    expect(await queue.reap(100)).toBe(1);
    expect(await queue.job(first)).toMatchObject({
      status: "failed",
      error_code: "expired",
      completed_at: queue.at(100),
    });
    expect(await queue.job(second)).toMatchObject({ status: "cancelled", error_code: "dependency_failed" });
  });

  it("does not expire while it waits for others, and has its time from when the last of them is there", async () => {
    const ids = [crypto.randomUUID(), crypto.randomUUID()];
    await queue.enqueue(person, ...ids.map((id) => ({ id, expires_at: queue.at(9000) })));
    const [film] = await queue.enqueue(person, {
      type: "translate",
      depends_on: ids,
      expires_at: queue.at(100),
    });
    const [first, second] = [await queue.take(), await queue.take()];
    await queue.complete(first, 50);
    expect(await queue.reap(5000)).toBe(1);
    expect(await queue.job(film)).toMatchObject({ status: "pending", expires_at: queue.at(100) });
    const again = await queue.take({ at: 5100 });
    expect(again.id).toBe(second.id);
    await queue.complete(again, 5110);
    expect(await queue.job(film)).toMatchObject({ unmet_dependencies: 0, expires_at: queue.at(5110 + 3600) });
    expect(await queue.reap(5110 + 3599)).toBe(0);
    expect(await queue.reap(5110 + 3600)).toBe(1);
    expect(await queue.job(film)).toMatchObject({ status: "failed", error_code: "expired" });
  });

  it("does not expire while it is paused by type, by person or altogether", async () => {
    const other = await queue.newPerson();
    const [typed] = await queue.enqueue(person, { type: "translate", expires_at: queue.at(10) });
    const [personal, free] = [
      ...(await queue.enqueue(other, { type: "notify", expires_at: queue.at(10) })),
      ...(await queue.enqueue(person, { type: "notify", expires_at: queue.at(10) })),
    ];
    await sql`insert into public.job_pauses (type, user_id) values ('translate', null), (null, ${other.sub})`;
    expect(await queue.reap(20)).toBe(1);
    const statuses = await Promise.all(
      [typed, personal, free].map(async (id) => (await queue.job(id)).status),
    );
    expect(statuses).toEqual(["pending", "pending", "failed"]);
    await sql`update public.job_pauses set resumed_at = now()`;
    await sql`insert into public.job_pauses default values`;
    expect(await queue.reap(30)).toBe(0);
    await sql`update public.job_pauses set resumed_at = now()`;
    expect(await queue.reap(30)).toBe(2);
  });

  it("does not expire once it has started, however long its retries take", async () => {
    await queue.enqueue(person, { expires_at: queue.at(10) });
    await queue.fail(await queue.take(), { isRetryable: true });
    expect(await queue.reap(5000)).toBe(0);
  });
});

describe("a request whose answer was lost", () => {
  it("is closed an hour after its job was stopped, and not while the job may still adopt it", async () => {
    const [id] = await queue.enqueue(person, { type: "generate_image" });
    const ticket = await queue.take();
    const [gate] = await sql`
      select public.record_prediction(${ticket.id}, 1, '{}', 'h', ${queue.at(0)}) ->> 'prediction_id' as prediction`;
    const statusAfter = async (seconds: number) => {
      await queue.reap(seconds);
      return (await sql`select status from public.predictions where id = ${gate?.prediction}`)[0]?.status;
    };
    expect(await statusAfter(3700)).toBe("submitting");
    await queue.call(person, "cancel_job", id);
    expect(await statusAfter(3599)).toBe("submitting");
    expect(await statusAfter(3601)).toBe("lost");
  });
});

it("a second reaper does nothing while one is at work", async () => {
  await queue.enqueue(person, {});
  await queue.take();
  await sql.begin(async (db) => {
    const [first] = await db`select public.reap_expired_jobs(${queue.at(61)}) as n`;
    expect([first?.n, await queue.reap(61)]).toEqual([1, 0]);
  });
  expect(await queue.reap(61)).toBe(0);
});

it("numbers its messages in everybody's order, so that it and a claim of several drafts do not deadlock", async () => {
  const [first, second] = (await Promise.all([newDraft(sql, person), newDraft(sql, person)])).sort();
  const jobs = await queue.enqueue(
    person,
    { type: "generate_concepts", draft_id: first, expires_at: queue.at(10) },
    { type: "generate_concepts", draft_id: second },
  );
  await sql`update public.jobs set status = 'processing', attempt = 1, started_at = now(), lease_owner = 'worker',
    lease_expires_at = ${queue.at(5)}, deadline_at = ${queue.at(600)} where id = ${jobs[1] ?? ""}`;
  let reaped: Promise<number> | undefined;
  await sql.begin(async (claim) => {
    await claim`select from private.topic_sequences where draft_id = ${first ?? ""} for update`;
    reaped = queue.reap(20);
    await untilWaiting(sql);
    await claim`select from private.topic_sequences where draft_id = ${second ?? ""} for update`;
  });
  expect(await reaped).toBe(2);
});

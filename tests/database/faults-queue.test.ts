import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { type Claimed, claim, complete, generate, newDraft, resultFor } from "../fixtures/engine.ts";
import { as, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;

beforeAll(async () => {
  sql = await freshDatabase({ max: 50 });
});

/** Jobs without a draft: of this user, this many. */
async function enqueue(userId: string | undefined, count: number, extra: object = {}): Promise<string[]> {
  const jobs = Array.from({ length: count }, () => ({
    user_id: userId,
    type: "publish",
    payload: {},
    ...extra,
  }));
  const rows = await sql<{ id: string }[]>`
    select id from public.enqueue_jobs(${sql.json(jobs as postgres.JSONValue)}) as id`;
  return rows.map(({ id }) => id);
}

/** What a person has paid and got back, oldest first. */
const entriesOf = (jobId: string) =>
  sql`select kind, credits from public.credit_entries where job_id = ${jobId} order by id`;

describe("fifty workers that claim at once", () => {
  it("give each of a thousand jobs, of which one at a time may run, to one of them", {
    timeout: 600_000,
  }, async () => {
    const { owner } = await newCast(sql);
    await sql`update private.settings set user_running_limit = 1`;
    const ids: string[] = [];
    const taken: string[] = [];
    for (let round = 0; round < 1000; round += 1) {
      if (round % 50 === 0) ids.push(...(await enqueue(owner.sub, 50)));
      // Two meet as hard as fifty do, and leave time for a thousand meetings.
      const workers = round % 50 === 0 ? 50 : 2;
      const claims = await Promise.all(
        Array.from({ length: workers }, (_, n) => claim(sql, { worker: `worker-${n}`, limit: 1 })),
      );
      const jobs = claims.flat();
      expect(jobs).toHaveLength(1);
      for (const { id, attempt } of jobs) {
        taken.push(id);
        await sql`select public.complete_job(${id}, ${attempt}, '{}')`;
      }
    }
    await sql`update private.settings set user_running_limit = default`;
    expect(new Set(taken)).toEqual(new Set(ids));
  });
});

describe("a job that ends in several ways at once", () => {
  it("five hundred cancellations at any moment of a completion leave one end, and what was not made is paid back once", {
    timeout: 600_000,
  }, async () => {
    const ends = { completed: 0, cancelled: 0 };
    for (let batch = 0; batch < 50; batch += 1) {
      const { owner } = await newCast(sql);
      // Not of a model: what a model made without a prediction would be a reuse, which costs nothing.
      const ids = await enqueue(owner.sub, 10, { type: "notify", credits: 3 });
      await sql`
        insert into public.credit_entries (user_id, job_id, kind, round, credits)
        select ${owner.sub ?? ""}, id, 'charge', round, 3 from public.jobs where id = any (${ids})`;
      await sql`
        update public.jobs set status = 'processing', attempt = 1, lease_owner = 'worker',
          lease_expires_at = now() + interval '1 minute', started_at = now() where id = any (${ids})`;
      await Promise.all(
        ids.map(async (id, place) => {
          const cancel = () => as(sql, owner, (db) => db`select public.cancel_job(${id})`);
          const finish = async () =>
            sql`select public.complete_job(${id}, 1, ${sql.json(resultFor(pictureOf(id, owner.sub)))})`;
          // In each batch one comes surely before the other, and the other way round; the rest meet as they may.
          const moves = place % 2 === 0 ? [cancel, finish] : [finish, cancel];
          const settled: PromiseSettledResult<unknown>[] = [];
          if (place < 2) for (const move of moves) settled.push(...(await Promise.allSettled([move()])));
          else settled.push(...(await Promise.allSettled(moves.map((move) => move()))));
          expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
        }),
      );
      for (const id of ids) {
        const events = await sql<{ to_status: "completed" | "cancelled" }[]>`
          select to_status from public.job_events where job_id = ${id} and to_status in ('completed', 'failed', 'cancelled')`;
        expect(events).toHaveLength(1);
        const end = events[0]?.to_status ?? "completed";
        ends[end] += 1;
        const refund = end === "cancelled" ? [{ kind: "refund", credits: 3 }] : [];
        expect([...(await entriesOf(id))]).toEqual([{ kind: "charge", credits: 3 }, ...refund]);
      }
    }
    expect(ends.completed + ends.cancelled).toBe(500);
    expect(Math.min(ends.completed, ends.cancelled)).toBeGreaterThanOrEqual(50);
  });

  it("failure, cancellation and reaper together pay back once, piece by piece and as a whole", async () => {
    for (let round = 0; round < 20; round += 1) {
      const { owner } = await newCast(sql);
      const draftId = await newDraft(sql, owner, { count: 3 });
      const parentId = await generate(sql, owner, draftId);
      const before = await creditsOf(owner.sub);
      for (const job of await claim(sql, { worker: "concepts" })) await complete(sql, job);
      const held = (await claim(sql, { worker: "pictures" })).filter(({ user_id }) => user_id === owner.sub);
      await sql`update public.jobs set lease_expires_at = now() - interval '1 second', death_count = 4
        where id = any (${held.map(({ id }) => id)})`;
      await Promise.allSettled([
        ...held.map(
          ({ id, attempt }) => sql`select public.fail_job(${id}, ${attempt}, 'x', 'y', null, false)`,
        ),
        as(sql, owner, (db) => db`select public.cancel_job(${parentId})`),
        sql`select public.reap_expired_jobs()`,
        sql`select public.reap_expired_jobs()`,
      ]);
      const refunds = (await entriesOf(parentId)).filter(({ kind }) => kind === "refund");
      expect(refunds).toHaveLength(1);
      const [{ kept } = {}] = await sql`
        select coalesce(sum(credits), 0)::int as kept from public.jobs where parent_id = ${parentId} and status = 'completed'`;
      const [{ paid } = {}] = await sql`select private.paid_credits(${parentId}) as paid`;
      expect(paid).toBe(kept);
      expect(await creditsOf(owner.sub)).toBe(before + Number(refunds[0]?.credits));
    }
  });
});

const creditsOf = async (userId: string | undefined) =>
  (
    await sql`select (private.quota_of(${userId ?? ""}, now()) #>> '{credits,left}')::integer as credits_left`
  )[0]?.credits_left as number;

const pictureOf = (id: string, userId: string | undefined) =>
  ({ id, type: "generate_image", user_id: userId ?? "" }) as Claimed;

describe("ticks of the schedule", () => {
  const wakeUps = async () =>
    Number(
      (await sql`select count(*)::int as n from net.http_request_queue where url like '%job-scheduler'`)[0]
        ?.n,
    );

  it("ten at once call the scheduler once", async () => {
    await sql`select vault.create_secret('http://127.0.0.1:9', 'project_url'), vault.create_secret('key', 'worker_key')`;
    await sql`delete from net.http_request_queue`;
    const begun = await Promise.all(Array.from({ length: 10 }, () => sql.reserve()));
    for (const session of begun) await session`begin`;
    for (const session of begun) await session`select private.tick()`;
    for (const session of begun) await session`commit`;
    for (const session of begun) session.release();
    expect(await wakeUps()).toBe(1);
  });

  it("ten schedulers at once take each dead worker's job back once", async () => {
    const { owner } = await newCast(sql);
    const ids = await enqueue(owner.sub, 3);
    await claim(sql, { worker: "dead" });
    await sql`update public.jobs set lease_expires_at = now() - interval '1 second' where id = any (${ids})`;
    const counts = await Promise.all(
      Array.from({ length: 10 }, async () => (await sql`select public.reap_expired_jobs() as n`)[0]?.n),
    );
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(3);
    const rows = await sql`select status, death_count from public.jobs where id = any (${ids})`;
    expect(rows.map((row) => ({ ...row }))).toEqual(Array(3).fill({ status: "pending", death_count: 1 }));
  });

  it("a backlog after a silence is drained without more at once than the limits allow", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => newCast(sql)));
    await sql`update public.models set max_concurrency = 7 where job_type = 'generate_image'`;
    const [{ id: model } = {}] = await sql`select id from public.models where job_type = 'generate_image'`;
    for (const { owner } of people) await enqueue(owner.sub, 12, { type: "generate_image" });
    const owners = new Set(people.map(({ owner }) => owner.sub));
    const silence = new Date(Date.now() + 10 * 60_000);
    let most = 0;
    let done = 0;
    for (let jobs: Claimed[] = [], rounds = 0; rounds < 100 && done < 72; rounds += 1) {
      const claimed = await Promise.all(
        Array.from({ length: 10 }, (_, n) => claim(sql, { worker: `tick-${n}`, now: silence })),
      );
      jobs = claimed.flat();
      const [running] = await sql`
        select count(*)::int as of_model, max(n) as of_user from (
          select count(*) over (partition by user_id) as n from public.jobs where model_id = ${model} and status = 'processing') r`;
      most = Math.max(most, running?.of_model);
      expect(Number(running?.of_user)).toBeLessThanOrEqual(3);
      for (const job of jobs) await complete(sql, job);
      done += jobs.filter(({ user_id }) => owners.has(user_id)).length;
    }
    expect([done, most]).toEqual([72, 7]);
  });
});

describe("the day of a quota", () => {
  const take = (userId: string | undefined, now: string) =>
    sql`select private.take_request(${userId ?? ""}, false, 0, ${now}::timestamptz)`;
  const daysOf = async (userId: string | undefined) =>
    (
      await sql`select to_char(day, 'YYYY-MM-DD') as day, day_count from public.user_quotas where user_id = ${userId ?? ""}`
    )[0];

  beforeAll(async () => {
    await sql`update public.plans set requests_per_hour = 100, requests_per_day = 3`;
  });

  it.each([
    ["an ordinary midnight", "2026-11-21T23:59:59.999Z", "2026-11-22T00:00:00Z", "2026-11-22"],
    ["the day on which clocks go forward", "2027-03-28T23:59:59Z", "2027-03-29T00:00:00Z", "2027-03-29"],
    ["the day on which clocks go back", "2026-10-25T23:59:59Z", "2026-10-26T00:00:00Z", "2026-10-26"],
    ["the eve of a leap day", "2028-02-28T23:59:59Z", "2028-02-29T00:00:00Z", "2028-02-29"],
    ["a leap day", "2028-02-29T23:59:59Z", "2028-03-01T00:00:00Z", "2028-03-01"],
    ["the last day of the year", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z", "2027-01-01"],
  ])("ends at midnight in UTC: %s", async (_what, before, after, day) => {
    const { owner } = await newCast(sql);
    for (const _ of [1, 2, 3]) await take(owner.sub, before);
    await expect(take(owner.sub, before)).rejects.toMatchObject({
      message: "rate_limited",
      hint: new Date(after).toISOString(),
    });
    await take(owner.sub, after);
    expect(await daysOf(owner.sub)).toEqual({ day, day_count: 1 });
  });

  it("is the same wherever the session says that it is, and a clock that goes back grants nothing twice", async () => {
    const { owner } = await newCast(sql);
    await sql.begin(async (db) => {
      await db`set local timezone = 'Pacific/Kiritimati'`;
      for (const _ of [1, 2, 3])
        await db`select private.take_request(${owner.sub ?? ""}, false, 0, '2026-11-21T23:30:00Z'::timestamptz)`;
    });
    expect(await daysOf(owner.sub)).toEqual({ day: "2026-11-21", day_count: 3 });
    await expect(take(owner.sub, "2026-11-21T10:30:00Z")).rejects.toThrow("rate_limited");
    await expect(take(owner.sub, "2026-11-20T23:30:00Z")).rejects.toThrow("rate_limited");
  });
});

import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import {
  type Claimed,
  claim,
  complete,
  drain,
  finishedDraft,
  generate,
  newDraft,
} from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Change {
  action?: string | null;
  filter?: postgres.JSONValue;
  priority?: number | null;
  isDryRun?: boolean;
  limit?: number;
}
interface Outcome {
  matched: number;
  changed: number;
  refused: number;
  next: { created_at: string; id: string } | null;
}

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase({ max: 30 });
});

beforeEach(async () => {
  await sql`truncate public.jobs, public.credit_entries cascade`;
  cast = await newCast(sql);
});

function change(change: Change, person: keyof Cast = "admin"): Promise<Outcome> {
  const { action = "cancel", filter = {}, priority = null, isDryRun = false, limit = 200 } = change;
  return ask(
    sql,
    cast[person],
    (db) =>
      db`select public.change_jobs(${action}, ${db.json(filter)}, ${priority}, ${isDryRun}, ${limit}) as answer`,
  );
}

const statuses = async () =>
  Object.fromEntries(
    (await sql`select status, count(*)::int as n from public.jobs group by 1`).map(({ status, n }) => [
      status,
      n,
    ]),
  );

/** Pieces that wait on their own, for as many people. */
async function enqueueForMany(people: number, each: number): Promise<void> {
  for (let n = 0; n < people; n += 1) {
    const { owner } = await newCast(sql);
    await sql`select public.enqueue_jobs((select jsonb_agg(jsonb_build_object('user_id', ${owner.sub ?? ""}::text, 'type', 'notify'))
      from generate_series(1, ${each})))`;
  }
}

/** Batch after batch, as the dashboard does it. */
async function changeAll(wanted: Change): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let after: Outcome["next"] = null;
  do {
    const filter = { ...(wanted.filter as object), ...(after && { after }) };
    const outcome: Outcome = await change({ ...wanted, filter });
    outcomes.push(outcome);
    after = outcome.next;
  } while (after);
  return outcomes;
}

const sum = (outcomes: Outcome[], key: "changed" | "refused") =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0);

describe("who may change many jobs at once", () => {
  it("is an admin, for a trial as for the deed", async () => {
    await enqueueForMany(1, 3);
    for (const isDryRun of [true, false]) {
      for (const person of ["owner", "stranger", "support"] as const)
        await expect(change({ isDryRun }, person)).rejects.toMatchObject({
          message: "forbidden",
          code: "PT403",
        });
      await expect(change({ isDryRun }, "anonymous")).rejects.toMatchObject(notGranted);
    }
    expect(await statuses()).toEqual({ pending: 3 });
    expect(await change({})).toEqual({ matched: 3, changed: 3, refused: 0, next: null });
  });
});

describe("what cannot be done", () => {
  it.each<[string, Change]>([
    ["an action that there is not", { action: "delete" }],
    ["no action", { action: null }],
    ["a priority that is missing", { action: "reprioritise" }],
    ["a priority beyond ten", { action: "reprioritise", priority: 11 }],
    ["a priority below one", { action: "reprioritise", priority: 0 }],
    ["a filter with an unknown status", { filter: { status: ["done"] } }],
    ["a filter that is none", { filter: "all" }],
  ])("is refused with a code, and nothing changes: %s", async (_, wanted) => {
    await enqueueForMany(1, 2);
    await expect(change(wanted)).rejects.toMatchObject({ message: "validation_failed", code: "PT422" });
    expect(await statuses()).toEqual({ pending: 2 });
  });
});

describe("a trial", () => {
  it("counts what the deed would touch and changes nothing", async () => {
    await enqueueForMany(2, 4);
    await sql`update public.jobs set status = 'cancelled', completed_at = now() where id in (select id from public.jobs limit 3)`;
    const before = await sql`select id, status, priority, event_count from public.jobs order by id`;
    expect(await change({ action: "cancel", isDryRun: true })).toEqual({
      matched: 5,
      changed: 0,
      refused: 0,
      next: null,
    });
    expect((await change({ action: "retry", isDryRun: true })).matched).toBe(3);
    expect((await change({ action: "reprioritise", priority: 9, isDryRun: true })).matched).toBe(5);
    expect([...(await sql`select id, status, priority, event_count from public.jobs order by id`)]).toEqual([
      ...before,
    ]);
  });
});

describe("the deed", () => {
  it("goes through all that fits in batches, each job once, and leaves the rest alone", async () => {
    await enqueueForMany(5, 9);
    const { owner } = await newCast(sql);
    const spared = await generate(sql, owner, await newDraft(sql, owner));
    const outcomes = await changeAll({ filter: { type: ["notify"] }, limit: 7 });
    expect(outcomes.map(({ changed }) => changed)).toEqual([7, 7, 7, 7, 7, 7, 3]);
    expect(sum(outcomes, "refused")).toBe(0);
    expect(await statuses()).toMatchObject({ cancelled: 45 });
    const [row] = await sql`select status from public.jobs where id = ${spared}`;
    expect(row?.status).toBe("processing");
  });

  it("stops whole requests, gives their credits back and frees their drafts", async () => {
    const drafts = [];
    for (const person of [cast.owner, cast.stranger, cast.support]) {
      const draftId = await newDraft(sql, person, { count: 4 });
      await generate(sql, person, draftId);
      drafts.push(draftId);
    }
    for (const job of await claim(sql)) await complete(sql, job);
    const outcomes = await changeAll({ limit: 3 });
    expect(sum(outcomes, "changed")).toBeGreaterThan(0);
    const left = await sql`select id from public.jobs where status in ('pending', 'processing')`;
    expect(left).toHaveLength(0);
    const rows = await sql`select status, active_job_id from public.drafts where id in ${sql(drafts)}`;
    expect([...rows]).toEqual(drafts.map(() => ({ status: "draft", active_job_id: null })));
    const balance = await sql`
      select sum(case kind when 'charge' then credits else -credits end)::int as credits from public.credit_entries group by job_id`;
    expect([...balance].map(({ credits }) => credits)).toEqual([0, 0, 0]);
  });

  it("leaves alone what its owner stopped from being published", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    await as(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public')`);
    await as(
      sql,
      cast.owner,
      (db) => db`select public.cancel_job((select id from public.jobs where type = 'publish'))`,
    );
    expect(await change({ action: "retry", filter: { type: ["publish"] } })).toMatchObject({
      matched: 0,
      changed: 0,
    });
  });

  it("runs what failed again for free, and counts what cannot run as refused", async () => {
    const draftId = await newDraft(sql, cast.owner, { count: 3 });
    await generate(sql, cast.owner, draftId);
    for (const job of await claim(sql)) await complete(sql, job);
    for (const job of await claim(sql))
      await sql`select public.fail_job(${job.id}, ${job.attempt}, 'provider_rejected_input', 'no')`;
    const gone = await newDraft(sql, cast.stranger, { count: 1 });
    await generate(sql, cast.stranger, gone);
    await ask(sql, cast.stranger, (db) => db`select public.delete_draft(${gone}) as answer`);
    const quota = () =>
      sql`select hour_count, credits_left from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`;
    const [before] = await quota();
    const trial = await change({ action: "retry", isDryRun: true });
    const outcomes = await changeAll({ action: "retry", limit: 2 });
    expect(sum(outcomes, "changed")).toBe(3);
    expect(sum(outcomes, "changed") + sum(outcomes, "refused")).toBe(trial.matched);
    expect([...(await quota())]).toEqual([before]);
    expect(await drain(sql)).toBe(3);
    const [draft] = await sql`select status, progress from public.drafts where id = ${draftId}`;
    expect(draft).toEqual({ status: "ready", progress: 100 });
  });

  it("puts what it found before the rest, requests with their pieces", async () => {
    await generate(sql, cast.owner, await newDraft(sql, cast.owner));
    await change({ action: "reprioritise", priority: 10, filter: { type: ["generate_universe"] } });
    const rows = await sql`select distinct priority from public.jobs`;
    expect([...rows]).toEqual([{ priority: 10 }]);
    const events = await sql`select event, actor from public.job_events where event = 'reprioritised'`;
    expect([...events]).toEqual([
      { event: "reprioritised", actor: cast.admin.sub },
      { event: "reprioritised", actor: cast.admin.sub },
    ]);
  });
});

it("meets claims, completions, the reaper and other admins without a deadlock", {
  timeout: 240_000,
}, async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => newCast(sql)));
  await sql`update private.settings set lease_seconds = 2, user_running_limit = 6, retry_delays_seconds = '{1,1,1}'`;
  await sql`update public.models set max_concurrency = 60, timeout_seconds = 2`;
  for (const { owner } of people)
    for (let n = 0; n < 4; n += 1) await generate(sql, owner, await newDraft(sql, owner, { count: 8 }));
  const surprises: string[] = [];
  const done: Record<string, number> = {};
  const held: Claimed[] = [];
  // So long that they meet often and that each has had something to do, however slow the machine is.
  const busy = ["claimed", "completed", "stopped", "run again", "moved"];
  let turns = 0;
  const isOver = () => turns > 700 && busy.every((name) => (done[name] ?? 0) > 5);
  const again = (name: string, work: () => Promise<number | undefined>) => async () => {
    for (; !isOver() && turns < 20_000; turns += 1)
      await work().then(
        (n) => {
          done[name] = (done[name] ?? 0) + (n ?? 1);
        },
        ({ code, message }: { code?: string; message: string }) => {
          if (code !== "PT409") surprises.push(`${name}: ${message}`);
        },
      );
  };
  const claims = again("claimed", async () => {
    const jobs = await claim(sql, { limit: 6 });
    held.push(...jobs);
    return jobs.length;
  });
  const completions = again("completed", async () => {
    const job = held.splice(Math.floor(Math.random() * held.length), 1)[0];
    if (!job) return void (await sql`select 1`);
    await complete(sql, job);
    return 1;
  });
  const bulk = (name: string, wanted: Change) => again(name, async () => (await change(wanted)).changed);
  const pieces = { type: ["generate_image", "generate_concepts"] };
  await Promise.all(
    [
      claims,
      claims,
      claims,
      completions,
      completions,
      completions,
      again("reaped", async () => Number((await sql`select public.reap_expired_jobs() as n`)[0]?.n)),
      bulk("stopped", { filter: pieces, limit: 40 }),
      bulk("run again", { action: "retry", filter: pieces, limit: 20 }),
      bulk("run again as a whole", { action: "retry", filter: { type: ["generate_universe"] }, limit: 20 }),
      bulk("moved", { action: "reprioritise", priority: 3, limit: 25 }),
      bulk("moved", { action: "reprioritise", priority: 7, limit: 25 }),
    ].map((run) => run()),
  );
  expect([...new Set(surprises)]).toEqual([]);
  for (const name of busy) expect(done[name] ?? 0, name).toBeGreaterThan(5);
});

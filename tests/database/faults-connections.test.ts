import type { SupabaseClient } from "@supabase/supabase-js";
import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { patientFetch } from "../../lib/supabase/patient-fetch.ts";
import { type Engine, openEngine } from "../../supabase/functions/_shared/engine.ts";
import { openShakyDataApi, type ShakyDataApi } from "../fixtures/data-api.ts";
import { type Claimed, claim, complete, generate, newDraft, resultFor } from "../fixtures/engine.ts";
import { freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let api: ShakyDataApi;
let service: SupabaseClient;
let engine: Engine;
let owner: Awaited<ReturnType<typeof newCast>>["owner"];
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  api = await openShakyDataApi(sql);
  service = await api.clientOf({ role: "service_role" });
  engine = openEngine(service);
});

beforeEach(async () => {
  api.network.heal();
  ({ owner } = await newCast(sql));
  draftId = await newDraft(sql, owner, { count: 2 });
});

/** A picture job that a worker holds, with its concepts made. */
async function heldPicture(): Promise<Claimed> {
  await generate(sql, owner, draftId);
  for (const job of await claim(sql)) await complete(sql, job);
  const [job, ...rest] = await claim(sql);
  for (const other of rest) await complete(sql, other);
  if (!job) throw new Error("nothing claimed");
  return job;
}

const resultOf = (job: Claimed) => resultFor(job) as Record<string, unknown>;

const effectsOf = async (job: Claimed) => {
  const [row] = await sql`
    select j.status, (select count(*)::int from public.job_events where job_id = j.id and event = 'completed') as ends,
      (select count(*)::int from public.draft_asset_versions where asset_id = j.asset_id) as versions
    from public.jobs j where j.id = ${job.id}`;
  return row;
};

describe("an answer that is lost after the commit", () => {
  it("leaves one effect: the worker's second call finds the job done", async () => {
    const job = await heldPicture();
    api.network.loseAnswerTo("commit");
    await expect(engine.completeJob(job.id, job.attempt, resultOf(job))).rejects.toThrow("stale_attempt");
    expect(api.network.counts.lostAnswers).toBe(1);
    expect(await effectsOf(job)).toEqual({ status: "completed", ends: 1, versions: 1 });
  });

  it("gives the educator who asks again with the same key the same job", async () => {
    const educator = await api.clientOf(owner);
    const ask = () =>
      educator.rpc("request_generation", { p_draft_id: draftId, p_idempotency_key: "the-same-click" });
    const before = api.network.counts.lostAnswers;
    api.network.loseAnswerTo("commit");
    expect((await ask()).status).toBe(503);
    expect(api.network.counts.lostAnswers).toBe(before + 1);
    const again = await ask();
    const jobs = await sql`select id from public.jobs where draft_id = ${draftId} and is_parent`;
    expect([again.error, jobs.map(({ id }) => id)]).toEqual([null, [again.data]]);
  });
});

describe("a connection to the database", () => {
  const read = () => service.from("theme_templates").select("key").limit(1);

  it("that is dead without saying so costs one call, and the pool opens another", async () => {
    expect((await read()).status).toBe(200);
    const { connections } = api.network.counts;
    api.network.freeze();
    const refused = await read();
    expect([refused.status, refused.error?.code]).toEqual([503, "PGRST001"]);
    expect((await read()).status).toBe(200);
    expect(api.network.counts.connections).toBe(connections + 1);
  });

  it("that never comes about is refused, and works when the network does", async () => {
    api.network.blackHole();
    api.network.cut();
    await read();
    const { connections } = api.network.counts;
    expect((await read()).status).toBe(503);
    expect(api.network.counts.connections).toBeGreaterThan(connections);
    api.network.heal();
    expect((await read()).status).toBe(200);
  });

  it("that is reset in the middle of a job's end changes nothing, and the repeated call does it all", async () => {
    const job = await heldPicture();
    const lock = await sql.reserve();
    await lock`begin`;
    await lock`select from public.jobs where id = ${job.id} for update`;
    const ended = engine.completeJob(job.id, job.attempt, resultOf(job));
    await expect.poll(waitingForLocks).toBe(1);
    api.network.cut();
    await expect.poll(waitingForLocks).toBe(1);
    await lock`rollback`;
    lock.release();
    await ended.catch((error) => expect(String(error)).toContain("stale_attempt"));
    expect(await effectsOf(job)).toEqual({ status: "completed", ends: 1, versions: 1 });
  });

  it("may be slow and broken into single bytes", async () => {
    api.network.split(1);
    api.network.delay(1);
    const job = await heldPicture();
    await engine.completeJob(job.id, job.attempt, resultOf(job));
    expect(await effectsOf(job)).toEqual({ status: "completed", ends: 1, versions: 1 });
  });
});

async function waitingForLocks(): Promise<number> {
  const [row] = await sql`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'postgrest' and wait_event_type = 'Lock'`;
  return row?.n;
}

describe("sixty clients on two connections", () => {
  it("are told to come back while the two are busy, and none is left without an answer", async () => {
    const narrow = await openShakyDataApi(sql, { connections: 2, patienceMs: 200 });
    const client = await narrow.clientOf({ role: "service_role" });
    const lock = await sql.reserve();
    await lock`begin`;
    await lock`lock table public.theme_templates in access exclusive mode`;
    let isBlocked = true;
    const refusedWhileBlocked: unknown[] = [];
    const answers = Array.from({ length: 60 }, async () => {
      const { status, error } = await client.from("theme_templates").select("key").limit(1);
      if (isBlocked) refusedWhileBlocked.push(error?.code);
      return status;
    });
    await expect.poll(() => refusedWhileBlocked.length).toBe(58);
    expect(new Set(refusedWhileBlocked)).toEqual(new Set(["PGRST003"]));
    isBlocked = false;
    await lock`rollback`;
    lock.release();
    const statuses = await Promise.all(answers);
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    expect((await client.from("theme_templates").select("key").limit(1)).status).toBe(200);
  });

  it("are refused, not kept, when the server itself has no slot left", async () => {
    const [{ name } = {}] = await sql`select current_database() as name`;
    const crowded = await openShakyDataApi(sql);
    const client = await crowded.clientOf({ role: "service_role" });
    const read = () => client.from("theme_templates").select("key").limit(1);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'postgrest'`;
    await sql.unsafe(`alter database ${name} connection limit 0`);
    try {
      const refused = await Promise.all(Array.from({ length: 60 }, read));
      expect(new Set(refused.map(({ error }) => error?.code))).toEqual(new Set(["53300"]));
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
    } finally {
      await sql.unsafe(`alter database ${name} connection limit -1`);
    }
    expect((await read()).status).toBe(200);
  });
});

describe("two transactions in each other's way", () => {
  it("end well for the worker, which tries again", async () => {
    const job = await heldPicture();
    const codes: unknown[] = [];
    const watched = await api.clientOf({ role: "service_role" }, async (...request) => {
      const answer = await api.send(...request);
      codes.push(answer.ok ? "ok" : (await answer.clone().json()).code);
      return answer;
    });
    const other = await sql.reserve();
    await other`begin`;
    // This session never looks for deadlocks, so the other one loses.
    await other`set local deadlock_timeout = '1h'`;
    // Everything of ours takes the draft first; this one does not.
    await other`select from public.jobs where id = ${job.id} for update`;
    const progress = openEngine(watched).updateProgress(job.id, job.attempt, 50);
    await expect.poll(waitingForLocks).toBe(1);
    await other`select from public.drafts where id = ${draftId} for update`;
    await other`commit`;
    other.release();
    await progress;
    expect(codes).toEqual(["40P01", "ok"]);
    expect((await sql`select progress from public.jobs where id = ${job.id}`)[0]?.progress).toBe(50);
  });

  /** From now on this draft cannot be touched without a conflict; counts how often it was tried. */
  async function alwaysInConflict(): Promise<() => Promise<number>> {
    await sql.unsafe(`
      create sequence if not exists public.conflicts;
      select setval('public.conflicts', 1, false);
      create or replace function public.conflict() returns trigger language plpgsql security definer as $$
      begin
        perform nextval('public.conflicts');
        raise exception using errcode = '40001', message = 'could not serialize access due to concurrent update';
      end $$;
      create or replace trigger conflict before update or insert on public.jobs
        for each row when (new.draft_id = '${draftId}') execute function public.conflict();`);
    return async () => Number((await sql`select last_value from public.conflicts`)[0]?.last_value);
  }

  it("are given up after three tries, by the worker and by the studio, with an error that says so", async () => {
    const job = await heldPicture();
    let tries = await alwaysInConflict();
    await expect(engine.updateProgress(job.id, job.attempt, 60)).rejects.toThrow(/serialize.*40001/);
    expect(await tries()).toBe(3);
    tries = await alwaysInConflict();
    const studio = await api.clientOf(owner, patientFetch(undefined, api.send));
    const { error } = await studio.rpc("cancel_job", { p_job_id: job.id });
    expect([error?.code, await tries()]).toEqual(["40001", 3]);
    await sql`drop trigger conflict on public.jobs`;
    expect((await studio.rpc("cancel_job", { p_job_id: job.id })).error).toBeNull();
  });
});

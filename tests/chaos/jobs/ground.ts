import type postgres from "postgres";

/** The times of a run, from its lease, which is short so that many of them end within the run. */
export function timesOf(leaseSeconds: number) {
  return {
    leaseMilliseconds: leaseSeconds * 1000,
    /** Long enough for the lease to end and the reaper to come. */
    pauseMilliseconds: leaseSeconds * 1000 + 1500,
    /** A request without an answer may still be on its way this long, since no pause lasts longer. */
    graceSeconds: leaseSeconds + 3,
  };
}

const tables = `
  create schema chaos;
  create table chaos.effects (job_id uuid not null, attempt integer not null, worker text not null,
    at timestamptz not null default clock_timestamp());
  create table chaos.asked (job_id uuid not null);
  create table chaos.accepted (job_id uuid not null, attempt integer not null, worker text not null);
  create table chaos.sold (external_id text not null, prediction_id uuid not null, input_hash text not null,
    cost_micros bigint not null);
  create function chaos.finish(p_job_id uuid, p_attempt integer, p_worker text, p_result jsonb) returns void
  language plpgsql as $$
  begin
    perform public.complete_job(p_job_id, p_attempt, p_result);
    insert into chaos.effects (job_id, attempt, worker) values (p_job_id, p_attempt, p_worker);
  end
  $$;
  comment on function chaos.finish is 'A completion and its effect in one transaction: an effect is counted outside the job row.';
`;

/** Adds what a run counts in, and shortens every time of the engine. Workers are killed on purpose: none is poison. */
export async function layGround(sql: postgres.Sql, leaseSeconds: number): Promise<void> {
  await sql.unsafe(tables).simple();
  await sql`update private.settings set lease_seconds = ${leaseSeconds}, prediction_check_seconds = 1,
    retry_delays_seconds = '{1,1,1}', max_worker_deaths = 1000, user_running_limit = 3`;
  await sql`update public.models set max_concurrency = 500, timeout_seconds = 10`;
}

import type postgres from "postgres";

/**
 * For controls: the fence lets everybody pass, whatever attempt they name and whatever has become of the job. It locks in
 * the engine's order, since two who lock in different ones are another fault. Only ever called on a scratch database.
 */
export async function takeOutFence(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create or replace function private.hold_job(p_job_id uuid, p_attempt integer) returns public.jobs
    language plpgsql security definer set search_path = '' as $$
    declare
      v_job public.jobs;
    begin
      perform from public.drafts where id = (select draft_id from public.jobs where id = p_job_id) for no key update;
      select * into v_job from public.jobs where id = p_job_id for update;
      return v_job;
    end
    $$`);
}

-- The time that a job has to start begins when all that it needs is there.
set local lock_timeout = '1s';

create or replace function private.free_dependents(p_job public.jobs) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_job.status = 'completed' then
    update public.jobs set unmet_dependencies = unmet_dependencies - 1,
      expires_at = case when unmet_dependencies > 1 then expires_at
        else greatest(expires_at, p_job.completed_at + make_interval(secs => (select start_within_seconds from private.settings))) end
    where id in (select job_id from public.job_dependencies where depends_on_id = p_job.id) and unmet_dependencies > 0;
  else
    -- What waited for this can never start.
    update public.jobs set status = 'cancelled', completed_at = now(), error_code = 'dependency_failed',
      error_message = 'What this needed was not made.'
    where id in (select job_id from public.job_dependencies where depends_on_id = p_job.id) and status = 'pending';
  end if;
end
$$;
comment on function private.free_dependents is
  'A job has ended: what waited for it is nearer to its start, and has its time for that from the last such end on, or will never start.';

create or replace function private.expire_jobs(p_now timestamptz) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_count integer;
begin
  -- Rows that a claim has in its hands are starting; paused ones wait for who paused them, and a film for its picture.
  with late as (
    select j.id from public.jobs j
    where j.status = 'pending' and not j.is_parent and j.started_at is null and j.expires_at <= p_now and j.unmet_dependencies = 0
      and not exists (
        select from public.job_pauses p where p.resumed_at is null
          and (p.type = j.type or p.user_id = j.user_id or p.type is null and p.user_id is null))
    order by j.draft_id, j.created_at for update of j skip locked
  )
  update public.jobs j set status = 'failed', completed_at = p_now, error_code = 'expired',
    error_message = 'This did not start in time.'
  from late where j.id = late.id;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

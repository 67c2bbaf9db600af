-- Leases: prolonged by who holds the job, and the fence before every change of a held job.
set local lock_timeout = '1s';

create or replace function public.heartbeat_job(p_job_id uuid, p_attempt integer, p_now timestamptz default now())
returns timestamptz language plpgsql security definer set search_path = '' as $$
declare
  v_lease timestamptz;
begin
  update public.jobs set lease_expires_at = greatest(lease_expires_at, least(
    deadline_at, p_now + make_interval(secs => (select lease_seconds from private.settings))))
  where id = p_job_id and attempt = p_attempt and status = 'processing' and not is_parent
  returning lease_expires_at into v_lease;
  if v_lease is null then
    perform private.refuse('stale_attempt', 409, 'This attempt no longer holds the job.');
  end if;
  return v_lease;
end
$$;
comment on function public.heartbeat_job is
  'Prolongs the lease, but never past the attempt''s deadline; returns its new end. Refuses a stale attempt.';

create or replace function private.hold_job(p_job_id uuid, p_attempt integer) returns public.jobs
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
begin
  select * into v_job from public.jobs where id = p_job_id and draft_id is null for update;
  if v_job.id is null then
    perform from public.drafts where id = (select draft_id from public.jobs where id = p_job_id) for no key update;
    select * into v_job from public.jobs where id = p_job_id for update;
  end if;
  if v_job.id is null then
    perform private.refuse('not_found', 404, 'This job does not exist any more.');
  elsif v_job.status <> 'processing' or v_job.attempt <> p_attempt or v_job.is_parent then
    perform private.refuse('stale_attempt', 409,
      format('Attempt %s no longer holds this job: it is %s at attempt %s.', p_attempt, v_job.status, v_job.attempt));
  end if;
  -- Whoever holds it is who changes it, except for the reaper, who takes it away.
  if current_setting('private.actor', true) is distinct from 'reaper' then
    perform set_config('private.actor', coalesce(v_job.lease_owner, ''), true);
  end if;
  return v_job;
end
$$;

-- Reaping: what dead workers held goes back, what did not start in time has failed.
set local lock_timeout = '1s';

create function private.expire_jobs(p_now timestamptz) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_count integer;
begin
  -- Rows that a claim has in its hands are starting; paused ones wait for who paused them.
  with late as (
    select j.id from public.jobs j
    where j.status = 'pending' and not j.is_parent and j.started_at is null and j.expires_at <= p_now
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

create or replace function public.reap_expired_jobs(p_now timestamptz default now()) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_job record;
  v_count integer := 0;
begin
  -- Two reapers would take the same rows in turn, to no use.
  if not pg_try_advisory_xact_lock(hashtext('private.reaper')) then
    return 0;
  end if;
  perform set_config('private.actor', 'reaper', true);
  -- All drafts at first, in one order: what follows speaks on the topics of several of them.
  perform from public.drafts d where d.id in (
    select j.draft_id from public.jobs j where j.status = 'processing' and not j.is_parent and j.lease_expires_at < p_now
    union
    select j.draft_id from public.jobs j
    where j.status = 'pending' and not j.is_parent and j.started_at is null and j.expires_at <= p_now
  ) order by d.id for no key update;
  for v_job in
    select id, attempt, external_id from public.jobs
    where status = 'processing' and not is_parent and lease_expires_at < p_now order by draft_id, created_at
  loop
    begin
      -- A heartbeat that we waited for counts.
      perform from public.jobs where id = v_job.id and lease_expires_at < p_now for update;
      continue when not found;
      if v_job.external_id is null then
        perform private.take_back_job(v_job.id, v_job.attempt, p_now);
      else
        perform public.fail_job(v_job.id, v_job.attempt, 'provider_timeout', 'The model took too long.', null, true, null, p_now);
      end if;
      v_count := v_count + 1;
    exception when sqlstate 'PT409' or sqlstate 'PT404' then
      null; -- It ended while we looked.
    end;
  end loop;
  v_count := v_count + private.expire_jobs(p_now);
  -- A request whose answer was lost, and whose job no attempt will look after any more. A late webhook still reopens it.
  update public.predictions p set status = 'lost', completed_at = p_now
  where p.status = 'submitting'
    and p.created_at < p_now - make_interval(secs => (select orphan_grace_seconds from private.settings))
    and not exists (select from public.jobs j where j.id = p.job_id and j.status in ('pending', 'processing'));
  return v_count;
end
$$;

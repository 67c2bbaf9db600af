-- Failures by their kind: again later, when the provider is ready, when an admin says so, or not at all.
set local lock_timeout = '1s';

create function public.defer_job(
  p_job_id uuid, p_attempt integer, p_seconds numeric, p_code text, p_message text, p_now timestamptz default now()
) returns void language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  -- Nothing waits for ever: what could not be made in the time that it had to start in has failed.
  v_is_over boolean := p_now + make_interval(secs => p_seconds)
    > v_job.started_at + make_interval(secs => (select start_within_seconds from private.settings));
begin
  update public.jobs set
    status = case when v_is_over then 'failed'::public.job_status else 'pending' end,
    completed_at = case when v_is_over then p_now end,
    run_at = p_now + make_interval(secs => p_seconds),
    lease_owner = null, lease_expires_at = null, deadline_at = null, external_id = null,
    error_code = p_code, error_message = p_message
  where id = p_job_id;
end
$$;
comment on function public.defer_job is
  'Puts a held job back into the queue, due in p_seconds, without counting a retry. After an hour of this it fails.';

create function private.retry_delay(p_type public.job_type, p_retry integer) returns interval
language sql stable security definer set search_path = '' as $$
  select make_interval(secs => (0.9 + random() * 0.2) * d.delays[least(p_retry, cardinality(d.delays))])
  from private.settings s
  cross join lateral (select case when p_type = 'notify' then s.notify_retry_delays_seconds else s.retry_delays_seconds end) as d (delays)
$$;
comment on function private.retry_delay is 'How long to wait before this retry (1 is the first), with 10 % jitter.';

create function private.pause_models(p_reason text, p_now timestamptz) returns void
language sql security definer set search_path = '' as $$
  insert into public.job_pauses (type, reason, paused_at)
  select distinct job_type, p_reason, p_now from public.models where is_active
  on conflict do nothing
$$;
comment on function private.pause_models is 'Stops everything that asks a model, until an admin resumes it.';

drop function public.fail_job(uuid, integer, text, text, jsonb, boolean, integer, timestamptz);
create function public.fail_job(
  p_job_id uuid, p_attempt integer, p_code text, p_message text, p_detail jsonb default null,
  p_is_retryable boolean default false, p_retry_after_seconds numeric default null, p_now timestamptz default now()
) returns public.job_status language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  v_wait numeric := coalesce(p_retry_after_seconds, (select busy_provider_seconds from private.settings));
begin
  update public.jobs set error_detail = p_detail where id = p_job_id and p_detail is not null;
  if p_code = 'provider_busy' then
    update private.provider_state set held_until = greatest(held_until, p_now + make_interval(secs => v_wait));
    perform public.defer_job(p_job_id, p_attempt, v_wait, p_code, p_message, p_now);
  elsif p_code = 'provider_refused' then
    perform private.pause_models(p_code, p_now);
    -- Whoever mends this may need hours, and the job's time begins anew then.
    update public.jobs set started_at = p_now where id = p_job_id;
    perform public.defer_job(p_job_id, p_attempt, 0, p_code, p_message, p_now);
  elsif p_is_retryable and p_code <> 'model_unavailable' and v_job.retry_count < v_job.max_retries then
    update public.jobs set
      status = 'pending', retry_count = retry_count + 1, lease_owner = null, lease_expires_at = null, deadline_at = null,
      external_id = null, error_code = p_code, error_message = p_message,
      run_at = p_now + greatest(
        private.retry_delay(type, retry_count + 1), make_interval(secs => coalesce(p_retry_after_seconds, 0)))
    where id = p_job_id;
  else
    update public.jobs set
      status = 'failed', completed_at = p_now, lease_owner = null, lease_expires_at = null, deadline_at = null,
      error_code = p_code, error_message = p_message, actual_duration_ms = private.milliseconds(started_at, p_now)
    where id = p_job_id;
  end if;
  if p_code = 'model_unavailable' then
    update public.models set unavailable_since = p_now where id = v_job.model_id and unavailable_since is null;
  end if;
  return (select status from public.jobs where id = p_job_id);
end
$$;
comment on function public.fail_job is
  'Ends an attempt with an error. provider_busy holds all models and puts the job back, provider_refused pauses them, model_unavailable marks the model; else again after 5, 15, 45 s (or later, if the provider says so) when it may be retried, else failed.';

create or replace function private.take_back_job(p_job_id uuid, p_attempt integer, p_now timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  v_is_poison boolean := v_job.death_count + 1 >= (select max_worker_deaths from private.settings);
begin
  update public.jobs set
    death_count = death_count + 1, lease_owner = null, lease_expires_at = null, deadline_at = null,
    status = case when v_is_poison then 'failed'::public.job_status else 'pending' end,
    run_at = case when v_is_poison then run_at else p_now end,
    completed_at = case when v_is_poison then p_now end,
    error_code = 'worker_died', error_message = 'The worker stopped in the middle.'
  where id = p_job_id;
end
$$;

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

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

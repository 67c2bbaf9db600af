-- Failures: again later, not at all, or taken back from a worker that died.

create function public.fail_job(
  p_job_id uuid, p_attempt integer, p_code text, p_message text, p_detail jsonb default null,
  p_is_retryable boolean default false, p_retry_after_seconds integer default null, p_now timestamptz default now()
) returns public.job_status language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  v_delays integer[] := (select retry_delays_seconds from private.settings);
  v_delay numeric := v_delays[least(v_job.retry_count + 1, cardinality(v_delays))] * (0.9 + random() * 0.2);
begin
  if p_is_retryable and v_job.retry_count < v_job.max_retries then
    update public.jobs set
      status = 'pending', retry_count = retry_count + 1, lease_owner = null, lease_expires_at = null, external_id = null,
      run_at = p_now + make_interval(secs => greatest(v_delay, p_retry_after_seconds)),
      error_code = p_code, error_message = p_message, error_detail = p_detail
    where id = p_job_id;
    return 'pending';
  end if;
  update public.jobs set
    status = 'failed', completed_at = p_now, lease_owner = null, lease_expires_at = null,
    error_code = p_code, error_message = p_message, error_detail = p_detail,
    actual_duration_ms = extract(epoch from p_now - started_at) * 1000
  where id = p_job_id;
  return 'failed';
end
$$;
comment on function public.fail_job is
  'Ends an attempt with an error: again after 5, 15, 45 s (or later, if the provider says so) when it may be retried, else failed.';

create function private.take_back_job(p_job_id uuid, p_attempt integer, p_now timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  v_is_poison boolean := v_job.death_count + 1 >= (select max_worker_deaths from private.settings);
begin
  update public.jobs set
    death_count = death_count + 1, lease_owner = null, lease_expires_at = null,
    status = case when v_is_poison then 'failed'::public.job_status else 'pending' end,
    run_at = case when v_is_poison then run_at else p_now end,
    completed_at = case when v_is_poison then p_now end,
    error_code = 'worker_died', error_message = 'The worker stopped in the middle.'
  where id = p_job_id;
end
$$;
comment on function private.take_back_job is 'The worker of this attempt died: the job runs again, unless it has killed too many.';

create function public.reap_expired_jobs(p_now timestamptz default now()) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_job record;
  v_count integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('private.claims'));
  perform set_config('private.actor', 'reaper', true);
  for v_job in
    select id, attempt, external_id from public.jobs
    where status = 'processing' and not is_parent and lease_expires_at < p_now
  loop
    begin
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
  for v_job in
    select id, draft_id from public.jobs
    where status = 'pending' and not is_parent and started_at is null and expires_at <= p_now
  loop
    perform from public.drafts where id = v_job.draft_id for no key update;
    update public.jobs set status = 'failed', completed_at = p_now, error_code = 'expired',
      error_message = 'This did not start in time.'
    where id = v_job.id and status = 'pending' and started_at is null;
    v_count := v_count + 1;
  end loop;
  -- A request whose answer was lost, and whose job no attempt will look after any more. A late webhook still reopens it.
  update public.predictions p set status = 'lost', completed_at = p_now
  where p.status = 'submitting'
    and p.created_at < p_now - make_interval(secs => (select orphan_grace_seconds from private.settings))
    and not exists (select from public.jobs j where j.id = p.job_id and j.status in ('pending', 'processing'));
  return v_count;
end
$$;
comment on function public.reap_expired_jobs is
  'Takes back jobs whose lease ran out, fails those that never started in time and closes requests that nobody waits for. Returns how many jobs it touched.';

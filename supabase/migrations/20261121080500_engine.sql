-- The engine: put jobs in, claim them under a lease, finish or fail them, and take back what dead workers held.

create function private.wake(p_function text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_url text;
  v_key text;
begin
  -- One wake-up per transaction is enough, however many statements ask for it.
  if current_setting('private.woken', true) = txid_current()::text || p_function then
    return;
  end if;
  perform set_config('private.woken', txid_current()::text || p_function, true);
  select max(decrypted_secret) filter (where name = 'project_url'),
         max(decrypted_secret) filter (where name = 'worker_key')
  into v_url, v_key
  from vault.decrypted_secrets where name in ('project_url', 'worker_key');
  if v_url is null or v_key is null then
    raise warning 'no one is woken: the vault lacks project_url or worker_key';
    return;
  end if;
  perform net.http_post(
    url := v_url || '/functions/v1/' || p_function,
    body := '{}'::jsonb,
    headers := jsonb_build_object('content-type', 'application/json', 'apikey', v_key),
    timeout_milliseconds := 5000
  );
end
$$;
comment on function private.wake is 'Calls an Edge Function through pg_net. A hint only: the schedule finds what a lost call missed.';

create function private.tg_jobs__wake_worker() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from public.jobs
    where status = 'pending' and unmet_dependencies = 0 and not is_parent and run_at <= now()
  ) then
    perform private.wake('generation-worker');
  end if;
  return null;
end
$$;
create trigger tg_jobs__wake_worker after insert on public.jobs
  for each statement execute function private.tg_jobs__wake_worker();

-- A job that ends frees a slot and may unblock others; a claim does neither, so it wakes nobody.
create function private.tg_jobs__wake_worker_for_next() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from new_rows n join old_rows o using (id)
    where n.status is distinct from o.status and n.status <> 'processing'
      or n.unmet_dependencies = 0 and o.unmet_dependencies > 0
  ) and exists (
    select from public.jobs
    where status = 'pending' and unmet_dependencies = 0 and not is_parent and run_at <= now()
  ) then
    perform private.wake('generation-worker');
  end if;
  return null;
end
$$;
create trigger tg_jobs__wake_worker_for_next after update on public.jobs
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.tg_jobs__wake_worker_for_next();

create function public.enqueue_jobs(p_jobs jsonb) returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  -- Every id is known before the insert, so that jobs of one call can depend on each other.
  v_jobs jsonb := (
    select jsonb_agg(jsonb_build_object('id', gen_random_uuid()) || job) from jsonb_array_elements(p_jobs) as job
  );
begin
  return query
  insert into public.jobs (
    id, user_id, draft_id, asset_id, parent_id, type, status, started_at, payload, priority, weight, planned_weight,
    planned_steps, total_steps, unmet_dependencies, run_at, expires_at, max_retries, model_id, idempotency_key
  )
  select
    j.id, j.user_id, j.draft_id, j.asset_id, j.parent_id, j.type,
    -- Nobody claims a parent: it runs while its children do.
    case when j.type = 'generate_universe' then 'processing'::public.job_status else 'pending' end,
    case when j.type = 'generate_universe' then now() end, coalesce(j.payload, '{}'), coalesce(j.priority, 5),
    coalesce(j.weight, 1), coalesce(j.planned_weight, 0), coalesce(j.planned_steps, 0),
    coalesce(nullif(j.planned_steps, 0), 1),
    (select count(*) from jsonb_array_elements_text(coalesce(job -> 'depends_on', '[]')) d
      where not exists (select from public.jobs e where e.id = d::uuid and e.status = 'completed')),
    coalesce(j.run_at, now()), coalesce(j.expires_at, coalesce(j.run_at, now()) + interval '3600 seconds'),
    coalesce(j.max_retries, 3),
    (select m.id from public.models m where m.job_type = j.type and m.is_active), j.idempotency_key
  from jsonb_array_elements(v_jobs) as job, jsonb_populate_record(null::public.jobs, job) j
  returning jobs.id;
  insert into public.job_dependencies (job_id, depends_on_id)
  select (job ->> 'id')::uuid, d::uuid
  from jsonb_array_elements(v_jobs) as job, jsonb_array_elements_text(coalesce(job -> 'depends_on', '[]')) d;
end
$$;
comment on function public.enqueue_jobs is
  'The one way to make jobs: an array of rows of jobs, each with an optional id and depends_on (ids). Returns the ids.';

create function public.get_next_jobs(
  p_worker text, p_limit integer, p_types public.job_type[], p_now timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_settings private.settings;
  v_claimed jsonb;
begin
  -- Limits are counts over other rows, so claims take turns; the turn lasts for this one statement.
  perform pg_advisory_xact_lock(hashtext('private.claims'));
  select * into v_settings from private.settings;
  perform set_config('private.actor', p_worker, true);
  with running_of_user as (
    select user_id, count(*) as n from public.jobs where status = 'processing' and not is_parent group by user_id
  ), running_of_model as (
    select model_id, count(*) as n from public.jobs where status = 'processing' and not is_parent group by model_id
  ), by_user as (
    select j.id, j.model_id, j.priority, j.run_at, j.created_at, coalesce(r.n, 0) + row_number() over (
      partition by j.user_id order by j.priority desc, j.run_at, j.created_at
    ) as user_turn
    from public.jobs j left join running_of_user r on r.user_id = j.user_id
    where j.status = 'pending' and j.unmet_dependencies = 0 and not j.is_parent
      and j.run_at <= p_now and (j.started_at is not null or j.expires_at > p_now) and j.type = any (p_types)
  ), by_model as (
    select b.*, coalesce(r.n, 0) + row_number() over (
      partition by b.model_id order by b.user_turn, b.priority desc, b.run_at, b.created_at
    ) as model_turn
    from by_user b left join running_of_model r on r.model_id = b.model_id
    where b.user_turn <= v_settings.user_running_limit
  ), locked as (
    select j.id from public.jobs j
    join by_model b on b.id = j.id left join public.models m on m.id = b.model_id
    where j.status = 'pending' and (m.id is null or b.model_turn <= m.max_concurrency)
    order by b.user_turn, b.priority desc, b.run_at, b.created_at
    limit p_limit
    for update of j skip locked
  ), claimed as (
    update public.jobs j set
      status = 'processing', attempt = j.attempt + 1, progress = 0, message = null,
      lease_owner = p_worker, lease_expires_at = p_now + make_interval(secs => v_settings.lease_seconds),
      started_at = coalesce(j.started_at, p_now), external_id = null
    from locked where j.id = locked.id
    returning j.*
  )
  select jsonb_agg(jsonb_build_object(
    'id', c.id, 'type', c.type, 'attempt', c.attempt, 'payload', c.payload, 'user_id', c.user_id,
    'draft_id', c.draft_id, 'asset_id', c.asset_id, 'lease_expires_at', c.lease_expires_at,
    'model', (
      select jsonb_build_object('id', m.id, 'name', m.name, 'version', m.version, 'input_mapping', m.input_mapping,
        'timeout_seconds', m.timeout_seconds, 'price_micros', m.price_micros)
      from public.models m where m.id = c.model_id
    ),
    'unsettled_predictions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'external_id', p.external_id, 'input', p.input, 'created_at', p.created_at) order by p.created_at), '[]')
      from public.predictions p where p.job_id = c.id and p.status in ('submitting', 'open')
    )
  ) order by c.priority desc, c.run_at, c.created_at) into v_claimed from claimed c;
  return coalesce(v_claimed, '[]');
end
$$;
comment on function public.get_next_jobs is
  'Claims up to p_limit runnable jobs for a worker: fewest running of its user first, then priority, within the limits per user and model. Each gets a lease and a new attempt number; the answer holds all that the worker needs.';

-- Lock order, so that no two changes can deadlock: the draft, its jobs, then cards, parent and topic. Claims take
-- only job rows and topics, one claim or reaping at a time. The draft is held "for no key update": a message on its
-- topic checks that the draft exists, and must not wait for who holds it.
create function private.hold_job(p_job_id uuid, p_attempt integer) returns public.jobs
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
begin
  perform from public.drafts where id = (select draft_id from public.jobs where id = p_job_id) for no key update;
  select * into v_job from public.jobs where id = p_job_id for update;
  if v_job.id is null then
    perform private.refuse('not_found', 404, 'This job does not exist any more.');
  elsif v_job.status <> 'processing' or v_job.attempt <> p_attempt then
    perform private.refuse('stale_attempt', 409,
      format('Attempt %s no longer holds this job: it is %s at attempt %s.', p_attempt, v_job.status, v_job.attempt));
  end if;
  return v_job;
end
$$;
comment on function private.hold_job is 'The fence: locks the job for whoever names its current attempt, refuses everyone else.';

create function public.heartbeat_job(p_job_id uuid, p_attempt integer, p_now timestamptz default now())
returns timestamptz language plpgsql security definer set search_path = '' as $$
declare
  v_lease timestamptz;
begin
  update public.jobs set lease_expires_at = greatest(
    lease_expires_at, p_now + make_interval(secs => (select lease_seconds from private.settings)))
  where id = p_job_id and attempt = p_attempt and status = 'processing'
  returning lease_expires_at into v_lease;
  if v_lease is null then
    perform private.refuse('stale_attempt', 409, 'This attempt no longer holds the job.');
  end if;
  return v_lease;
end
$$;
comment on function public.heartbeat_job is 'Prolongs the lease; returns its new end. Refuses a stale attempt.';

create function public.update_job_progress(
  p_job_id uuid, p_attempt integer, p_progress integer, p_message text default null
) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.hold_job(p_job_id, p_attempt);
  update public.jobs set progress = least(greatest(p_progress, 0), 99), message = coalesce(p_message, message)
  where id = p_job_id;
end
$$;
comment on function public.update_job_progress is 'Progress in percent; 100 is reserved for complete_job.';

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
  return v_count;
end
$$;
comment on function public.reap_expired_jobs is
  'Takes back jobs whose lease ran out and fails those that never started in time. Returns how many it touched.';

create function public.record_prediction(p_job_id uuid, p_attempt integer, p_input jsonb, p_input_hash text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  v_id uuid;
begin
  insert into public.predictions (job_id, attempt, model_id, input, input_hash)
  values (p_job_id, p_attempt, v_job.model_id, p_input, p_input_hash) returning id into v_id;
  return v_id;
end
$$;
comment on function public.record_prediction is
  'Writes down that one request is about to leave for the provider. The id goes into its webhook address.';

create function public.save_prediction(
  p_prediction_id uuid, p_attempt integer, p_external_id text, p_now timestamptz default now()
) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_prediction public.predictions;
  v_job public.jobs;
begin
  select * into v_prediction from public.predictions where id = p_prediction_id;
  if v_prediction.id is null then
    perform private.refuse('not_found', 404, 'This prediction was not made here.');
  end if;
  perform from public.drafts where id = (select draft_id from public.jobs where id = v_prediction.job_id) for no key update;
  select * into v_job from public.jobs where id = v_prediction.job_id for update;
  select * into v_prediction from public.predictions where id = p_prediction_id for update;
  if v_prediction.external_id <> p_external_id then
    perform private.refuse('stale_attempt', 409, 'This request belongs to another prediction.');
  elsif v_prediction.status not in ('submitting', 'open', 'lost') then
    return false;
  elsif v_job.status <> 'processing' or v_job.attempt <> p_attempt or v_prediction.status = 'lost' then
    -- Nobody waits for it, but the provider works on it: once its id is known, the sweep can cancel it.
    update public.predictions set external_id = p_external_id, status = 'open', submitted_at = coalesce(submitted_at, p_now),
      completed_at = null
    where id = p_prediction_id;
    return false;
  end if;
  update public.predictions p set
    external_id = p_external_id, attempt = p_attempt, status = 'open', submitted_at = coalesce(submitted_at, p_now),
    checked_at = coalesce(checked_at, p_now),
    cost_micros = (select coalesce(max(m.price_micros), 0) from public.models m where m.id = p.model_id)
  where id = p_prediction_id;
  -- The provider holds the job now, for as long as its model may take.
  update public.jobs set
    external_id = p_external_id, lease_owner = 'provider', progress = greatest(progress, 10),
    lease_expires_at = p_now + make_interval(secs => (
      select coalesce(max(m.timeout_seconds), 300) from public.models m where m.id = v_job.model_id))
  where id = v_job.id and external_id is distinct from p_external_id;
  return true;
end
$$;
comment on function public.save_prediction is
  'The provider accepted the request: the job waits for it without a worker. p_attempt may be a later one than recorded: that adopts a stray. False when it has ended already, or when this attempt does not hold the job: then it is only written down, for the sweep to cancel.';

create function public.mark_prediction_lost(p_prediction_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.predictions set status = 'lost', completed_at = now() where id = p_prediction_id and status = 'submitting'
$$;
comment on function public.mark_prediction_lost is 'The provider never heard of this request.';

create function public.find_prediction(p_prediction_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p.id, 'external_id', p.external_id, 'status', p.status, 'job_id', j.id, 'attempt', p.attempt,
    'is_current', j.status = 'processing' and j.attempt = p.attempt,
    'type', j.type, 'user_id', j.user_id, 'draft_id', j.draft_id, 'asset_id', j.asset_id, 'payload', j.payload)
  from public.predictions p join public.jobs j on j.id = p.job_id where p.id = p_prediction_id
$$;
comment on function public.find_prediction is 'The prediction and its job, as the webhook and the sweep need it; null when unknown.';

create function public.get_open_predictions(p_limit integer, p_now timestamptz default now()) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_found jsonb;
begin
  with due as (
    select p.id from public.predictions p join public.jobs j on j.id = p.job_id
    where p.status = 'open' and (p.checked_at is null or p.checked_at
      <= p_now - make_interval(secs => (select prediction_check_seconds from private.settings)))
      -- What an earlier attempt left is for the next one to adopt or cancel, until that one has a prediction of its own.
      and j.status <> 'pending' and (j.status <> 'processing' or j.attempt = p.attempt or j.external_id is not null)
    order by p.checked_at nulls first limit p_limit for update of p skip locked
  ), touched as (
    update public.predictions p set checked_at = p_now from due where p.id = due.id returning p.*
  )
  select jsonb_agg(jsonb_build_object(
    'id', t.id, 'external_id', t.external_id, 'must_cancel', j.status <> 'processing' or j.attempt <> t.attempt))
  into v_found from touched t join public.jobs j on j.id = t.job_id;
  return coalesce(v_found, '[]');
end
$$;
comment on function public.get_open_predictions is
  'Predictions that nobody has asked the provider about lately; must_cancel when no job waits for them any more.';

create function public.settle_prediction(p_prediction_id uuid, p_status text) returns void
language sql security definer set search_path = '' as $$
  update public.predictions p set status = p_status, completed_at = now()
  where p.id = p_prediction_id and p.status in ('submitting', 'open')
    -- A success that came between two attempts is paid for: it stays open for the next attempt to adopt.
    and not (p_status = 'succeeded' and exists (
      select from public.jobs j where j.id = p.job_id
        and (j.status = 'pending' or j.status = 'processing' and j.external_id is null)))
$$;
comment on function public.settle_prediction is
  'What became of a prediction: succeeded, failed or cancelled. Its first end stays; a success that its job can still use stays open.';

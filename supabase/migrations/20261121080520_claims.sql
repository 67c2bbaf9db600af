-- Claims: put jobs in, hand them out under a lease, and let only the holder of the current attempt touch them.

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

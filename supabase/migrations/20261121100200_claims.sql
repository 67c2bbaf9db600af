-- Claims: users in turn, priority within a user, inside the limits, without one claim waiting for another's user.
set local lock_timeout = '1s';

create function private.open_types(p_types public.job_type[]) returns public.job_type[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(t.type), '{}') from unnest(p_types) as t (type)
  where not exists (
    select from public.job_pauses p
    where p.resumed_at is null and p.user_id is null and (p.type is null or p.type = t.type))
$$;
comment on function private.open_types is 'Those of these types that are not paused.';

create function private.closed_models(p_now timestamptz) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(m.id), '{}') from public.models m
  where exists (select from private.provider_state where held_until > p_now)
    or m.max_concurrency <= (
      select count(*) from public.jobs r where r.model_id = m.id and r.status = 'processing')
$$;
comment on function private.closed_models is 'Models that take nothing now: all their slots are taken, or the provider asked for patience.';

create function private.take_lanes(
  p_count integer, p_types public.job_type[], p_closed uuid[], p_version integer, p_now timestamptz
) returns uuid[] language plpgsql security definer set search_path = ''
-- Planned once per session, and always by the indexes: a claim is planned longer than it runs.
set plan_cache_mode = force_generic_plan set enable_bitmapscan = off as $$
declare
  v_lanes uuid[];
begin
  select array_agg(taken.user_id) into v_lanes from (
    select l.user_id from private.lanes l
    where exists (
        select from public.jobs j
        where j.user_id = l.user_id and j.status = 'pending' and j.unmet_dependencies = 0 and not j.is_parent
          and j.run_at <= p_now and (j.started_at is not null or j.expires_at > p_now)
          and j.type = any (p_types) and j.payload_version <= p_version and not coalesce(j.model_id = any (p_closed), false))
      and (select user_running_limit from private.settings) > (
        select count(*) from public.jobs r where r.user_id = l.user_id and r.status = 'processing' and not r.is_parent)
      and not exists (select from public.job_pauses p where p.resumed_at is null and p.user_id = l.user_id)
    order by l.served_at limit p_count for update of l skip locked
  ) taken;
  if v_lanes is null then
    -- Whoever could be served is in the hands of another claim: wait for that one, holding nothing.
    select array[l.user_id] into v_lanes from private.lanes l
    where exists (
      select from public.jobs j
      where j.user_id = l.user_id and j.status = 'pending' and j.unmet_dependencies = 0 and not j.is_parent
        and j.run_at <= p_now and j.type = any (p_types) and not coalesce(j.model_id = any (p_closed), false))
      and (select user_running_limit from private.settings) > (
        select count(*) from public.jobs r where r.user_id = l.user_id and r.status = 'processing' and not r.is_parent)
      and not exists (select from public.job_pauses p where p.resumed_at is null and p.user_id = l.user_id)
    order by l.served_at limit 1 for update of l;
  end if;
  return v_lanes;
end
$$;
comment on function private.take_lanes is 'Locks the lanes of up to p_count users with something to claim, the one served longest ago first.';

drop function public.get_next_jobs(text, integer, public.job_type[], timestamptz);
create function public.get_next_jobs(
  p_worker text, p_limit integer, p_types public.job_type[], p_now timestamptz default now(), p_payload_version integer default 1
) returns jsonb
language plpgsql security definer set search_path = ''
set plan_cache_mode = force_generic_plan set enable_bitmapscan = off as $$
declare
  v_settings private.settings;
  v_types public.job_type[] := private.open_types(p_types);
  v_closed uuid[] := private.closed_models(p_now);
  v_lanes uuid[];
  v_model uuid;
  v_claimed jsonb;
begin
  select * into v_settings from private.settings;
  v_lanes := private.take_lanes(p_limit, v_types, v_closed, p_payload_version, p_now);
  if v_lanes is null then
    return '[]';
  end if;
  -- The slots of a model are counted by one claim at a time. Those who wait hold lanes, which nobody waits for in turn.
  for v_model in
    select m.id from public.models m where m.job_type = any (v_types) and not m.id = any (v_closed) and exists (
      select from unnest(v_lanes) as l (user_id) join public.jobs j on j.user_id = l.user_id
      where j.status = 'pending' and j.unmet_dependencies = 0 and not j.is_parent and j.model_id = m.id)
    order by m.id
  loop
    perform pg_advisory_xact_lock(hashtextextended('model ' || v_model, 0));
  end loop;
  perform set_config('private.actor', p_worker, true);
  with lane as (
    select l.user_id, l.place, v_settings.user_running_limit - (
      select count(*) from public.jobs r where r.user_id = l.user_id and r.status = 'processing' and not r.is_parent) as free
    from unnest(v_lanes) with ordinality as l (user_id, place)
  ), candidate as (
    select j.id, j.model_id, l.place, row_number() over (
      partition by l.user_id order by j.priority desc, j.run_at, j.created_at) as turn
    from lane l cross join lateral (
      select j.id, j.model_id, j.priority, j.run_at, j.created_at from public.jobs j
      where j.user_id = l.user_id and j.status = 'pending' and j.unmet_dependencies = 0 and not j.is_parent
        and j.run_at <= p_now and (j.started_at is not null or j.expires_at > p_now)
        and j.type = any (v_types) and j.payload_version <= p_payload_version
        and not coalesce(j.model_id = any (v_closed), false)
      order by j.priority desc, j.run_at, j.created_at limit greatest(l.free, 0)
    ) j
  ), within_model as (
    select c.*, row_number() over (partition by c.model_id order by c.turn, c.place) as model_turn from candidate c
  ), chosen as (
    select w.id from within_model w left join public.models m on m.id = w.model_id
    where m.id is null or w.model_turn <= m.max_concurrency - (
      select count(*) from public.jobs r where r.model_id = m.id and r.status = 'processing')
    order by w.turn, w.place limit p_limit
  ), locked as (
    select j.id from public.jobs j join chosen using (id) where j.status = 'pending' for update of j skip locked
  ), claimed as (
    update public.jobs j set
      status = 'processing', attempt = j.attempt + 1, progress = 0, message = null,
      lease_owner = p_worker, lease_expires_at = p_now + make_interval(secs => v_settings.lease_seconds),
      deadline_at = p_now + make_interval(secs => v_settings.max_attempt_seconds),
      started_at = coalesce(j.started_at, p_now), external_id = null
    from locked where j.id = locked.id
    returning j.*
  ), served as (
    update private.lanes set served_at = clock_timestamp() where user_id in (select user_id from claimed)
  )
  select jsonb_agg(jsonb_build_object(
    'id', c.id, 'type', c.type, 'attempt', c.attempt, 'payload', c.payload, 'payload_version', c.payload_version,
    'user_id', c.user_id, 'draft_id', c.draft_id, 'asset_id', c.asset_id, 'retry_count', c.retry_count,
    'max_retries', c.max_retries, 'claimed_at', p_now, 'lease_expires_at', c.lease_expires_at, 'deadline_at', c.deadline_at,
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
  'Claims up to p_limit runnable jobs for a worker: the user served longest ago first, then priority, within the limits per user and model, nothing that is paused or newer than the worker. Each gets a lease, a deadline and a new attempt number; the answer holds all that the worker needs.';

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
  perform from public.drafts where id = (select draft_id from public.jobs where id = p_job_id) for no key update;
  select * into v_job from public.jobs where id = p_job_id for update;
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

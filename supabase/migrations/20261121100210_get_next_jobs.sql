-- One claim: who is served, what they get, and its new attempt with lease and deadline, all in one round trip.
set local lock_timeout = '1s';

create function private.claimed_job(p_job public.jobs, p_now timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_model jsonb;
  v_unsettled jsonb := '[]';
begin
  if p_job.model_id is not null then
    v_model := (
      select jsonb_build_object('id', m.id, 'name', m.name, 'version', m.version, 'input_mapping', m.input_mapping,
        'timeout_seconds', m.timeout_seconds, 'price_micros', m.price_micros)
      from public.models m where m.id = p_job.model_id);
    v_unsettled := (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'external_id', p.external_id, 'input', p.input, 'created_at', p.created_at) order by p.created_at), '[]')
      from public.predictions p where p.job_id = p_job.id and p.status in ('submitting', 'open'));
  end if;
  return jsonb_build_object(
    'id', p_job.id, 'type', p_job.type, 'attempt', p_job.attempt, 'payload', p_job.payload,
    'payload_version', p_job.payload_version, 'user_id', p_job.user_id, 'draft_id', p_job.draft_id,
    'asset_id', p_job.asset_id, 'retry_count', p_job.retry_count, 'max_retries', p_job.max_retries, 'claimed_at', p_now,
    'lease_expires_at', p_job.lease_expires_at, 'deadline_at', p_job.deadline_at,
    'model', v_model, 'unsettled_predictions', v_unsettled);
end
$$;
comment on function private.claimed_job is 'All that a worker needs of a job that it has claimed.';

drop function public.get_next_jobs(text, integer, public.job_type[], timestamptz);
create function public.get_next_jobs(
  p_worker text, p_limit integer, p_types public.job_type[], p_now timestamptz default now(), p_payload_version integer default 1
) returns jsonb
language plpgsql security definer set search_path = ''
-- Planned once per session, and always by the indexes, with all that it calls: a claim is planned longer than it runs.
set plan_cache_mode = force_generic_plan set enable_bitmapscan = off as $$
declare
  v record;
  v_job public.jobs;
  v_lanes uuid[];
  v_chosen uuid[];
  v_claimed jsonb;
  -- Assigned and not performed: an expression costs less than a query.
  v_actor text := set_config('private.actor', p_worker, true);
begin
  select s.user_running_limit, p_now + make_interval(secs => s.lease_seconds) as lease_ends,
    p_now + make_interval(secs => s.max_attempt_seconds) as attempt_ends,
    array(
      select t.type from unnest(p_types) as t (type) where not exists (
        select from public.job_pauses p
        where p.resumed_at is null and p.user_id is null and (p.type is null or p.type = t.type))) as types,
    exists (select from public.models m where m.job_type = any (p_types)) as has_models,
    -- Models that take nothing now: all their slots are taken, or the provider asked for patience.
    array(
      select m.id from public.models m where m.job_type = any (p_types) and (x.held_until > p_now or m.max_concurrency <= (
        select count(*) from public.jobs r where r.model_id = m.id and r.status = 'processing'))) as closed
  into v from private.settings s cross join private.provider_state x;
  v_lanes := private.take_lanes(p_limit, v.types, v.closed, p_payload_version, v.user_running_limit, p_now);
  if v_lanes is null then
    return '[]';
  end if;
  if v.has_models then
    perform private.take_slots(v_lanes, v.types, v.closed);
  end if;
  -- Most of what a small claim costs is the start of its statements, so one job has the shorter ones.
  if p_limit = 1 then
    update public.jobs set
      status = 'processing', attempt = attempt + 1, progress = 0, message = null,
      lease_owner = p_worker, lease_expires_at = v.lease_ends, deadline_at = v.attempt_ends,
      started_at = coalesce(started_at, p_now), external_id = null
    where id = (
      select j.id from public.jobs j
      where j.user_id = v_lanes[1] and private.is_claimable(j, v.types, v.closed, p_payload_version, p_now)
        and v.user_running_limit > (
          select count(*) from public.jobs r where r.user_id = v_lanes[1] and r.status = 'processing' and not r.is_parent)
        and case when j.model_id is null then true else (
          select m.max_concurrency from public.models m where m.id = j.model_id) > (
          select count(*) from public.jobs r where r.model_id = j.model_id and r.status = 'processing') end
      order by j.priority desc, j.run_at, j.created_at limit 1 for update skip locked)
    returning * into v_job;
    if v_job.id is null then
      return '[]';
    end if;
    v_lanes := array[v_job.user_id];
    v_claimed := jsonb_build_array(private.claimed_job(v_job, p_now));
  else
    v_chosen := private.choose_jobs(
      v_lanes, p_limit, v.types, v.closed, p_payload_version, v.user_running_limit, p_now);
    with claimed as (
      update public.jobs set
        status = 'processing', attempt = attempt + 1, progress = 0, message = null,
        lease_owner = p_worker, lease_expires_at = v.lease_ends, deadline_at = v.attempt_ends,
        started_at = coalesce(started_at, p_now), external_id = null
      where id = any (v_chosen)
      returning *
    )
    select jsonb_agg(private.claimed_job(c, p_now) order by c.priority desc, c.run_at, c.created_at), array_agg(c.user_id)
    into v_claimed, v_lanes from claimed c;
  end if;
  update private.lanes set served_at = clock_timestamp() where user_id = any (v_lanes);
  return coalesce(v_claimed, '[]');
end
$$;
comment on function public.get_next_jobs is
  'Claims up to p_limit runnable jobs for a worker: the user served longest ago first, then priority, within the limits per user and model, nothing that is paused or newer than the worker. Each gets a lease, a deadline and a new attempt number; the answer holds all that the worker needs.';

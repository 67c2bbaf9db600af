-- Making jobs: with their lane, their price and what they wait for.
set local lock_timeout = '1s';

-- Looked for before it is inserted: an insert alone would wait for the claim that is writing to that lane.
create function private.open_lanes(p_user_ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  insert into private.lanes (user_id)
  select distinct u.id from unnest(p_user_ids) as u (id)
  where not exists (select from private.lanes l where l.user_id = u.id) order by 1 on conflict do nothing
$$;
comment on function private.open_lanes is 'These users have work: they take part in the rotation.';

drop function public.enqueue_jobs(jsonb);
create function public.enqueue_jobs(p_jobs jsonb, p_now timestamptz default now()) returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  -- Every id is known before the insert, so that jobs of one call can depend on each other.
  v_jobs jsonb := (
    select jsonb_agg(jsonb_build_object('id', gen_random_uuid()) || job) from jsonb_array_elements(p_jobs) as job
  );
  v_awaited uuid[] := array(
    select distinct w::uuid from jsonb_array_elements(v_jobs) as job, jsonb_array_elements_text(job -> 'depends_on') w);
  v_start interval := make_interval(secs => (select start_within_seconds from private.settings));
begin
  if exists (select from jsonb_array_elements(v_jobs) as job where octet_length((job -> 'payload')::text) > 1048576) then
    perform private.refuse('payload_too_large', 413, 'The payload of a job is at most 1 MB.');
  end if;
  perform private.open_lanes(array(select (job ->> 'user_id')::uuid from jsonb_array_elements(v_jobs) as job));
  -- What they wait for stays as it is until they are written down: an end in between would not know of them.
  perform from public.drafts d where d.id in (select draft_id from public.jobs where id = any (v_awaited))
  order by d.id for no key update;
  perform from public.jobs where id = any (v_awaited) order by is_parent, id for share;
  return query
  insert into public.jobs (
    id, user_id, draft_id, asset_id, parent_id, type, status, started_at, payload, payload_version, priority, weight,
    planned_weight, planned_steps, total_steps, unmet_dependencies, run_at, expires_at, max_retries, model_id, credits,
    estimated_duration_ms, idempotency_key, completed_at, error_code, error_message
  )
  select
    j.id, j.user_id, j.draft_id, j.asset_id, j.parent_id, j.type,
    case
      when d.is_lost then 'cancelled'::public.job_status
      -- Nobody claims a parent: it runs while its children do.
      when j.type = 'generate_universe' then 'processing' else 'pending' end,
    case when j.type = 'generate_universe' then p_now end, coalesce(j.payload, '{}'), coalesce(j.payload_version, 1::smallint),
    coalesce(j.priority, 5), coalesce(j.weight, 1), coalesce(j.planned_weight, 0), coalesce(j.planned_steps, 0),
    coalesce(nullif(j.planned_steps, 0), 1), d.unmet,
    coalesce(j.run_at, p_now), coalesce(j.expires_at, coalesce(j.run_at, p_now) + v_start),
    coalesce(j.max_retries, 3), m.id, coalesce(j.credits, m.credits, 0), j.estimated_duration_ms, j.idempotency_key,
    case when d.is_lost then p_now end, case when d.is_lost then 'dependency_failed' end,
    case when d.is_lost then 'What this needed was not made.' end
  from jsonb_array_elements(v_jobs) as job
  cross join jsonb_populate_record(null::public.jobs, job) j
  left join public.models m on m.job_type = j.type and m.is_active
  cross join lateral (
    select count(*) filter (where e.status is distinct from 'completed') as unmet,
      coalesce(bool_or(e.status in ('failed', 'cancelled')), false) as is_lost
    from jsonb_array_elements_text(coalesce(job -> 'depends_on', '[]')) w left join public.jobs e on e.id = w::uuid
  ) d
  returning jobs.id;
  insert into public.job_dependencies (job_id, depends_on_id)
  select (job ->> 'id')::uuid, d::uuid
  from jsonb_array_elements(v_jobs) as job, jsonb_array_elements_text(coalesce(job -> 'depends_on', '[]')) d;
  perform private.free_dependents(j) from public.jobs j
  where j.id in (select (job ->> 'id')::uuid from jsonb_array_elements(v_jobs) as job) and j.status = 'cancelled'
    and cardinality(v_awaited) > 0;
end
$$;
comment on function public.enqueue_jobs is
  'The one way to make jobs: an array of rows of jobs, each with an optional id and depends_on (ids). What depends on something that failed is cancelled at once. Returns the ids.';

-- A lane that was pruned in the moment in which its user got work is put back; idle ones go after an hour.
create function private.tend_lanes() returns void
language sql security definer set search_path = '' as $$
  delete from private.lanes l where l.user_id in (
    select i.user_id from private.lanes i where i.served_at < now() - interval '1 hour'
      and not exists (select from public.jobs j where j.user_id = i.user_id and j.status = 'pending'
        and j.unmet_dependencies = 0 and not j.is_parent)
    for update of i skip locked);
  select private.open_lanes(array(
    select distinct j.user_id from public.jobs j where j.status = 'pending' and j.unmet_dependencies = 0 and not j.is_parent));
$$;

create or replace function private.tick() returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Runs that pg_cron has queued up one behind the other do the work once.
  if pg_try_advisory_xact_lock(hashtext('private.tick')) then
    perform private.tend_lanes();
    perform private.wake('job-scheduler');
  end if;
end
$$;

-- An account goes with all its drafts and jobs. They are taken in the order of everybody else, its lane first so that
-- nothing of it is claimed meanwhile, since the cascade alone would take them in an order of its own and deadlock.
create or replace function private.tg_users__hold_work() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from private.lanes where user_id = old.id for update;
  perform from public.drafts where owner_id = old.id order by id for no key update;
  perform from public.jobs where user_id = old.id order by is_parent, id for update;
  return old;
end
$$;

create or replace function private.require_user() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  -- The account, since a token outlives it, and may outlive its right to act.
  v_user uuid := (
    select p.id from public.profiles p join auth.users u on u.id = p.id
    where p.id = auth.uid() and coalesce(u.banned_until <= now(), true));
begin
  if v_user is null then
    perform private.refuse('not_signed_in', 401);
  end if;
  return v_user;
end
$$;

create function private.tg_users__stop_work() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.drafts where owner_id = new.id order by id for no key update;
  perform from public.jobs where user_id = new.id and status in ('pending', 'processing') order by is_parent, id for update;
  update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null, deadline_at = null
  where user_id = new.id and not is_parent and status in ('pending', 'processing');
  perform private.wake('job-scheduler');
  return new;
end
$$;
comment on function private.tg_users__stop_work is
  'A suspended account works on nothing; the scheduler cancels its predictions at the provider.';
create trigger tg_users__stop_work after update of banned_until on auth.users
  for each row when (new.banned_until > now() and old.banned_until is distinct from new.banned_until)
  execute function private.tg_users__stop_work();


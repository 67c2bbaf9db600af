-- Control: stop, run again, reorder and pause; one job, a tree, or all that a filter finds.
set local lock_timeout = '1s';

create function private.require_admin() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
begin
  if not private.is_admin() then
    perform private.refuse('forbidden', 403, 'Only an admin may change this.');
  end if;
  return v_user;
end
$$;

create or replace function private.own_job(p_job_id uuid) returns public.jobs
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_job public.jobs;
begin
  select * into v_job from public.jobs where id = p_job_id and (user_id = v_user or private.is_staff());
  if v_job.id is null then
    perform private.refuse('not_found', 404, 'There is no such job in your account.');
  elsif v_job.user_id <> v_user and not private.is_admin() then
    perform private.refuse('forbidden', 403, 'Support sees every job and changes none.');
  end if;
  perform from public.drafts where id = v_job.draft_id for no key update;
  -- Children before their parent: a claim may hold one of them, never the parent.
  perform from public.jobs where parent_id = p_job_id order by id for update;
  select * into v_job from public.jobs where id = p_job_id for update;
  return v_job;
end
$$;

create function private.cancel(p_job public.jobs) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_job.status in ('completed', 'failed', 'cancelled') then
    perform private.refuse('job_finished', 409, format('This job is %s already.', p_job.status));
  end if;
  update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null, deadline_at = null
  where (id = p_job.id or parent_id = p_job.id) and status in ('pending', 'processing');
  perform private.wake('job-scheduler');
end
$$;
comment on function private.cancel is 'Stops a held job and what is left of its tree.';

create or replace function public.cancel_job(p_job_id uuid) returns public.job_status
language plpgsql security definer set search_path = '' as $$
begin
  perform private.cancel(private.own_job(p_job_id));
  return (select status from public.jobs where id = p_job_id);
end
$$;

-- Which jobs run again with this one: itself, its request (which runs while a piece does), the failed pieces of a
-- request, what was cancelled because it waited for one of them, and what they wait for themselves.
create function private.jobs_to_retry(p_job public.jobs) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with recursive again as (
    select j.id from public.jobs j
    where (j.id in (p_job.id, p_job.parent_id) or j.parent_id = p_job.id)
      and (j.status in ('failed', 'cancelled') or j.is_parent and j.status = 'completed')
      and (j.id = p_job.id or not exists (
        select from public.jobs n where n.asset_id = j.asset_id and n.type = j.type and n.status = 'completed'
          and n.created_at > j.created_at))
    union
    select near.id from again a cross join lateral (
      select j.id, j.parent_id from public.job_dependencies d join public.jobs j on j.id = d.job_id
      where d.depends_on_id = a.id and j.status = 'cancelled' and j.error_code = 'dependency_failed'
      union all
      select j.id, j.parent_id from public.job_dependencies d join public.jobs j on j.id = d.depends_on_id
      where d.job_id = a.id and j.status in ('failed', 'cancelled') and not j.is_parent
    ) near
    where near.parent_id is not distinct from case when p_job.is_parent then p_job.id else p_job.parent_id end
  )
  select id from again
$$;

create function private.retry(p_job public.jobs, p_is_free boolean, p_now timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_ids uuid[];
  v_again record;
  v_root public.jobs;
  v_credits integer;
begin
  perform private.refuse_retry(p_job);
  v_ids := array(select private.jobs_to_retry(p_job));
  if not exists (select from public.jobs where id = any (v_ids) and not is_parent) then
    perform private.refuse('nothing_to_do', 409, 'Nothing of this failed.');
  end if;
  select * into v_root from public.jobs where id = coalesce(p_job.parent_id, p_job.id);
  -- A request that is run again as a whole may still plan what it never came to; else its pieces cost what they cost.
  v_credits := case when p_job.is_parent then greatest(0, v_root.credits - private.paid_credits(v_root.id))
    else (select coalesce(sum(credits), 0) from public.jobs where id = any (v_ids) and not is_parent) end;
  -- A publication costs nothing, so trying it again is no request.
  if not p_is_free and v_credits > 0 then
    perform private.take_request(p_job.user_id, false, v_credits, p_now);
  end if;
  perform private.open_lanes(array[p_job.user_id]);
  for v_again in
    select j.id, j.is_parent from public.jobs j where j.id = any (v_ids) order by j.is_parent desc, j.created_at
  loop
    perform set_config('private.retrying', v_again.id::text, true);
    update public.jobs set
      status = case when is_parent then 'processing'::public.job_status else 'pending' end,
      started_at = case when is_parent then p_now end, completed_at = null, actual_duration_ms = null,
      run_at = p_now, expires_at = p_now + make_interval(secs => (select start_within_seconds from private.settings)),
      retry_count = 0, death_count = 0, round = round + 1,
      error_code = null, error_message = null, error_detail = null, result = null,
      unmet_dependencies = (select count(*) from public.job_dependencies d join public.jobs e on e.id = d.depends_on_id
        where d.job_id = v_again.id and e.status <> 'completed'),
      progress = case when is_parent then least(progress, 99) else 0 end
    where id = v_again.id;
  end loop;
  perform set_config('private.retrying', '', true);
  if not p_is_free then
    perform private.charge(r, v_credits, p_now) from public.jobs r where r.id = v_root.id;
  end if;
end
$$;
comment on function private.retry is 'Runs a held, ended job again, or the failed parts of a request that no later one has made. Free of quota and credits for who acts for an admin.';

create or replace function public.retry_job(p_job_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.own_job(p_job_id);
begin
  perform private.retry(v_job, v_job.user_id is distinct from auth.uid(), now());
  return p_job_id;
end
$$;
comment on function public.retry_job is
  'Runs a failed or stopped job again, or the failed parts of a request that no later one has made. Counts as one request of its owner; an admin''s retry counts for nobody.';

create function private.reprioritise(p_job public.jobs, p_priority integer) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_job.status in ('completed', 'failed', 'cancelled') then
    perform private.refuse('job_finished', 409, format('This job is %s already.', p_job.status));
  end if;
  update public.jobs set priority = p_priority
  where (id = p_job.id or parent_id = p_job.id) and status in ('pending', 'processing') and priority <> p_priority;
end
$$;

create function public.set_job_priority(p_job_id uuid, p_priority integer) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  if p_priority is null or p_priority not between 1 and 10 then
    perform private.refuse('validation_failed', 422, 'A priority is 1 to 10; 10 goes first.');
  end if;
  perform private.reprioritise(private.own_job(p_job_id), p_priority);
end
$$;
comment on function public.set_job_priority is 'Admin: 10 goes first, 1 last, among the jobs of its user. A request takes its pieces along.';

create function public.pause_jobs(
  p_type public.job_type default null, p_user_id uuid default null, p_reason text default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_admin uuid := private.require_admin();
begin
  if p_type is not null and p_user_id is not null then
    perform private.refuse('validation_failed', 422, 'A pause is of a type or of a person.');
  elsif p_user_id is not null and not exists (select from public.profiles where id = p_user_id) then
    perform private.refuse('not_found', 404, 'There is no such account.');
  end if;
  insert into public.job_pauses (type, user_id, reason, paused_by)
  values (p_type, p_user_id, left(coalesce(p_reason, ''), 500), v_admin) on conflict do nothing;
  return (select id from public.job_pauses
    where type is not distinct from p_type and user_id is not distinct from p_user_id and resumed_at is null);
end
$$;
comment on function public.pause_jobs is 'Admin: claims nothing of this type, or of this user, or (both null) at all. What runs goes on. Returns the pause.';

create function public.resume_jobs(p_pause_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_admin uuid := private.require_admin();
  v_pause public.job_pauses;
begin
  update public.job_pauses set resumed_at = now(), resumed_by = v_admin where id = p_pause_id and resumed_at is null
  returning * into v_pause;
  if v_pause.id is null then
    perform private.refuse('not_found', 404, 'This pause has ended already.');
  end if;
  -- What waited for us gets its time to start anew.
  update public.jobs set started_at = null,
    expires_at = now() + make_interval(secs => (select start_within_seconds from private.settings))
  where id in (
    select id from public.jobs where status = 'pending' and not is_parent
      and (started_at is not null or expires_at < now() + interval '10 minutes')
      and (v_pause.type is null or type = v_pause.type) and (v_pause.user_id is null or user_id = v_pause.user_id)
    for update skip locked);
  perform private.wake_worker();
end
$$;
comment on function public.resume_jobs is 'Admin: ends a pause and wakes the worker.';
grant execute on function public.set_job_priority, public.pause_jobs, public.resume_jobs to authenticated;

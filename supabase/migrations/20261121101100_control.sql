-- Control: stop, reorder and pause; one job, a tree, or all that a filter finds.
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

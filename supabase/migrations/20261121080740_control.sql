-- Control: stop a job, run it again, delete a draft with its work, or an account with all of it.

create function private.own_job(p_job_id uuid) returns public.jobs
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_job public.jobs;
begin
  select * into v_job from public.jobs where id = p_job_id and (user_id = v_user or private.is_admin());
  if v_job.id is null then
    perform private.refuse('not_found', 404, 'There is no such job in your account.');
  end if;
  perform from public.drafts where id = v_job.draft_id for no key update;
  -- Children before their parent: a claim may hold one of them, never the parent.
  perform from public.jobs where parent_id = p_job_id order by id for update;
  select * into v_job from public.jobs where id = p_job_id for update;
  return v_job;
end
$$;
comment on function private.own_job is 'Locks a job of the caller (any job for an admin) with its children.';

create function public.cancel_job(p_job_id uuid) returns public.job_status
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.own_job(p_job_id);
begin
  if v_job.status in ('completed', 'failed', 'cancelled') then
    perform private.refuse('job_finished', 409, format('This job is %s already.', v_job.status));
  end if;
  update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
  where (id = p_job_id or parent_id = p_job_id) and status in ('pending', 'processing');
  perform private.wake('job-scheduler');
  return (select status from public.jobs where id = p_job_id);
end
$$;
comment on function public.cancel_job is 'Stops a job, or all that is left of a request. What is done stays; the scheduler cancels predictions at the provider.';
grant execute on function public.cancel_job to authenticated;

create function private.refuse_retry(p_job public.jobs) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_job.status not in ('failed', 'cancelled') and not (p_job.is_parent and p_job.status = 'completed') then
    perform private.refuse('nothing_to_do', 409, 'Only what failed or was stopped can be tried again.');
  elsif p_job.draft_id is null and p_job.type in ('generate_universe', 'generate_concepts', 'generate_image', 'publish') then
    perform private.refuse('not_found', 404, 'The draft of this job does not exist any more.');
  elsif p_job.type = 'publish' and exists (
    select from public.jobs n where n.draft_id = p_job.draft_id and n.type = 'publish' and n.created_at > p_job.created_at
  ) then
    perform private.refuse('nothing_to_do', 409, 'This universe was published again since; publish it anew.');
  elsif exists (
    select from public.jobs n where n.draft_id = p_job.draft_id and n.status in ('pending', 'processing')
      and coalesce(n.parent_id, n.id) <> coalesce(p_job.parent_id, p_job.id)
      and (p_job.type in ('generate_universe', 'generate_concepts', 'publish')
        or n.type in ('generate_universe', 'publish') or n.asset_id = p_job.asset_id)
  ) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; wait for it or stop it first.');
  end if;
end
$$;
comment on function private.refuse_retry is 'Raises what speaks against running this ended job again.';

create function public.retry_job(p_job_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.own_job(p_job_id);
  v_again record;
  v_is_waiting boolean := false;
begin
  perform private.refuse_retry(v_job);
  -- A request runs while one of its children does, so it is opened first, also for the sake of a single child.
  for v_again in
    select j.id, j.is_parent from public.jobs j
    where (j.id in (p_job_id, v_job.parent_id) or j.parent_id = p_job_id)
      and (j.status in ('failed', 'cancelled') or j.is_parent and j.status = 'completed')
      and (j.id = p_job_id or not exists (
        select from public.jobs n where n.asset_id = j.asset_id and n.type = j.type and n.status = 'completed'
          and n.created_at > j.created_at))
    order by j.is_parent desc, j.created_at
  loop
    perform set_config('private.retrying', v_again.id::text, true);
    update public.jobs set
      status = case when is_parent then 'processing'::public.job_status else 'pending' end,
      started_at = case when is_parent then now() end, completed_at = null, actual_duration_ms = null,
      run_at = now(), expires_at = now() + interval '3600 seconds', retry_count = 0, death_count = 0,
      error_code = null, error_message = null, error_detail = null, result = null,
      progress = case when is_parent then least(progress, 99) else 0 end
    where id = v_again.id;
    v_is_waiting := v_is_waiting or not v_again.is_parent;
  end loop;
  perform set_config('private.retrying', '', true);
  if not v_is_waiting then
    perform private.refuse('nothing_to_do', 409, 'Nothing of this failed.');
  end if;
  return p_job_id;
end
$$;
comment on function public.retry_job is 'Runs a failed or stopped job again, or the failed parts of a request that no later one has made.';
grant execute on function public.retry_job to authenticated;

create function public.delete_draft(p_draft_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
begin
  perform from public.jobs where draft_id = p_draft_id and not is_parent order by id for update;
  update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
  where draft_id = p_draft_id and not is_parent and status in ('pending', 'processing');
  -- Pictures without a row are swept from Storage by the scheduler.
  delete from public.universes where id = v_draft.universe_id;
end
$$;
comment on function public.delete_draft is 'Removes a draft with its universe and releases, and stops its jobs.';
grant execute on function public.delete_draft to authenticated;

-- An account goes with all its drafts and jobs. They are taken in the order of everybody else, and while nothing is
-- claimed or reaped, since the cascade alone would take them in an order of its own and deadlock.
create function private.tg_users__hold_work() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtext('private.claims'));
  perform from public.drafts where owner_id = old.id order by id for no key update;
  perform from public.jobs where user_id = old.id order by is_parent, id for update;
  return old;
end
$$;
create trigger tg_users__hold_work before delete on auth.users
  for each row execute function private.tg_users__hold_work();

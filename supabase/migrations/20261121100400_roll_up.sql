-- Roll-up, once per statement: from jobs to their cards, those that wait for them, their parents and their drafts.
set local lock_timeout = '1s';

create function private.milliseconds(p_from timestamptz, p_to timestamptz) returns integer language sql immutable
return least(greatest(extract(epoch from p_to - p_from) * 1000, 0), 2147483647)::integer;
comment on function private.milliseconds is 'How long something took. A month is more than an integer holds, and a pause may last longer.';

create or replace function private.settle_parent(p_parent_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_parent public.jobs;
  v record;
begin
  select * into v_parent from public.jobs where id = p_parent_id for update;
  if v_parent.id is null or v_parent.status in ('completed', 'failed', 'cancelled') then
    return;
  end if;
  select
    count(*) as n,
    count(*) filter (where status = 'completed') as completed,
    count(*) filter (where status = 'failed') as failed,
    count(*) filter (where status in ('completed', 'failed', 'cancelled')) as ended,
    coalesce(sum(weight), 0) as weight,
    coalesce(sum(weight * case when status in ('completed', 'failed', 'cancelled') then 100 else progress end), 0) as done,
    (array_agg(error_code order by completed_at) filter (where status = 'failed'))[1] as error_code,
    (array_agg(error_message order by completed_at) filter (where status = 'failed'))[1] as error_message
  into v from public.jobs where parent_id = p_parent_id;
  if v.n = 0 then
    return;
  end if;
  if v.ended < v.n then
    update public.jobs set
      progress = least(99, greatest(progress, v.done / greatest(v.weight, planned_weight, 1))),
      current_step = v.ended, total_steps = greatest(v.n, planned_steps)
    where id = p_parent_id;
    return;
  end if;
  update public.jobs set
    status = case
      when v.completed = 0 and v.failed > 0 then 'failed'::public.job_status
      when v.completed = 0 then 'cancelled' else 'completed' end,
    progress = case when v.completed = 0 then progress else 100 end,
    current_step = v.ended, total_steps = v.n,
    error_code = v.error_code, error_message = v.error_message,
    result = jsonb_build_object('completed', v.completed, 'failed', v.failed, 'cancelled', v.ended - v.completed - v.failed),
    completed_at = now(), started_at = coalesce(started_at, now()),
    actual_duration_ms = private.milliseconds(coalesce(started_at, created_at), now())
  where id = p_parent_id;
end
$$;

create function private.free_dependents(p_job public.jobs) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_job.status = 'completed' then
    update public.jobs set unmet_dependencies = unmet_dependencies - 1
    where id in (select job_id from public.job_dependencies where depends_on_id = p_job.id) and unmet_dependencies > 0;
  else
    -- What waited for this can never start.
    update public.jobs set status = 'cancelled', completed_at = now(), error_code = 'dependency_failed',
      error_message = 'What this needed was not made.'
    where id in (select job_id from public.job_dependencies where depends_on_id = p_job.id) and status = 'pending';
  end if;
end
$$;
comment on function private.free_dependents is 'A job has ended: what waited for it is nearer to its start, or will never start.';

create function private.roll_up(p_jobs public.jobs[], p_is_new boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
  v_id uuid;
begin
  perform from public.drafts d where d.id in (select j.draft_id from unnest(p_jobs) j) order by d.id for no key update;
  for v_job in select j.* from unnest(p_jobs) j where j.asset_id is not null order by j.draft_id, j.created_at loop
    perform private.reflect_on_card(v_job);
  end loop;
  if not p_is_new then
    for v_job in
      select j.* from unnest(p_jobs) j where j.status in ('completed', 'failed', 'cancelled')
        and exists (select from public.job_dependencies d where d.depends_on_id = j.id)
      order by j.draft_id, j.created_at
    loop
      perform private.free_dependents(v_job);
    end loop;
  end if;
  for v_id in
    select distinct j.parent_id from unnest(p_jobs) j
    where j.parent_id is not null and (not p_is_new or j.status = 'cancelled') order by 1
  loop
    perform private.settle_parent(v_id);
  end loop;
  for v_job in
    select j.* from unnest(p_jobs) j
    -- What turned out to be paid for before costs nothing any more, and was charged.
    where j.parent_id is null and (j.credits > 0 or j.model_id is not null)
      and j.status in ('completed', 'failed', 'cancelled') order by j.id
  loop
    perform private.settle_credits(v_job);
  end loop;
  for v_id in
    select distinct j.draft_id from unnest(p_jobs) j where j.draft_id is not null and j.parent_id is null order by 1
  loop
    perform private.settle_draft(v_id);
  end loop;
end
$$;
comment on function private.roll_up is 'Under the drafts'' locks: what these changes mean for cards, dependents, parents, credits and drafts.';

-- What every change of jobs brings with it, once per statement and in one place: events, messages, roll-up, a wake-up.
set local lock_timeout = '1s';

drop trigger tg_jobs__wake_worker on public.jobs;
drop trigger tg_jobs__wake_worker_for_next on public.jobs;
drop function private.tg_jobs__wake_worker, private.tg_jobs__wake_worker_for_next;

create function private.tg_jobs__follow_creation() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_jobs public.jobs[];
begin
  insert into public.job_events (job_id, sequence, event, actor, to_status, data)
  select id, 0, 'created', private.actor(), status, case when error_code is null then '{}' else
    jsonb_build_object('error_code', error_code) end
  from new_rows;
  select array_agg(n::public.jobs) into v_jobs from new_rows n;
  perform private.announce_jobs(v_jobs, 'INSERT');
  select array_agg(n::public.jobs) into v_jobs from new_rows n where n.draft_id is not null or n.parent_id is not null;
  if v_jobs is not null then
    perform private.roll_up(v_jobs, true);
  end if;
  perform private.wake_worker();
  return null;
end
$$;
comment on function private.tg_jobs__follow_creation is 'Once per statement: events, messages, what it means for cards and drafts, and a wake-up.';
create trigger tg_jobs__follow_creation after insert on public.jobs referencing new table as new_rows
  for each statement execute function private.tg_jobs__follow_creation();

create function private.tg_jobs__follow_change() returns trigger
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  v_told public.jobs[];
  v_followed public.jobs[];
  v_wakes boolean;
begin
  with change as (
    select n::public.jobs as n, o::public.jobs as o, n.event_count > o.event_count as is_told
    from new_rows n join old_rows o using (id)
    where n.event_count > o.event_count or n.unmet_dependencies <> o.unmet_dependencies
  ), event as (
    insert into public.job_events (job_id, sequence, event, actor, from_status, to_status, data)
    select (n).id, (n).event_count,
      case
        when (n).status = (o).status and (n).progress > (o).progress then 'progressed'
        when (n).status = (o).status and (n).priority <> (o).priority then 'reprioritised'
        when (n).status = (o).status then 'changed'
        when (n).status = 'pending' and (o).status = 'processing' and (n).retry_count = (o).retry_count
          and (n).death_count = (o).death_count then 'deferred'
        when (n).status = 'pending' and (o).status = 'processing' then 'requeued'
        when (n).status = 'pending' or ((n).status = 'processing' and (o).completed_at is not null) then 'retried'
        when (n).status = 'processing' then 'started'
        else (n).status::text
      end,
      private.actor(), (o).status, (n).status,
      jsonb_strip_nulls(jsonb_build_object(
        'attempt', (n).attempt, 'progress', (n).progress, 'message', (n).message, 'error_code', (n).error_code,
        'priority', case when (n).priority <> (o).priority then (n).priority end,
        'run_at', case when (n).status = 'pending' then (n).run_at end))
    from change where is_told
  )
  select
    array_agg(n) filter (where is_told),
    -- A claim changes nothing for card, parent and draft: they have been at work since the job was made.
    array_agg(n) filter (where ((n).status <> (o).status or (n).progress <> (o).progress)
      and not ((o).status = 'pending' and (n).status = 'processing')
      and ((n).draft_id is not null or (n).parent_id is not null or (o).credits > 0
        or exists (select from public.job_dependencies d where d.depends_on_id = (n).id))),
    -- A job that ends frees a slot and may unblock others. A worker that ended it asks for more by itself.
    bool_or((n).status <> (o).status and (n).status <> 'processing' and coalesce((o).lease_owner, '') not like 'worker%'
      or (n).unmet_dependencies = 0 and (o).unmet_dependencies > 0)
  into v_told, v_followed, v_wakes from change;
  if v_told is not null then
    perform private.announce_jobs(v_told, 'UPDATE');
  end if;
  if v_followed is not null then
    perform private.roll_up(v_followed, false);
  end if;
  if v_wakes then
    perform private.wake_worker();
  end if;
  return null;
end
$$;
comment on function private.tg_jobs__follow_change is
  'Once per statement: numbered events, messages, what it means for cards, dependents, parents and drafts, and a wake-up.';
create trigger tg_jobs__follow_change after update on public.jobs
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.tg_jobs__follow_change();

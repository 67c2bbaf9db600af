-- What every change of jobs brings with it, once per statement and in one place: events, messages, roll-up, a wake-up.
set local lock_timeout = '1s';

drop trigger tg_jobs__wake_worker on public.jobs;
drop trigger tg_jobs__wake_worker_for_next on public.jobs;
drop function private.tg_jobs__wake_worker, private.tg_jobs__wake_worker_for_next;

create function private.tg_jobs__follow_creation() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v record;
  v_jobs public.jobs[];
  v_message uuid;
begin
  insert into public.job_events (job_id, sequence, event, actor, to_status, data)
  select id, 0, 'created', private.actor(), status, case when error_code is null then '{}' else
    jsonb_build_object('error_code', error_code) end
  from new_rows;
  select count(*) as told,
    array_agg(n.draft_id order by n.created_at) filter (where n.draft_id is not null) as drafts,
    array_agg(private.job_record(n::public.jobs) order by n.created_at) filter (where n.draft_id is not null) as records,
    case when (select count(*) from new_rows) <= 20 then jsonb_agg(private.staff_job_record(n::public.jobs)) end as staff
  into v from new_rows n;
  if v.drafts is not null then
    perform private.announce_to_drafts('INSERT', v.drafts, v.records);
  end if;
  if v.told > 0 then
    v_message := private.announce_to_staff('jobs', 'INSERT', v.told, v.staff);
  end if;
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
  v record;
  v_told bigint;
  v_of_drafts record;
  v_jobs public.jobs[];
  v_message uuid;
begin
  insert into public.job_events (job_id, sequence, event, actor, from_status, to_status, data)
  select id, event_count, last_event, last_event_by, last_event_from, status, jsonb_strip_nulls(jsonb_build_object(
    'attempt', attempt, 'progress', progress, 'message', message, 'error_code', error_code,
    'priority', case when last_event = 'reprioritised' then priority end,
    'run_at', case when status = 'pending' then run_at end))
  from new_rows where last_event is not null;
  get diagnostics v_told = row_count;
  select bool_or(n.last_event is not null and n.draft_id is not null) as is_of_drafts,
    jsonb_agg(private.staff_job_record(n::public.jobs,
      (select p.email from public.profiles p where p.id = n.user_id),
      case when n.draft_id is not null then (select d.name from public.drafts d where d.id = n.draft_id) end))
      filter (where n.last_event is not null and v_told <= 20) as staff,
    -- A claim changes nothing for card, parent and draft: they have been at work since the job was made.
    bool_or(n.last_event not in ('started', 'changed', 'reprioritised') and (n.draft_id is not null
      or n.parent_id is not null or n.credits > 0 or n.model_id is not null
      or (select true from public.job_dependencies d where d.depends_on_id = n.id limit 1))) as is_followed,
    -- A job that ends frees a slot and may unblock others. Workers and reaper call for more themselves.
    bool_or(case when n.last_event is null then n.status = 'pending' and n.unmet_dependencies = 0
      else n.status <> n.last_event_from and n.status <> 'processing' and n.last_event_by !~ '^(worker|reaper)' end) as wakes
  into v from new_rows n;
  if v.is_of_drafts then
    select array_agg(n.draft_id order by n.created_at) as drafts,
      array_agg(private.job_record(n::public.jobs) order by n.created_at) as records
    into v_of_drafts from new_rows n where n.last_event is not null and n.draft_id is not null;
    perform private.announce_to_drafts('UPDATE', v_of_drafts.drafts, v_of_drafts.records);
  end if;
  if v_told > 0 then
    v_message := private.announce_to_staff('jobs', 'UPDATE', v_told, v.staff);
  end if;
  if v.is_followed then
    select array_agg(n::public.jobs) into v_jobs from new_rows n
    where n.last_event not in ('started', 'changed', 'reprioritised') and (n.draft_id is not null
      or n.parent_id is not null or n.credits > 0 or n.model_id is not null
      or exists (select from public.job_dependencies d where d.depends_on_id = n.id));
    perform private.roll_up(v_jobs, false);
  end if;
  if v.wakes then
    perform private.wake_worker();
  end if;
  return null;
end
$$;
comment on function private.tg_jobs__follow_change is
  'Once per statement: numbered events, messages, what it means for cards, dependents, parents and drafts, and a wake-up.';
create trigger tg_jobs__follow_change after update on public.jobs
  referencing new table as new_rows
  for each statement execute function private.tg_jobs__follow_change();

-- The state machine, and what is said of a change: records of jobs and the messages that carry them.
set local lock_timeout = '1s';

drop trigger tg_jobs__record_event on public.jobs;
drop trigger tg_jobs__roll_up on public.jobs;
drop trigger tg_jobs__announce on public.jobs;
drop function private.tg_jobs__record_event, private.tg_jobs__roll_up, private.tg_jobs__announce;

-- As before, where no retry has ever been made in the session too: a setting that was never set is null, not empty.
create or replace function private.tg_jobs__enforce_transition() returns trigger
language plpgsql set search_path = '' as $$
declare
  v_is_retry boolean := coalesce(current_setting('private.retrying', true), '') = old.id::text;
begin
  new.updated_at := clock_timestamp();
  if new.status is distinct from old.status and not (
    (old.status = 'pending' and new.status in ('processing', 'failed', 'cancelled'))
    or (old.status = 'processing' and new.status in ('pending', 'completed', 'failed', 'cancelled'))
    or (old.status = 'pending' and new.status = 'completed' and old.is_parent)
    or (old.status in ('failed', 'cancelled') and new.status = 'pending' and v_is_retry)
    or (old.status in ('completed', 'failed', 'cancelled') and new.status = 'processing' and old.is_parent and v_is_retry)
  ) then
    perform private.refuse('job_finished', 409, format('A job cannot go from %s to %s.', old.status, new.status));
  end if;
  if new.progress < old.progress and new.attempt = old.attempt and not v_is_retry then
    new.progress := old.progress;
  end if;
  if (new.status, new.progress, new.message, new.attempt, new.priority)
    is distinct from (old.status, old.progress, old.message, old.attempt, old.priority) then
    new.event_count := old.event_count + 1;
  end if;
  return new;
end
$$;

-- PL/pgSQL: an expression costs less than the query of a function in SQL, and these are made at every change.
create or replace function private.job_record(p_job public.jobs) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'id', p_job.id, 'user_id', p_job.user_id, 'draft_id', p_job.draft_id, 'asset_id', p_job.asset_id,
    'parent_id', p_job.parent_id, 'type', p_job.type, 'status', p_job.status, 'priority', p_job.priority,
    'progress', p_job.progress, 'current_step', p_job.current_step, 'total_steps', p_job.total_steps,
    'message', p_job.message, 'error_code', p_job.error_code, 'error_message', p_job.error_message,
    'attempt', p_job.attempt, 'retry_count', p_job.retry_count, 'max_retries', p_job.max_retries,
    'created_at', p_job.created_at, 'started_at', p_job.started_at, 'completed_at', p_job.completed_at,
    'updated_at', p_job.updated_at);
end
$$;

create function private.staff_job_record(p_job public.jobs) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.job_record(p_job) || jsonb_build_object(
    'user_email', (select email from public.profiles where id = p_job.user_id),
    'draft_name', case when p_job.draft_id is not null then (select name from public.drafts where id = p_job.draft_id) end,
    'is_parent', p_job.is_parent, 'run_at', p_job.run_at, 'expires_at', p_job.expires_at,
    'unmet_dependencies', p_job.unmet_dependencies, 'death_count', p_job.death_count,
    'lease_owner', p_job.lease_owner, 'lease_expires_at', p_job.lease_expires_at, 'cost_micros', p_job.cost_micros);
end
$$;
comment on function private.staff_job_record is 'A job as support and admins see it: whose it is, for what, and who holds it.';

create function private.announce_to_staff(p_table text, p_operation text, p_count bigint, p_records jsonb) returns void
language sql security definer set search_path = '' as $$
  select realtime.send(
    jsonb_build_object('schema', 'public', 'table', p_table, 'operation', p_operation, 'sequence', null,
      'count', p_count, 'records', coalesce(p_records, '[]')),
    p_operation, 'admin:jobs', true)
$$;
comment on function private.announce_to_staff is
  'One message per statement to the dashboard. More than 50 rows are only counted: the page then asks again.';

create function private.announce_jobs(p_jobs public.jobs[], p_operation text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
begin
  if p_jobs is null then
    return;
  end if;
  -- In the order of drafts: two transactions that speak on several topics take their numbers in the same order.
  for v_job in select j.* from unnest(p_jobs) j order by j.draft_id, j.created_at loop
    if v_job.draft_id is not null and exists (select from public.drafts where id = v_job.draft_id) then
      perform private.announce_to_draft(v_job.draft_id, 'jobs', p_operation, private.job_record(v_job));
    else
      perform private.announce('user:' || v_job.user_id, 'jobs', p_operation, private.job_record(v_job));
    end if;
  end loop;
  perform private.announce_to_staff('jobs', p_operation, cardinality(p_jobs), case when cardinality(p_jobs) <= 50 then (
    select jsonb_agg(private.staff_job_record(j)) from unnest(p_jobs) j) end);
end
$$;

create function private.tg_job_pauses__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.announce_to_staff('job_pauses', tg_op, 1, null);
  return null;
end
$$;
create trigger tg_job_pauses__announce after insert or update on public.job_pauses
  for each statement execute function private.tg_job_pauses__announce();

-- Remembered for each function: a transaction that wakes two of them in turn wakes each once.
create or replace function private.wake(p_function text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_setting text := 'private.woken_' || replace(p_function, '-', '_');
begin
  if current_setting(v_setting, true) is distinct from txid_current()::text then
    perform set_config(v_setting, txid_current()::text, true);
    perform private.post('project_url', '/functions/v1/' || p_function, '{}');
  end if;
end
$$;

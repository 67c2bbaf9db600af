-- The state machine, and what is said of a change: records of jobs and their messages.
set local lock_timeout = '1s';

drop trigger tg_jobs__record_event on public.jobs;
drop trigger tg_jobs__roll_up on public.jobs;
drop trigger tg_jobs__announce on public.jobs;
drop function private.tg_jobs__record_event, private.tg_jobs__roll_up, private.tg_jobs__announce;

-- Before the row: is this legal, and what is it to the trail? A row knows itself what happened to it last, so that what
-- follows a statement reads its new rows alone. The ways that most changes go come first.
create or replace function private.tg_jobs__enforce_transition() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := clock_timestamp();
  if new.status <> old.status and not (
    (old.status = 'processing' and new.status in ('completed', 'pending', 'failed', 'cancelled'))
    or (old.status = 'pending' and new.status in ('processing', 'failed', 'cancelled'))
    or (old.status = 'pending' and new.status = 'completed' and old.is_parent)
    or ((old.status in ('failed', 'cancelled') and new.status = 'pending'
        or old.status in ('completed', 'failed', 'cancelled') and new.status = 'processing' and old.is_parent)
      -- A setting that was never set is null, not empty.
      and coalesce(current_setting('private.retrying', true), '') = old.id::text)
  ) then
    perform private.refuse('job_finished', 409, format('A job cannot go from %s to %s.', old.status, new.status));
  end if;
  if new.progress < old.progress and new.attempt = old.attempt
    and coalesce(current_setting('private.retrying', true), '') <> old.id::text then
    new.progress := old.progress;
  end if;
  new.last_event := case
    when new.status = old.status then case
      when new.progress > old.progress then 'progressed'
      when new.priority <> old.priority then 'reprioritised'
      when new.progress <> old.progress or new.attempt <> old.attempt or new.message is distinct from old.message then 'changed'
      end
    when new.status = 'processing' then case when old.completed_at is null then 'started' else 'retried' end
    when new.status <> 'pending' then new.status::text
    when old.status <> 'processing' then 'retried'
    when new.retry_count = old.retry_count and new.death_count = old.death_count then 'deferred'
    else 'requeued' end;
  if new.last_event is not null then
    new.event_count := old.event_count + 1;
    new.last_event_from := old.status;
    -- Only who holds it completes it.
    new.last_event_by := coalesce(nullif(current_setting('private.actor', true), ''),
      case when new.status = 'completed' then old.lease_owner end, auth.uid()::text, 'system');
  end if;
  return new;
end
$$;

-- A body that is parsed when it is made needs no search path and becomes a part of the query that calls it, which then reads
-- the columns that a record shows, and not the payload (it may be 1 MB).
create or replace function private.job_record(p_job public.jobs) returns jsonb language sql stable return jsonb_build_object(
  'id', (p_job).id, 'user_id', (p_job).user_id, 'draft_id', (p_job).draft_id, 'asset_id', (p_job).asset_id,
  'parent_id', (p_job).parent_id, 'type', (p_job).type, 'status', (p_job).status, 'priority', (p_job).priority,
  'progress', (p_job).progress, 'current_step', (p_job).current_step, 'total_steps', (p_job).total_steps,
  'message', (p_job).message, 'error_code', (p_job).error_code, 'error_message', (p_job).error_message,
  'attempt', (p_job).attempt, 'retry_count', (p_job).retry_count, 'max_retries', (p_job).max_retries,
  'created_at', (p_job).created_at, 'started_at', (p_job).started_at, 'completed_at', (p_job).completed_at,
  'updated_at', (p_job).updated_at);

create function private.staff_job_record(p_job public.jobs, p_email text, p_draft_name text) returns jsonb language sql stable return private.job_record(p_job) || jsonb_build_object(
  'user_email', p_email, 'draft_name', p_draft_name, 'is_parent', (p_job).is_parent, 'run_at', (p_job).run_at,
  'expires_at', (p_job).expires_at, 'unmet_dependencies', (p_job).unmet_dependencies,
  'death_count', (p_job).death_count, 'lease_owner', (p_job).lease_owner, 'lease_expires_at', (p_job).lease_expires_at,
  'cost_micros', (p_job).cost_micros);
comment on function private.staff_job_record(public.jobs, text, text) is
  'A job as support and admins see it: whose it is, for what, and who holds it.';

create function private.staff_job_record(p_job public.jobs) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.staff_job_record(p_job, (select email from public.profiles where id = p_job.user_id),
    case when p_job.draft_id is not null then (select name from public.drafts where id = p_job.draft_id) end);
end
$$;

-- As with realtime.send, a message that cannot be sent undoes nothing.
create function private.announce_to_staff(p_table text, p_operation text, p_count bigint, p_records jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := gen_random_uuid();
begin
  insert into realtime.messages (id, topic, extension, event, private, payload)
  values (v_id, 'admin:jobs', 'broadcast', p_operation, true, jsonb_build_object(
    'id', v_id, 'schema', 'public', 'table', p_table, 'operation', p_operation, 'sequence', null,
    'count', p_count, 'records', coalesce(p_records, '[]')));
  return v_id;
exception when others then
  raise warning 'ErrorSendingBroadcastMessage: %', sqlerrm;
  return null;
end
$$;
comment on function private.announce_to_staff is
  'One message per statement to the dashboard; its id. More than 20 rows are only counted: the page then asks again.';

create function private.announce_to_drafts(p_operation text, p_draft_ids uuid[], p_records jsonb[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft_ids uuid[];
  v_sequences bigint[];
begin
  -- In the order of drafts, which everybody keeps who speaks on several topics.
  with numbered as (
    insert into private.topic_sequences as t (draft_id, sequence)
    select d.id, count(*) from unnest(p_draft_ids) as u (id) join public.drafts d using (id) group by d.id order by d.id
    on conflict (draft_id) do update set sequence = t.sequence + excluded.sequence
    returning draft_id, sequence
  )
  select array_agg(draft_id), array_agg(sequence) into v_draft_ids, v_sequences from numbered;
  begin
    insert into realtime.messages (id, topic, extension, event, private, payload)
    select m.id, 'draft:' || m.draft_id, 'broadcast', p_operation, true, jsonb_build_object(
      'id', m.id, 'schema', 'public', 'table', 'jobs', 'operation', p_operation, 'sequence', m.sequence, 'record', m.record)
    from (
      select gen_random_uuid() as id, n.draft_id, r.record,
        n.sequence + 1 - row_number() over (partition by n.draft_id order by r.place desc) as sequence
      from unnest(v_draft_ids, v_sequences) as n (draft_id, sequence)
      join unnest(p_draft_ids, p_records) with ordinality as r (draft_id, record, place) using (draft_id)
    ) m order by m.draft_id, m.sequence;
  exception when others then
    raise warning 'ErrorSendingBroadcastMessage: %', sqlerrm;
  end;
end
$$;
comment on function private.announce_to_drafts is 'Numbered messages on the channels of drafts: one for each of these jobs.';

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

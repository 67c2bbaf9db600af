-- Indexes of jobs and predictions, each for the query that it is named for. A change of status touches every index that holds the row,
-- so what is null stays out of them.
-- Made in one go with their predecessors gone: the queue is small at any time, and a deploy holds it for a moment.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion, constraint-missing-not-valid
set local lock_timeout = '1s';

drop index public.jobs_claim_idx;
create index jobs_claim_idx on public.jobs (user_id, priority desc, run_at, created_at)
  where status = 'pending' and unmet_dependencies = 0 and not is_parent;
create index jobs_running_of_model_idx on public.jobs (model_id) where status = 'processing' and model_id is not null;

drop index public.jobs_active_of_draft_idx, public.jobs_draft_id_idx, public.jobs_asset_id_idx, public.jobs_parent_id_idx,
  public.jobs_model_id_idx;
create index jobs_active_of_draft_idx on public.jobs (draft_id)
  where status in ('pending', 'processing') and draft_id is not null;
create index jobs_draft_id_idx on public.jobs (draft_id, created_at desc) where draft_id is not null;
create index jobs_asset_id_idx on public.jobs (asset_id) where asset_id is not null;
create index jobs_parent_id_idx on public.jobs (parent_id) where parent_id is not null;
create index jobs_model_id_idx on public.jobs (model_id) where model_id is not null;

alter table public.jobs drop constraint one_job_per_idempotency_key;
create unique index jobs_idempotency_key_idx on public.jobs (user_id, idempotency_key) where idempotency_key is not null;

create index jobs_active_idx on public.jobs (created_at desc, id desc) where status in ('pending', 'processing');
create index jobs_expiry_idx on public.jobs (expires_at) where status = 'pending' and started_at is null;
create index jobs_error_code_idx on public.jobs (error_code, completed_at) where status = 'failed';
create index jobs_ended_idx on public.jobs (completed_at) where completed_at is not null;
create index jobs_durations_idx on public.jobs (type, completed_at desc) include (actual_duration_ms)
  where status = 'completed';
create index jobs_of_type_idx on public.jobs (type, created_at desc, id desc);
create index jobs_failed_idx on public.jobs (created_at desc, id desc) where status = 'failed';
create index jobs_cancelled_idx on public.jobs (created_at desc, id desc) where status = 'cancelled';

create index predictions_input_hash_idx on public.predictions (input_hash) where status in ('submitting', 'open');

-- A check constraint is read and planned anew by every statement that writes, each of them for longer than a row takes: one says
-- what must be true of any change, and what an update of other columns cannot break is looked at when it is written.
alter table public.jobs
  drop constraint ended_jobs_have_an_end, drop constraint running_jobs_hold_a_lease, drop constraint failed_jobs_say_why,
  drop constraint completed_jobs_are_whole, drop constraint jobs_payload_check, drop constraint jobs_priority_check,
  drop constraint jobs_weight_check, drop constraint jobs_progress_check, drop constraint jobs_max_retries_check,
  drop constraint jobs_unmet_dependencies_check, drop constraint jobs_idempotency_key_check,
  drop constraint jobs_payload_version_check, drop constraint jobs_credits_check;
alter table public.jobs add constraint jobs_are_whole check (progress between 0 and 100 and case status
  when 'pending' then completed_at is null and (is_parent or lease_expires_at is null)
  when 'processing' then completed_at is null and (is_parent or lease_expires_at is not null)
  when 'completed' then completed_at is not null and (is_parent or lease_expires_at is null) and progress = 100
  when 'failed' then completed_at is not null and (is_parent or lease_expires_at is null) and error_code is not null
  else completed_at is not null and (is_parent or lease_expires_at is null) end);

create function private.tg_jobs__check_values() returns trigger
language plpgsql set search_path = '' as $$
declare
  v_wrong text := case
    when octet_length(new.payload::text) > 1048576 then 'payload'
    when new.payload_version < 1 then 'payload_version'
    when new.priority not between 1 and 10 then 'priority'
    when new.weight < 1 then 'weight'
    when new.max_retries < 0 then 'max_retries'
    when new.credits < 0 then 'credits'
    when new.unmet_dependencies < 0 then 'unmet_dependencies'
    when char_length(new.idempotency_key) not between 1 and 200 then 'idempotency_key' end;
begin
  if v_wrong is not null then
    raise check_violation using message = format('The %s of this job is out of bounds.', v_wrong),
      schema = 'public', table = 'jobs', column = v_wrong;
  end if;
  return new;
end
$$;
create trigger tg_jobs__check_values
  before insert or update of payload, payload_version, priority, weight, max_retries, credits, unmet_dependencies, idempotency_key
  on public.jobs for each row execute function private.tg_jobs__check_values();

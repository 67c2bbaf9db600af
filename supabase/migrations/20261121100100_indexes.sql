-- Indexes of jobs and predictions, each for the query that it is named for. A change of status touches every index that holds the row,
-- so what is null stays out of them.
-- Made in one go with their predecessors gone: the queue is small at any time, and a deploy holds it for a moment.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion
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

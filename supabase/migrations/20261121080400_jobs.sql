-- Jobs: one row per piece of work, who depends on whom, every attempt at a provider, and the trail of events.
-- The tables are new and empty here, so nothing is blocked.
-- squawk-ignore-file adding-foreign-key-constraint, constraint-missing-not-valid, require-concurrent-index-creation

create type public.job_status as enum ('pending', 'processing', 'completed', 'failed', 'cancelled');

create table private.settings (
  is_only_row boolean primary key default true check (is_only_row),
  lease_seconds integer not null default 60 check (lease_seconds > 0),
  user_running_limit integer not null default 3 check (user_running_limit > 0),
  max_worker_deaths integer not null default 5 check (max_worker_deaths > 0),
  prediction_check_seconds integer not null default 10 check (prediction_check_seconds > 0),
  retry_delays_seconds integer[] not null default '{5,15,45}',
  orphan_grace_seconds integer not null default 3600 check (orphan_grace_seconds >= 0)
);
comment on table private.settings is 'Every number of the engine, in one row.';
insert into private.settings default values;

create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  draft_id uuid references public.drafts (id) on delete set null,
  asset_id uuid references public.draft_assets (id) on delete set null,
  parent_id uuid references public.jobs (id) on delete cascade,
  type public.job_type not null,
  is_parent boolean not null generated always as (type = 'generate_universe') stored,
  payload jsonb not null default '{}' check (octet_length(payload::text) <= 1048576),
  status public.job_status not null default 'pending',
  priority smallint not null default 5 check (priority between 1 and 10),
  weight smallint not null default 1 check (weight > 0),
  planned_weight integer not null default 0,
  planned_steps integer not null default 0,
  progress smallint not null default 0 check (progress between 0 and 100),
  current_step integer not null default 0,
  total_steps integer not null default 1,
  message text,
  result jsonb,
  error_code text,
  error_message text,
  error_detail jsonb,
  retry_count integer not null default 0,
  max_retries integer not null default 3 check (max_retries >= 0),
  death_count integer not null default 0,
  unmet_dependencies integer not null default 0 check (unmet_dependencies >= 0),
  run_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '3600 seconds',
  attempt integer not null default 0,
  lease_owner text,
  lease_expires_at timestamptz,
  model_id uuid references public.models (id) on delete set null,
  external_id text,
  cost_micros bigint not null default 0,
  estimated_duration_ms integer,
  actual_duration_ms integer,
  idempotency_key text check (char_length(idempotency_key) between 1 and 200),
  event_count integer not null default 0,
  -- The clock, not the transaction's start: jobs of one request run in the order in which they were asked for.
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  completed_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint ended_jobs_have_an_end check ((completed_at is not null) = (status in ('completed', 'failed', 'cancelled'))),
  constraint running_jobs_hold_a_lease check (is_parent or (lease_expires_at is not null) = (status = 'processing')),
  constraint failed_jobs_say_why check ((status = 'failed') <= (error_code is not null)),
  constraint completed_jobs_are_whole check ((status = 'completed') <= (progress = 100)),
  constraint one_job_per_idempotency_key unique (user_id, idempotency_key)
)
-- Room on each page for the next version of its rows: progress and lease updates then touch no index (HOT).
with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
alter table public.jobs enable row level security;
comment on table public.jobs is 'The only truth about work. A request is a parent row; its pieces are children. Only functions write here.';

create index jobs_claim_idx on public.jobs (priority desc, run_at, id)
  where status = 'pending' and unmet_dependencies = 0 and not is_parent;
create index jobs_processing_idx on public.jobs (user_id) where status = 'processing';
create index jobs_active_of_draft_idx on public.jobs (draft_id) where status in ('pending', 'processing');
create index jobs_user_id_idx on public.jobs (user_id, created_at desc);
create index jobs_draft_id_idx on public.jobs (draft_id);
create index jobs_asset_id_idx on public.jobs (asset_id);
create index jobs_parent_id_idx on public.jobs (parent_id);
create index jobs_model_id_idx on public.jobs (model_id);
create index jobs_created_at_idx on public.jobs (created_at desc, id desc);

alter table public.drafts add constraint drafts_active_job_id_fkey
  foreign key (active_job_id) references public.jobs (id) on delete set null;
create index drafts_active_job_id_idx on public.drafts (active_job_id);

create table public.job_dependencies (
  job_id uuid not null references public.jobs (id) on delete cascade,
  depends_on_id uuid not null references public.jobs (id) on delete cascade,
  primary key (job_id, depends_on_id),
  constraint nothing_waits_for_itself check (job_id <> depends_on_id)
);
alter table public.job_dependencies enable row level security;
comment on table public.job_dependencies is 'job_id starts when depends_on_id has completed.';
create index job_dependencies_depends_on_id_idx on public.job_dependencies (depends_on_id);

create table public.job_events (
  job_id uuid not null references public.jobs (id) on delete cascade,
  sequence integer not null,
  event text not null,
  actor text not null,
  from_status public.job_status,
  to_status public.job_status not null,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (job_id, sequence)
);
alter table public.job_events enable row level security;
comment on table public.job_events is 'The audit trail: one row per change, numbered per job, written in the transaction of the change.';

create table public.predictions (
  id uuid primary key default gen_random_uuid(),
  job_id uuid not null references public.jobs (id) on delete cascade,
  attempt integer not null,
  model_id uuid references public.models (id) on delete set null,
  input jsonb not null,
  input_hash text not null,
  external_id text unique,
  status text not null default 'submitting'
    check (status in ('submitting', 'open', 'succeeded', 'failed', 'cancelled', 'lost')),
  cost_micros bigint not null default 0,
  created_at timestamptz not null default now(),
  submitted_at timestamptz,
  checked_at timestamptz,
  completed_at timestamptz
);
alter table public.predictions enable row level security;
comment on table public.predictions is
  'The ledger of requests to the provider: written before the request leaves. The id is the secret token in its webhook address.';
create index predictions_job_id_idx on public.predictions (job_id);
create index predictions_model_id_idx on public.predictions (model_id);
create index predictions_submitting_idx on public.predictions (created_at) where status = 'submitting';
create index predictions_open_idx on public.predictions (checked_at nulls first) where status = 'open';

create policy read_own_jobs_or_as_staff on public.jobs for select to authenticated
  using (user_id = (select auth.uid()) or (select private.is_staff()));
create policy read_dependencies_of_own_jobs_or_as_staff on public.job_dependencies for select to authenticated
  using (job_id in (select id from public.jobs));
create policy read_events_of_own_jobs_or_as_staff on public.job_events for select to authenticated
  using (job_id in (select id from public.jobs));
create policy read_predictions_as_staff on public.predictions for select to authenticated
  using ((select private.is_staff()));
-- error_detail is for staff (get_job); leases and keys are nobody's business outside the engine.
grant select (
  id, user_id, draft_id, asset_id, parent_id, type, is_parent, payload, status, priority, progress, current_step,
  total_steps, message, result, error_code, error_message, retry_count, max_retries, death_count,
  unmet_dependencies, run_at, expires_at, attempt, lease_expires_at, model_id, cost_micros, estimated_duration_ms,
  actual_duration_ms, created_at, started_at, completed_at, updated_at
) on public.jobs to authenticated;
grant select on public.job_dependencies, public.job_events to authenticated;
grant select (job_id, attempt, model_id, input, external_id, status, cost_micros, created_at, submitted_at,
  checked_at, completed_at) on public.predictions to authenticated;

-- The state machine. Leaving a terminal status is a retry, which says so through `private.retrying`.
create function private.tg_jobs__enforce_transition() returns trigger
language plpgsql set search_path = '' as $$
declare
  v_is_retry boolean := current_setting('private.retrying', true) = old.id::text;
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
comment on function private.tg_jobs__enforce_transition is
  'Refuses illegal moves, keeps progress from falling within an attempt and numbers the change.';
create trigger tg_jobs__enforce_transition before update on public.jobs
  for each row execute function private.tg_jobs__enforce_transition();

create function private.actor() returns text language sql stable set search_path = '' as $$
  select coalesce(nullif(current_setting('private.actor', true), ''), auth.uid()::text, 'system')
$$;
comment on function private.actor is 'Who changes a job: the worker that said so, the signed-in user, or the system.';

create function private.tg_jobs__record_event() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    insert into public.job_events (job_id, sequence, event, actor, to_status)
    values (new.id, 0, 'created', private.actor(), new.status);
  elsif new.event_count > old.event_count then
    insert into public.job_events (job_id, sequence, event, actor, from_status, to_status, data)
    values (
      new.id, new.event_count,
      case
        when new.status = old.status and new.progress > old.progress then 'progressed'
        when new.status = old.status then 'changed'
        when new.status = 'pending' and old.status = 'processing' then 'requeued'
        when new.status = 'pending' or (new.status = 'processing' and old.completed_at is not null) then 'retried'
        when new.status = 'processing' then 'started'
        else new.status::text
      end,
      private.actor(), old.status, new.status,
      jsonb_strip_nulls(jsonb_build_object(
        'attempt', new.attempt, 'progress', new.progress, 'message', new.message,
        'error_code', new.error_code, 'run_at', case when new.status = 'pending' then new.run_at end
      ))
    );
  end if;
  return null;
end
$$;
create trigger tg_jobs__record_event after insert or update on public.jobs
  for each row execute function private.tg_jobs__record_event();

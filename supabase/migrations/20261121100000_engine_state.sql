-- What the engine keeps beside the jobs: its numbers, who is served next, what is paused, and how long the provider wants to be left alone.
set local lock_timeout = '1s';

alter table private.settings
  add column max_attempt_seconds integer not null default 140 check (max_attempt_seconds > 0),
  add column notify_retry_delays_seconds integer[] not null default '{60,120,240}',
  add column start_within_seconds integer not null default 3600 check (start_within_seconds > 0),
  add column busy_provider_seconds integer not null default 10 check (busy_provider_seconds > 0),
  add column twin_check_seconds integer not null default 3 check (twin_check_seconds > 0),
  add column unavailable_model_seconds integer not null default 600 check (unavailable_model_seconds > 0),
  add column stuck_lease_seconds integer not null default 60 check (stuck_lease_seconds > 0),
  add column stuck_waiting_seconds integer not null default 600 check (stuck_waiting_seconds > 0),
  add column keep_completed_days integer not null default 7 check (keep_completed_days > 0),
  add column keep_failed_days integer not null default 30 check (keep_failed_days > 0);
comment on column private.settings.max_attempt_seconds is 'An attempt''s own budget, inside the 150 s of an Edge Function. No heartbeat prolongs it.';
comment on column private.settings.twin_check_seconds is 'When a job looks again whether the same thing has been made by another one.';

-- Less than the ten seconds of a tick: what was asked about in one is asked about again in the next.
alter table private.settings alter column prediction_check_seconds set default 8;
update private.settings set prediction_check_seconds = 8;

alter table public.jobs
  add column payload_version smallint not null default 1 check (payload_version > 0),
  add column round integer not null default 0,
  add column credits integer not null default 0 check (credits >= 0),
  add column deadline_at timestamptz,
  add column last_event text,
  add column last_event_by text,
  add column last_event_from public.job_status;
comment on column public.jobs.round is 'How often people have asked for it again.';
comment on column public.jobs.credits is 'What it costs its user: of a request all that it plans, of a piece its own price.';
comment on column public.jobs.last_event is 'What the last update was to the trail, or null when it said nothing. Written before the row, read once per statement.';
comment on column public.jobs.deadline_at is 'When the present attempt is over, whatever its heartbeats say.';

alter table public.models
  add column credits integer not null default 1 check (credits >= 0),
  add column expected_seconds integer not null default 10 check (expected_seconds > 0),
  add column unavailable_since timestamptz;
comment on column public.models.expected_seconds is 'The first estimate, while there is no history.';
update public.models set credits = 0 where job_type = 'generate_concepts';

-- Rotation: the user who was served longest ago comes first. The row is also what a claim locks, so that the limit of
-- a user is counted by one claim at a time, and claims for different users do not wait for each other.
create table private.lanes (
  user_id uuid primary key references public.profiles (id) on delete cascade,
  served_at timestamptz not null default '-infinity'
);
comment on table private.lanes is 'Users with work, in the order in which they are served. Made by enqueue_jobs, pruned by the schedule.';
create index lanes_served_at_idx on private.lanes (served_at);

create table private.provider_state (
  is_only_row boolean primary key default true check (is_only_row),
  held_until timestamptz not null default '-infinity'
);
comment on table private.provider_state is 'Until when the provider asked not to be asked.';
insert into private.provider_state default values;

create table public.job_pauses (
  id uuid primary key default gen_random_uuid(),
  type public.job_type,
  user_id uuid references public.profiles (id) on delete cascade,
  reason text not null default '' check (char_length(reason) <= 500),
  paused_by uuid references public.profiles (id) on delete set null,
  paused_at timestamptz not null default now(),
  resumed_by uuid references public.profiles (id) on delete set null,
  resumed_at timestamptz,
  constraint pauses_are_of_a_type_or_a_person check (type is null or user_id is null)
);
alter table public.job_pauses enable row level security;
comment on table public.job_pauses is 'What is not claimed: a type, a user, or (both null) anything. Ended pauses stay as the trail.';
create unique index job_pauses_active_idx on public.job_pauses (type, user_id) nulls not distinct where resumed_at is null;
create index job_pauses_user_id_idx on public.job_pauses (user_id);
create index job_pauses_paused_by_idx on public.job_pauses (paused_by);
create index job_pauses_resumed_by_idx on public.job_pauses (resumed_by);
create policy read_pauses_as_staff on public.job_pauses for select to authenticated using ((select private.is_staff()));
grant select on public.job_pauses to authenticated;

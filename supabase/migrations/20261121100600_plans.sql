-- Plans: how often a person may ask, and what it costs. Requests of one person are counted one at a time, so that any
-- number of them at once get exactly the limit.
set local lock_timeout = '1s';

create table public.plans (
  key text primary key check (key ~ '^[a-z][a-z0-9-]*$'),
  is_default boolean not null default false,
  requests_per_hour integer not null check (requests_per_hour > 0),
  requests_per_day integer not null check (requests_per_day > 0),
  generation_interval_seconds integer not null check (generation_interval_seconds >= 0),
  monthly_credits integer not null check (monthly_credits >= 0)
);
alter table public.plans enable row level security;
comment on table public.plans is 'Limits that an admin can change. Requests count, not their children; children cost credits.';
create unique index plans_default_idx on public.plans (is_default) where is_default;
create policy read_plans on public.plans for select to authenticated using (true);
grant select on public.plans to authenticated;
insert into public.plans values ('standard', true, 10, 100, 60, 500);

create table public.user_quotas (
  user_id uuid primary key references public.profiles (id) on delete cascade,
  plan_key text references public.plans (key),
  hour_started_at timestamptz not null default '-infinity',
  hour_count integer not null default 0,
  day date not null default '-infinity',
  day_count integer not null default 0,
  generated_at timestamptz not null default '-infinity',
  credits_month date not null default '-infinity',
  credits_left integer not null default 0
);
alter table public.user_quotas enable row level security;
comment on table public.user_quotas is 'What a person has used up. An hour begins with its first request; a day and a month are those of UTC.';
comment on column public.user_quotas.plan_key is 'Null: the default plan.';
create index user_quotas_plan_key_idx on public.user_quotas (plan_key);
create policy read_own_quota_or_as_staff on public.user_quotas for select to authenticated
  using (user_id = (select auth.uid()) or (select private.is_staff()));
grant select on public.user_quotas to authenticated;

create table public.credit_entries (
  id bigint generated always as identity primary key,
  user_id uuid not null references public.profiles (id) on delete cascade,
  job_id uuid references public.jobs (id) on delete set null,
  kind text not null check (kind in ('charge', 'refund')),
  round integer not null,
  credits integer not null check (credits > 0),
  is_counted boolean not null default true,
  created_at timestamptz not null default now()
);
alter table public.credit_entries enable row level security;
comment on table public.credit_entries is 'The credit ledger: a request is charged what it plans, and given back once what was not made.';
comment on column public.credit_entries.is_counted is
  'Whether credits_left has it. A refund is counted by the next request, so that no job that ends waits for its user''s quota.';
create unique index credit_entries_refund_idx on public.credit_entries (job_id, round) where kind = 'refund';
create index credit_entries_job_id_idx on public.credit_entries (job_id);
create index credit_entries_user_id_idx on public.credit_entries (user_id, created_at desc);
create index credit_entries_uncounted_idx on public.credit_entries (user_id) where not is_counted;
create policy read_own_credit_entries_or_as_staff on public.credit_entries for select to authenticated
  using (user_id = (select auth.uid()) or (select private.is_staff()));
grant select on public.credit_entries to authenticated;

create function private.plan_of(p_user_id uuid) returns public.plans
language sql stable security definer set search_path = '' as $$
  select p from public.plans p where p.key = coalesce(
    (select q.plan_key from public.user_quotas q where q.user_id = p_user_id),
    (select d.key from public.plans d where d.is_default))
$$;

create function private.quota_of(p_user_id uuid, p_now timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'credits', jsonb_build_object(
      'left', case when q.credits_month < date_trunc('month', u.now)::date then p.monthly_credits else q.credits_left end
        + (select coalesce(sum(e.credits), 0) from public.credit_entries e where e.user_id = p_user_id and not e.is_counted),
      'renewed_at', (date_trunc('month', u.now) + interval '1 month') at time zone 'utc'),
    'requests', jsonb_build_object(
      'hour', jsonb_build_object('limit', p.requests_per_hour,
        'left', p.requests_per_hour - case when h.ends_at <= p_now then 0 else q.hour_count end,
        'reset_at', case when h.ends_at <= p_now then p_now + interval '1 hour' else h.ends_at end),
      'day', jsonb_build_object('limit', p.requests_per_day,
        'left', p.requests_per_day - case when q.day < u.now::date then 0 else q.day_count end,
        'reset_at', (greatest(q.day, u.now::date) + 1)::timestamp at time zone 'utc'),
      'generation', jsonb_build_object('ready_at',
        -- The request that began last may lie ahead of one that began before: without an interval that is no matter.
        case when p.generation_interval_seconds > 0 and g.ready_at > p_now then g.ready_at end)))
  from private.plan_of(p_user_id) p
  cross join lateral (select p_now at time zone 'utc') as u (now)
  left join public.user_quotas stored on stored.user_id = p_user_id
  cross join lateral (select coalesce(stored.hour_started_at, '-infinity'), coalesce(stored.hour_count, 0),
    coalesce(stored.day, '-infinity'), coalesce(stored.day_count, 0), coalesce(stored.generated_at, '-infinity'),
    coalesce(stored.credits_month, '-infinity'), coalesce(stored.credits_left, 0)
  ) as q (hour_started_at, hour_count, day, day_count, generated_at, credits_month, credits_left)
  cross join lateral (select q.hour_started_at + interval '1 hour') as h (ends_at)
  cross join lateral (select q.generated_at + make_interval(secs => p.generation_interval_seconds)) as g (ready_at)
$$;
comment on function private.quota_of is 'What this person has left of requests and credits, and when there will be more.';

create function private.moment(p_at timestamptz) returns text
language sql immutable set search_path = '' as $$
  select to_char(p_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
comment on function private.moment is 'ISO 8601 in UTC, whatever the session''s zone.';

create function private.refuse_until(p_code text, p_detail text, p_retry_at timestamptz) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT429', message = p_code, detail = p_detail,
    hint = private.moment(p_retry_at);
end
$$;
comment on function private.refuse_until is 'A refusal that time heals: the hint is when it may be tried again.';

create function private.take_request(p_user_id uuid, p_is_generation boolean, p_credits integer, p_now timestamptz)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_plan public.plans := private.plan_of(p_user_id);
  v_today date := (p_now at time zone 'utc')::date;
  v_month date := date_trunc('month', p_now at time zone 'utc')::date;
  v_left jsonb;
  v_back integer;
begin
  insert into public.user_quotas (user_id) values (p_user_id) on conflict do nothing;
  perform from public.user_quotas where user_id = p_user_id for no key update;
  with back as (
    update public.credit_entries set is_counted = true where user_id = p_user_id and not is_counted returning credits
  )
  select coalesce(sum(credits), 0) into v_back from back;
  update public.user_quotas q set
    hour_started_at = case when q.hour_started_at + interval '1 hour' <= p_now then p_now else q.hour_started_at end,
    hour_count = 1 + case when q.hour_started_at + interval '1 hour' <= p_now then 0 else q.hour_count end,
    day = greatest(q.day, v_today), day_count = 1 + case when q.day < v_today then 0 else q.day_count end,
    generated_at = case when p_is_generation then greatest(q.generated_at, p_now) else q.generated_at end,
    credits_month = greatest(q.credits_month, v_month),
    credits_left = v_back + case when q.credits_month < v_month then v_plan.monthly_credits else q.credits_left end - p_credits
  where q.user_id = p_user_id
    and (q.hour_started_at + interval '1 hour' <= p_now or q.hour_count < v_plan.requests_per_hour)
    and (q.day < v_today or q.day_count < v_plan.requests_per_day)
    -- Of two requests at once, the one that began first may come second: without an interval that is no matter.
    and (not p_is_generation or v_plan.generation_interval_seconds = 0
      or q.generated_at + make_interval(secs => v_plan.generation_interval_seconds) <= p_now)
    and v_back + case when q.credits_month < v_month then v_plan.monthly_credits else q.credits_left end >= p_credits;
  if found then
    return;
  end if;
  v_left := private.quota_of(p_user_id, p_now);
  if (v_left #>> '{requests,day,left}')::integer <= 0 then
    perform private.refuse_until('rate_limited', format('That is %s requests today; there will be more tomorrow.',
      v_plan.requests_per_day), (v_left #>> '{requests,day,reset_at}')::timestamptz);
  elsif (v_left #>> '{requests,hour,left}')::integer <= 0 then
    perform private.refuse_until('rate_limited', format('That is %s requests within an hour; wait a little.',
      v_plan.requests_per_hour), (v_left #>> '{requests,hour,reset_at}')::timestamptz);
  elsif p_is_generation and v_left #>> '{requests,generation,ready_at}' is not null then
    perform private.refuse_until('rate_limited', 'One whole universe after the other; wait a moment.',
      (v_left #>> '{requests,generation,ready_at}')::timestamptz);
  else
    perform private.refuse_until('out_of_credits', format('This needs %s credits, and %s are left.', p_credits,
      v_left #>> '{credits,left}'), (v_left #>> '{credits,renewed_at}')::timestamptz);
  end if;
end
$$;
comment on function private.take_request is
  'Counts one request and takes its credits, or refuses with the time at which there will be more. Exact under any number at once.';

create function public.reset_user_quotas(p_user_id uuid default null) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_count integer;
begin
  update public.user_quotas set hour_count = 0, day_count = 0, generated_at = '-infinity', credits_month = '-infinity'
  where user_id = p_user_id or p_user_id is null;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function public.reset_user_quotas is 'A fresh hour, day and month for one person, or (null) for everyone.';

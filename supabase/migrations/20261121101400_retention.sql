-- Retention: what is kept for how long, and the daily figures that are kept for ever.
set local lock_timeout = '1s';

create table public.kpi_daily (
  day date not null,
  type public.job_type not null,
  jobs integer not null,
  completed integer not null,
  failed integer not null,
  cancelled integer not null,
  retries integer not null,
  worker_deaths integer not null,
  predictions integer not null,
  cost_micros bigint not null,
  credits bigint not null,
  mean_ms integer,
  p50_ms integer,
  p95_ms integer,
  estimate_error_ms integer,
  primary key (day, type)
);
alter table public.kpi_daily enable row level security;
comment on table public.kpi_daily is 'Jobs that ended on a day of UTC, by type. Outlives the jobs.';
comment on column public.kpi_daily.estimate_error_ms is 'Mean of predicted minus real duration, where there was a prediction.';
create policy read_kpis_as_staff on public.kpi_daily for select to authenticated using ((select private.is_staff()));
grant select on public.kpi_daily to authenticated;

create function public.rollup_kpis(p_day date default (now() at time zone 'utc')::date - 1) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_from timestamptz := p_day::timestamp at time zone 'utc';
  v_count integer;
begin
  insert into public.kpi_daily
  select
    p_day, j.type, count(*), count(*) filter (where j.status = 'completed'), count(*) filter (where j.status = 'failed'),
    count(*) filter (where j.status = 'cancelled'), sum(j.retry_count), sum(j.death_count), coalesce(sum(p.n), 0),
    coalesce(sum(p.cost), 0), sum(case when j.status = 'completed' and not j.is_parent then j.credits else 0 end),
    avg(j.actual_duration_ms) filter (where j.status = 'completed'),
    percentile_cont(0.5) within group (order by j.actual_duration_ms) filter (where j.status = 'completed'),
    percentile_cont(0.95) within group (order by j.actual_duration_ms) filter (where j.status = 'completed'),
    avg(j.estimated_duration_ms - j.actual_duration_ms) filter (where j.status = 'completed')
  from public.jobs j
  left join lateral (select count(*) as n, sum(cost_micros) as cost from public.predictions where job_id = j.id) p on true
  where j.completed_at >= v_from and j.completed_at < v_from + interval '1 day'
  group by j.type
  on conflict (day, type) do update set
    jobs = excluded.jobs, completed = excluded.completed, failed = excluded.failed, cancelled = excluded.cancelled,
    retries = excluded.retries, worker_deaths = excluded.worker_deaths, predictions = excluded.predictions,
    cost_micros = excluded.cost_micros, credits = excluded.credits, mean_ms = excluded.mean_ms, p50_ms = excluded.p50_ms,
    p95_ms = excluded.p95_ms, estimate_error_ms = excluded.estimate_error_ms
  -- What was cleaned up since stays counted.
  where excluded.jobs >= kpi_daily.jobs;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function public.rollup_kpis is 'Figures of one day of UTC (yesterday), by type. May be called again; returns how many types there were.';

create function public.cleanup_old_jobs(
  p_limit integer default 1000, p_days integer default null, p_now timestamptz default now()
) returns integer language plpgsql security definer set search_path = '' as $$
declare
  v_settings private.settings;
  v_old uuid[];
  v_count integer;
begin
  select * into v_settings from private.settings;
  v_old := array(
    select j.id from public.jobs j
    where j.completed_at < p_now - make_interval(days => coalesce(p_days,
        case when j.status = 'failed' then v_settings.keep_failed_days else v_settings.keep_completed_days end))
      and j.completed_at < p_now - make_interval(days => coalesce(p_days, least(v_settings.keep_failed_days, v_settings.keep_completed_days)))
      -- Pieces go with their request, and nothing goes that another job still waits for.
      and j.parent_id is null
      and not exists (select from public.job_dependencies d join public.jobs w on w.id = d.job_id
        where d.depends_on_id = j.id and w.status in ('pending', 'processing'))
    order by j.completed_at limit p_limit for update of j skip locked);
  -- No day is lost because nothing ran in the night after it.
  perform public.rollup_kpis(d.day) from (
    select distinct (j.completed_at at time zone 'utc')::date as day from public.jobs j
    where j.id = any (v_old) or j.parent_id = any (v_old)
  ) d where not exists (select from public.kpi_daily k where k.day = d.day);
  delete from public.jobs j where j.id = any (v_old);
  get diagnostics v_count = row_count;
  delete from private.results where input_hash in (
    select input_hash from private.results where created_at < p_now - make_interval(days => coalesce(p_days, v_settings.keep_failed_days))
    limit p_limit);
  return v_count;
end
$$;
comment on function public.cleanup_old_jobs is
  'Deletes requests that ended more than 7 days ago (failed: 30; p_days says otherwise), with their pieces, events and predictions. Returns how many; call it until it is 0.';

select cron.schedule('rollup-kpis', '7 0 * * *', 'select public.rollup_kpis()');
select cron.schedule('cleanup-old-jobs', '*/10 * * * *', 'select public.cleanup_old_jobs(5000)');

-- Adults report a universe that is not right for children; staff read the reports, admins decide.
-- The tables are new and empty, so nothing is blocked.
-- squawk-ignore-file require-concurrent-index-creation
set local lock_timeout = '1s';

create table public.universe_reports (
  id uuid primary key default gen_random_uuid(),
  universe_id uuid not null references public.universes (id) on delete cascade,
  reporter_id uuid references public.profiles (id) on delete set null,
  release_number integer not null,
  reason text not null check (reason in ('not_for_children', 'wrong', 'personal', 'copied', 'other')),
  details text check (char_length(details) between 1 and 1000),
  status text not null default 'open' check (status in ('open', 'dismissed', 'upheld')),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references public.profiles (id) on delete set null,
  constraint a_decision_has_its_time check ((status = 'open') = (decided_at is null))
);
alter table public.universe_reports enable row level security;
comment on table public.universe_reports is 'What adults found wrong with a universe. Who reported it is known to staff alone.';
create unique index one_open_report_per_person_idx on public.universe_reports (universe_id, reporter_id) where status = 'open';
create index universe_reports_open_idx on public.universe_reports (created_at) where status = 'open';
create index universe_reports_reporter_id_idx on public.universe_reports (reporter_id, created_at);
create index universe_reports_universe_id_idx on public.universe_reports (universe_id);
create index universe_reports_decided_by_idx on public.universe_reports (decided_by);
create policy read_reports_as_staff on public.universe_reports for select to authenticated using ((select private.is_staff()));
grant select on public.universe_reports to authenticated;

create function public.report_universe(p_slug text, p_reason text, p_details text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_universe public.universes;
  v_since timestamptz;
  v_id uuid;
begin
  select * into v_universe from public.universes where slug = public.find_address(p_slug);
  if v_universe.id is null then
    perform private.refuse('not_found', 404, 'There is no published universe at this address.');
  elsif v_universe.owner_id = v_user then
    perform private.refuse('forbidden', 403, 'This universe is yours: change it, or take it back.');
  end if;
  -- One person after the other, so that the count is right.
  perform from public.profiles where id = v_user for no key update;
  select min(created_at) into v_since from (
    select created_at from public.universe_reports where reporter_id = v_user and created_at > now() - interval '1 day'
    order by created_at desc limit 20
  ) r having count(*) = 20;
  if v_since is not null then
    perform private.refuse_until('rate_limited', 'You reported 20 universes within a day; somebody will look at them.',
      v_since + interval '1 day');
  end if;
  insert into public.universe_reports as r (universe_id, reporter_id, release_number, reason, details)
  values (v_universe.id, v_user, (select number from public.releases where id = v_universe.release_id), p_reason, nullif(btrim(p_details), ''))
  on conflict (universe_id, reporter_id) where status = 'open'
  do update set reason = excluded.reason, details = coalesce(excluded.details, r.details), release_number = excluded.release_number
  returning id into v_id;
  return v_id;
end
$$;
comment on function public.report_universe is
  'Anybody who is signed in: says what is wrong with a universe of somebody else that they can see. Saying it again changes the open report. 20 in a day.';

create function public.list_reports(p_status text default 'open', p_skip integer default 0, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_staff();
  return jsonb_build_object(
    'total', (select count(*) from public.universe_reports where status = p_status),
    'items', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', r.id, 'reason', r.reason, 'details', r.details, 'status', r.status, 'release', r.release_number,
        'created_at', r.created_at, 'decided_at', r.decided_at, 'reporter_email', p.email, 'universe', private.universe_record(u),
        'owner_email', (select email from public.profiles where id = u.owner_id)) order by r.created_at, r.id)
      from (
        select * from public.universe_reports where status = p_status
        order by created_at, id offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)
      ) r join public.universes u on u.id = r.universe_id left join public.profiles p on p.id = r.reporter_id), '[]'));
end
$$;
comment on function public.list_reports is 'Support, admins: reports, those that wait longest first: {items, total}.';

create function public.dismiss_report(p_report_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_admin uuid := private.require_admin();
  v_report public.universe_reports;
begin
  select * into v_report from public.universe_reports where id = p_report_id for update;
  if v_report.id is null then
    perform private.refuse('not_found', 404, 'There is no such report.');
  elsif v_report.status <> 'open' then
    perform private.refuse('nothing_to_do', 409, format('This report is %s already.', v_report.status));
  end if;
  update public.universe_reports set status = 'dismissed', decided_at = now(), decided_by = v_admin where id = p_report_id;
  perform private.note_decision('dismiss_report', v_report.universe_id, jsonb_build_object('report', p_report_id, 'reason', v_report.reason));
end
$$;
comment on function public.dismiss_report is 'Admin: there is nothing wrong; the report is closed.';
grant execute on function public.report_universe, public.list_reports, public.dismiss_report to authenticated;

-- A report says what came of it to the end: also that what was hidden for it is seen again. Who reported reads that.
-- The new column is empty and the table is small, so nothing is blocked for long.
-- squawk-ignore-file constraint-missing-not-valid
set local lock_timeout = '1s';

alter table public.universe_reports
  add column shown_again_at timestamptz,
  add constraint only_what_was_hidden_is_shown_again check (shown_again_at is null or (status = 'upheld' and shown_again_at >= decided_at));
comment on column public.universe_reports.shown_again_at is
  'Since when the universe that was hidden for this report is seen again; null while it is hidden. It may have been hidden anew for another report.';

-- What was shown again before this column was there is in the trail.
update public.universe_reports r set shown_again_at = (
  select min(e.created_at) from public.audit_entries e
  where e.universe_id = r.universe_id and e.action = 'unhide' and e.created_at >= r.decided_at)
where r.status = 'upheld';

create or replace function public.unhide_universe(p_slug text, p_answer text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_answer text := nullif(btrim(p_answer), '');
  v_universe public.universes;
begin
  perform private.require_admin();
  v_universe := private.any_universe(p_slug);
  if v_universe.hidden_at is null then
    perform private.refuse('nothing_to_do', 409, 'This universe is not hidden.');
  end if;
  update private.hidings set ended_at = now(), answer = v_answer, answered_at = now() where universe_id = v_universe.id;
  update public.universes set hidden_at = null where id = v_universe.id returning * into v_universe;
  update public.universe_reports set shown_again_at = now()
  where universe_id = v_universe.id and status = 'upheld' and shown_again_at is null;
  update public.drafts set updated_at = now() where universe_id = v_universe.id;
  perform private.note_decision('unhide', v_universe.id, jsonb_strip_nulls(jsonb_build_object('answer', v_answer)));
  return private.universe_record(v_universe);
end
$$;

create or replace function public.list_reports(p_status text default 'open', p_skip integer default 0, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_staff();
  return jsonb_build_object(
    'total', (select count(*) from public.universe_reports where status = p_status),
    'items', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', r.id, 'reason', r.reason, 'details', r.details, 'status', r.status, 'release', r.release_number,
        'created_at', r.created_at, 'decided_at', r.decided_at, 'shown_again_at', r.shown_again_at,
        'reporter_email', p.email, 'universe', private.universe_record(u),
        'owner_email', (select email from public.profiles where id = u.owner_id),
        'thumbnail_path', (select thumbnail_path from public.releases where universe_id = u.id and number = r.release_number),
        'report_count', (select count(*) from public.universe_reports o where o.universe_id = u.id and o.status = r.status)
      ) order by r.rank)
      from (
        -- What waits longest comes first; what was decided, the latest.
        select *, row_number() over (order by decided_at desc, created_at, id) as rank from public.universe_reports
        where status = p_status order by decided_at desc, created_at, id
        offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)
      ) r join public.universes u on u.id = r.universe_id left join public.profiles p on p.id = r.reporter_id), '[]'));
end
$$;

create function public.list_my_reports(p_skip integer default 0, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
begin
  return jsonb_build_object(
    'total', (select count(*) from public.universe_reports where reporter_id = v_user),
    'items', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', r.id, 'reason', r.reason, 'details', r.details, 'status', r.status, 'created_at', r.created_at,
        'decided_at', r.decided_at, 'shown_again_at', r.shown_again_at,
        -- As it was called when it was reported: whatever its owner made of it since is not for everybody's eyes.
        'name', l.name, 'names', l.names,
        'slug', case when f.is_found then u.slug end, 'thumbnail_path', case when f.is_found then n.thumbnail_path end
      ) order by r.created_at desc, r.id)
      from (
        select * from public.universe_reports where reporter_id = v_user
        order by created_at desc, id offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)
      ) r join public.universes u on u.id = r.universe_id
      join public.releases l on l.universe_id = u.id and l.number = r.release_number
      left join public.releases n on n.id = u.release_id
      -- The present address of what is unlisted is a secret of its own.
      cross join lateral (select private.is_shown(u) and u.visibility = 'public' as is_found) f), '[]'));
end
$$;
comment on function public.list_my_reports is
  'Whoever is signed in: what they reported and what came of it, the latest first: {items, total}. Nothing of owners, staff or others who reported; an address and a picture only of what everybody finds.';
grant execute on function public.list_my_reports to authenticated;

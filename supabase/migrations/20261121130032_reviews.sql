-- Releases as their people look back at them, and universes as the staff look at them, hidden or not.
set local lock_timeout = '1s';

create function public.get_release(p_draft_id uuid, p_release_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_release public.releases;
  v_before public.releases;
begin
  perform private.require_user();
  select r.* into v_release from public.releases r join public.drafts d on d.universe_id = r.universe_id
  where r.id = p_release_id and d.id = p_draft_id and private.role_in(p_draft_id) is not null;
  if v_release.id is null then
    perform private.refuse('not_found', 404, 'There is no such release in your account.');
  end if;
  select * into v_before from public.releases where universe_id = v_release.universe_id and number < v_release.number
  order by number desc limit 1;
  return jsonb_build_object(
    'release', private.release_record(v_release), 'now', private.release_content(v_release),
    'before', case when v_before.id is not null then private.release_content(v_before) end,
    'since', v_before.number);
end
$$;
comment on function public.get_release is
  'The people of a draft: one of its releases and the one that was published before it, both in full; null before the first.';

create function public.get_reviewed_release(p_slug text, p_number integer default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_universe public.universes;
  v_release public.releases;
begin
  perform private.require_staff();
  select u.* into v_universe from private.addresses a join public.universes u on u.id = a.universe_id where a.slug = p_slug;
  select * into v_release from public.releases
  where universe_id = v_universe.id and case when p_number is null then id = v_universe.release_id else number = p_number end;
  if v_release.id is null then
    perform private.refuse('not_found', 404, 'There is no such release.');
  end if;
  return private.release_content(v_release) || jsonb_build_object(
    'id', v_universe.id, 'slug', v_universe.slug, 'visibility', v_universe.visibility, 'release', v_release.number,
    'published_at', v_release.published_at);
end
$$;
comment on function public.get_reviewed_release is
  'Support, admins: a universe as children see it or saw it in this release, of now where no number is given, also while it is hidden or taken back.';

create or replace function public.list_reports(p_status text default 'open', p_skip integer default 0, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_staff();
  return jsonb_build_object(
    'total', (select count(*) from public.universe_reports where status = p_status),
    'items', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', r.id, 'reason', r.reason, 'details', r.details, 'status', r.status, 'release', r.release_number,
        'created_at', r.created_at, 'decided_at', r.decided_at, 'reporter_email', p.email, 'universe', private.universe_record(u),
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
comment on function public.list_reports is
  'Support, admins: reports, those that wait longest first, of those that were decided the latest: {items, total}.';

create or replace function public.list_hidden_universes(p_skip integer default 0, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_staff();
  return jsonb_build_object(
    'total', (select count(*) from private.hidings where ended_at is null),
    'waiting', (select count(*) from private.hidings where ended_at is null and appealed_at is not null and answered_at is null),
    'items', coalesce((
      select jsonb_agg(private.universe_record(u) || private.hiding_of(u.id) || jsonb_build_object(
        'hidden_by_email', a.email, 'owner_email', o.email,
        'thumbnail_path', (select thumbnail_path from public.releases where id = u.release_id)) order by h.rank)
      from (
        select *, row_number() over (order by answered_at is not null, appealed_at, hidden_at desc, universe_id) as rank
        from private.hidings where ended_at is null order by rank
        offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)
      ) h join public.universes u on u.id = h.universe_id join public.profiles o on o.id = u.owner_id
      left join public.profiles a on a.id = h.hidden_by), '[]'));
end
$$;
comment on function public.list_hidden_universes is
  'Support, admins: what is hidden, objections that wait longest first, and how many of them there are: {items, total, waiting}.';

grant execute on function public.get_release, public.get_reviewed_release to authenticated;

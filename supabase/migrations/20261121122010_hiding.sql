-- An admin keeps everybody from seeing a universe; its owner may object once.
-- The table is new and empty, so nothing is blocked.
set local lock_timeout = '1s';

create table private.hidings (
  universe_id uuid primary key references public.universes (id) on delete cascade,
  reason text not null check (char_length(reason) between 1 and 1000),
  hidden_by uuid references public.profiles (id) on delete set null,
  hidden_at timestamptz not null default now(),
  appeal text check (char_length(appeal) between 1 and 2000),
  appealed_at timestamptz,
  constraint an_appeal_has_its_time check ((appeal is null) = (appealed_at is null))
);
comment on table private.hidings is 'Universes that are hidden, why, and what their owners say to it. What was before is in the trail.';
create index hidings_hidden_by_idx on private.hidings (hidden_by);

create function private.any_universe(p_slug text) returns public.universes
language plpgsql security definer set search_path = '' as $$
declare
  v_universe public.universes;
begin
  select u.* into v_universe from private.addresses a join public.universes u on u.id = a.universe_id where a.slug = p_slug;
  if v_universe.id is null then
    perform private.refuse('not_found', 404, 'There is no universe at this address.');
  end if;
  perform from public.drafts where universe_id = v_universe.id for no key update;
  select * into v_universe from public.universes where id = v_universe.id for update;
  return v_universe;
end
$$;
comment on function private.any_universe is 'Anybody''s universe that has, or had, this address, locked, its draft first. For admins alone.';

create function public.hide_universe(p_slug text, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin uuid := private.require_admin();
  v_universe public.universes := private.any_universe(p_slug);
begin
  if v_universe.hidden_at is not null then
    perform private.refuse('nothing_to_do', 409, 'This universe is hidden already.');
  end if;
  insert into private.hidings (universe_id, reason, hidden_by) values (v_universe.id, btrim(p_reason), v_admin);
  update public.universes set hidden_at = now() where id = v_universe.id returning * into v_universe;
  update public.universe_reports set status = 'upheld', decided_at = now(), decided_by = v_admin
  where universe_id = v_universe.id and status = 'open';
  update public.drafts set updated_at = now() where universe_id = v_universe.id;
  perform private.note_decision('hide', v_universe.id, jsonb_build_object('reason', btrim(p_reason)));
  return private.universe_record(v_universe);
end
$$;
comment on function public.hide_universe is
  'Admin: nobody sees this universe from now on, nor its files, whatever its owner publishes. Its open reports are upheld. Gives the universe.';

create function public.unhide_universe(p_slug text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_universe public.universes;
begin
  perform private.require_admin();
  v_universe := private.any_universe(p_slug);
  if v_universe.hidden_at is null then
    perform private.refuse('nothing_to_do', 409, 'This universe is not hidden.');
  end if;
  delete from private.hidings where universe_id = v_universe.id;
  update public.universes set hidden_at = null where id = v_universe.id returning * into v_universe;
  update public.drafts set updated_at = now() where universe_id = v_universe.id;
  perform private.note_decision('unhide', v_universe.id);
  return private.universe_record(v_universe);
end
$$;
comment on function public.unhide_universe is 'Admin: the universe is seen again by whom its owner lets see it. Gives the universe.';

create function public.appeal_hiding(p_slug text, p_appeal text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_universe public.universes := private.own_universe(p_slug);
begin
  update private.hidings set appeal = btrim(p_appeal), appealed_at = now() where universe_id = v_universe.id and appeal is null;
  if not found then
    perform private.refuse('nothing_to_do', 409, case when v_universe.hidden_at is null
      then 'This universe is not hidden.' else 'You have objected already; an admin decides.' end);
  end if;
  perform private.note_decision('appeal', v_universe.id, jsonb_build_object('appeal', btrim(p_appeal)));
end
$$;
comment on function public.appeal_hiding is 'Owner: says once why the universe should be seen again.';

create function public.get_hiding(p_slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
begin
  return (
    select jsonb_build_object('reason', h.reason, 'hidden_at', h.hidden_at, 'appeal', h.appeal, 'appealed_at', h.appealed_at)
    from private.addresses a join public.universes u on u.id = a.universe_id join private.hidings h on h.universe_id = u.id
    where a.slug = p_slug and (u.owner_id = v_user or private.is_staff()));
end
$$;
comment on function public.get_hiding is 'Owner, support, admins: why a universe is hidden, and what its owner said; null where it is not.';

create function public.list_hidden_universes(p_skip integer default 0, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_staff();
  return jsonb_build_object(
    'total', (select count(*) from private.hidings),
    'items', coalesce((
      select jsonb_agg(private.universe_record(u) || jsonb_build_object(
        'reason', h.reason, 'hidden_at', h.hidden_at, 'hidden_by_email', a.email, 'appeal', h.appeal, 'appealed_at', h.appealed_at,
        'owner_email', o.email) order by h.appealed_at, h.hidden_at desc, u.id)
      from (
        select * from private.hidings order by appealed_at, hidden_at desc, universe_id
        offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)
      ) h join public.universes u on u.id = h.universe_id join public.profiles o on o.id = u.owner_id
      left join public.profiles a on a.id = h.hidden_by), '[]'));
end
$$;
comment on function public.list_hidden_universes is 'Support, admins: what is hidden, objections that wait longest first: {items, total}.';

grant execute on function public.hide_universe, public.unhide_universe, public.appeal_hiding, public.get_hiding,
  public.list_hidden_universes to authenticated;

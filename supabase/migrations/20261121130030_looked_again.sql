-- Whoever waited for a lock looks again: what was deleted, taken back or hidden meanwhile is not there any more.
set local lock_timeout = '1s';

create or replace function private.own_universe(p_slug text) returns public.universes
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_universe public.universes;
begin
  select u.* into v_universe from private.addresses a join public.universes u on u.id = a.universe_id
  where a.slug = p_slug and (u.owner_id = v_user or public.find_address(p_slug) is not null);
  if v_universe.owner_id <> v_user then
    perform private.refuse('forbidden', 403, 'Only the owner of this universe may do this.');
  end if;
  perform from public.drafts where universe_id = v_universe.id for no key update;
  select * into v_universe from public.universes where id = v_universe.id for update;
  if v_universe.id is null then
    perform private.refuse('not_found', 404, 'There is no such universe in your account.');
  end if;
  return v_universe;
end
$$;

create or replace function private.any_universe(p_slug text) returns public.universes
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := (select universe_id from private.addresses where slug = p_slug);
  v_universe public.universes;
begin
  perform from public.drafts where universe_id = v_id for no key update;
  select * into v_universe from public.universes where id = v_id for update;
  if v_universe.id is null then
    perform private.refuse('not_found', 404, 'There is no universe at this address.');
  end if;
  return v_universe;
end
$$;

create or replace function public.report_universe(p_slug text, p_reason text, p_details text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_universe public.universes;
  v_since timestamptz;
  v_id uuid;
begin
  -- One person after the other, so that the count is right.
  perform from public.profiles where id = v_user for no key update;
  -- Against hiding and taking back, which lock it too: a report is there before and is decided with it, or is refused.
  select u.* into v_universe from public.universes u
  where u.id = (select universe_id from private.addresses where slug = p_slug) and private.is_shown(u) for share;
  if v_universe.id is null or public.find_address(p_slug) is null then
    perform private.refuse('not_found', 404, 'There is no published universe at this address.');
  elsif v_universe.owner_id = v_user then
    perform private.refuse('forbidden', 403, 'This universe is yours: change it, or take it back.');
  end if;
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

-- Reports that waited for a hiding and were left open by it.
update public.universe_reports r set status = 'upheld', decided_at = now(), decided_by = h.hidden_by
from private.hidings h where h.universe_id = r.universe_id and r.status = 'open';

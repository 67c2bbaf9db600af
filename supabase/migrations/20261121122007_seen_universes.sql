-- Who sees a universe, and who says so: one rule, whichever way it is asked.
set local lock_timeout = '1s';

create or replace function public.get_universe(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', u.id, 'slug', u.slug, 'name', r.name, 'names', r.names, 'theme', r.theme, 'languages', to_jsonb(r.languages),
    'release', r.number, 'visibility', u.visibility, 'background_color', r.background_color,
    'published_at', r.published_at, 'cover_path', r.cover_path, 'logo_path', r.logo_path, 'poster_path', r.poster_path,
    'music_path', r.music_path,
    'assets', (
      select jsonb_agg(jsonb_build_object(
        'id', a.asset_id, 'sort_order', a.sort_order, 'names', a.names, 'texts', a.texts,
        'placeholder_color', a.placeholder_color, 'image_path', a.image_path, 'video_path', a.video_path,
        'model3d_path', a.model3d_path, 'speech', a.speech
      ) order by a.sort_order)
      from public.release_assets a where a.release_id = r.id
    )
  )
  from public.universes u join public.releases r on r.id = u.release_id
  where u.slug = p_slug and private.is_shown(u)
$$;

create or replace function public.list_universes(p_skip integer default 0, p_limit integer default 50) returns jsonb
language sql stable security definer set search_path = '' as $$
  with found as (
    select u.slug, u.visibility, r.*
    from public.universes u join public.releases r on r.id = u.release_id where u.visibility = 'public' and u.hidden_at is null
  )
  select jsonb_build_object(
    'total', (select count(*) from found),
    'items', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', f.universe_id, 'slug', f.slug, 'name', f.name, 'names', f.names, 'languages', to_jsonb(f.languages),
        'release', f.number, 'visibility', f.visibility, 'background_color', f.background_color, 'theme', f.theme,
        'card_count', f.card_count, 'thumbnail_path', f.thumbnail_path, 'published_at', f.published_at
      ) order by f.published_at desc, f.id)
      from (select * from found order by published_at desc, id offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)) f), '[]'))
$$;

drop policy read_published_universes on public.universes;
create policy read_published_universes on public.universes for select to anon, authenticated
  using (visibility = 'public' and release_id is not null and hidden_at is null);

create function public.is_file_shown(p_path text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from private.release_files f join public.releases r on r.id = f.release_id join public.universes u on u.id = r.universe_id
    where f.path = p_path and private.is_shown(u))
$$;
comment on function public.is_file_shown is
  'Whether a universe that can be seen has this published file, in its present release or an older one that some page may still show.';
grant execute on function public.is_file_shown to anon, authenticated;

create function private.universe_record(p_universe public.universes) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p_universe.id, 'slug', p_universe.slug, 'name', p_universe.name,
    'visibility', p_universe.visibility, 'release', r.number, 'published_at', r.published_at, 'is_hidden', p_universe.hidden_at is not null)
  from (select 1) one left join public.releases r on r.id = p_universe.release_id
$$;
comment on function private.universe_record is 'A universe as its owner and the staff are told of it.';

create function private.own_universe(p_slug text) returns public.universes
language plpgsql security definer set search_path = '' as $$
declare
  v_universe public.universes;
begin
  select u.* into v_universe from private.addresses a join public.universes u on u.id = a.universe_id
  where a.slug = p_slug and (u.owner_id = private.require_user() or public.find_address(p_slug) is not null);
  if v_universe.id is null then
    perform private.refuse('not_found', 404, 'There is no such universe in your account.');
  elsif v_universe.owner_id <> auth.uid() then
    perform private.refuse('forbidden', 403, 'Only the owner of this universe may do this.');
  end if;
  perform from public.drafts where universe_id = v_universe.id for no key update;
  select * into v_universe from public.universes where id = v_universe.id for update;
  return v_universe;
end
$$;
comment on function private.own_universe is
  'The caller''s universe that has, or had, this address, locked, its draft first. Refuses everybody else; one that is not shown does not exist for them.';

create function public.edit_universe(p_slug text, p_visibility public.visibility default null, p_new_slug text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_universe public.universes := private.own_universe(p_slug);
  v_visibility public.visibility := coalesce(p_visibility, v_universe.visibility);
begin
  if p_new_slug is not null and v_visibility = 'unlisted' then
    perform private.refuse('validation_failed', 422, 'The address of an unlisted universe cannot be guessed, and so not be chosen.');
  end if;
  update public.universes set visibility = v_visibility, slug = coalesce(p_new_slug, slug)
  where id = v_universe.id and (visibility, slug) is distinct from (v_visibility, coalesce(p_new_slug, slug));
  -- Its people hear of it.
  update public.drafts set updated_at = now() where universe_id = v_universe.id;
  select * into v_universe from public.universes where id = v_universe.id;
  return private.universe_record(v_universe);
end
$$;
comment on function public.edit_universe is
  'Owner: who may see it from now on (private takes it back), and its address; the one before leads to it. Gives the universe.';
grant execute on function public.edit_universe to authenticated;

create or replace function private.tg_universes__revalidate() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.post('studio_url', '/api/revalidate', jsonb_build_object('slug', old.slug));
  if tg_op = 'UPDATE' and new.slug <> old.slug then
    perform private.post('studio_url', '/api/revalidate', jsonb_build_object('slug', new.slug));
  end if;
  return null;
end
$$;
drop trigger tg_universes__revalidate on public.universes;
create trigger tg_universes__revalidate after update of release_id, visibility, slug, hidden_at on public.universes
  for each row when (
    old.release_id is distinct from new.release_id or old.visibility <> new.visibility or old.slug <> new.slug
    or old.hidden_at is distinct from new.hidden_at
  ) execute function private.tg_universes__revalidate();

create function private.tg_universes__note_showing() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.visibility <> new.visibility then
    perform private.note_decision('visibility', new.id, jsonb_build_object('from', old.visibility, 'to', new.visibility));
  end if;
  if old.slug <> new.slug and new.visibility = 'public' and old.visibility = 'public' then
    perform private.note_decision('address', new.id, jsonb_build_object('from', old.slug, 'to', new.slug));
  end if;
  return null;
end
$$;
-- A publication notes itself; secret addresses are in no trail.
create trigger tg_universes__note_showing after update of visibility, slug on public.universes
  for each row when (old.release_id is not null and old.release_id is not distinct from new.release_id
    and (old.visibility <> new.visibility or old.slug <> new.slug)) execute function private.tg_universes__note_showing();

-- Releases: which there are, what the next one would change, and the way back to any of them.
set local lock_timeout = '1s';

create function private.release_content(p_release public.releases) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'name', p_release.name, 'names', p_release.names, 'theme', p_release.theme, 'languages', to_jsonb(p_release.languages),
    'background_color', p_release.background_color, 'cover_path', p_release.cover_path, 'logo_path', p_release.logo_path,
    'poster_path', p_release.poster_path, 'music_path', p_release.music_path,
    'assets', (
      select jsonb_agg(jsonb_build_object(
        'id', a.asset_id, 'sort_order', a.sort_order, 'names', a.names, 'texts', a.texts,
        'placeholder_color', a.placeholder_color, 'image_path', a.image_path, 'video_path', a.video_path,
        'model3d_path', a.model3d_path, 'speech', a.speech
      ) order by a.sort_order)
      from public.release_assets a where a.release_id = p_release.id))
$$;
comment on function private.release_content is 'A release in the shape of private.content_of, its files where they are published.';

create or replace function public.get_universe(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.release_content(r) || jsonb_build_object(
    'id', u.id, 'slug', u.slug, 'release', r.number, 'visibility', u.visibility, 'published_at', r.published_at)
  from public.universes u join public.releases r on r.id = u.release_id
  where u.slug = p_slug and private.is_shown(u)
$$;

create function private.release_record(p_release public.releases) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_release.id, 'number', p_release.number, 'notes', p_release.notes, 'card_count', p_release.card_count,
    'thumbnail_path', p_release.thumbnail_path, 'published_at', p_release.published_at,
    'override_reason', p_release.override_reason, 'gap_count', jsonb_array_length(p_release.gaps),
    'is_live', exists (select from public.universes where release_id = p_release.id))
$$;
comment on function private.release_record is 'A release as the people of its draft are told of it.';

create function public.list_releases(p_draft_id uuid, p_skip integer default 0, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_universe uuid := (select universe_id from public.drafts where id = p_draft_id and private.role_in(p_draft_id) is not null);
begin
  perform private.require_user();
  if v_universe is null then
    perform private.refuse('not_found', 404, 'There is no such draft in your account.');
  end if;
  return jsonb_build_object(
    'total', (select count(*) from public.releases where universe_id = v_universe),
    'items', (
      select coalesce(jsonb_agg(private.release_record(page) order by page.number desc), '[]') from (
        select * from public.releases where universe_id = v_universe
        order by number desc offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)
      ) page));
end
$$;
comment on function public.list_releases is 'What was published of a draft that the caller may read, newest first: {items, total}.';

create function public.restore_release(p_draft_id uuid, p_release_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id, 'owner');
  v_before uuid;
  v_release public.releases;
begin
  if exists (select from public.jobs where draft_id = p_draft_id and type = 'publish' and status in ('pending', 'processing')) then
    perform private.refuse('already_running', 409, 'This universe is being published; wait for it or stop it first.');
  end if;
  select release_id into v_before from public.universes where id = v_draft.universe_id for update;
  select * into v_release from public.releases where id = p_release_id and universe_id = v_draft.universe_id;
  if v_release.id is null then
    perform private.refuse('not_found', 404, 'This release is not one of this universe.');
  elsif v_before is distinct from v_release.id then
    update public.universes set release_id = v_release.id, name = v_release.name where id = v_draft.universe_id;
    update public.drafts set published_revision = v_release.draft_revision where id = p_draft_id;
    perform private.settle_draft(p_draft_id);
    perform private.note_decision('restore', v_draft.universe_id, jsonb_build_object('release', v_release.number,
      'from', (select number from public.releases where id = v_before)));
  end if;
  return private.release_record(v_release);
end
$$;
comment on function public.restore_release is
  'Owner: shows this release from now on, an older or a newer one than the one that is shown. The draft stays as it is, and so does who may see it. Gives the release.';

create function public.get_publication(p_draft_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_draft public.drafts;
  v_live public.releases;
  v_manifest jsonb;
begin
  perform private.require_user();
  select * into v_draft from public.drafts where id = p_draft_id and private.role_in(p_draft_id) is not null;
  if v_draft.id is null then
    perform private.refuse('not_found', 404, 'There is no such draft in your account.');
  end if;
  select r.* into v_live from public.universes u join public.releases r on r.id = u.release_id where u.id = v_draft.universe_id;
  v_manifest := private.manifest_of(v_draft);
  return jsonb_build_object(
    'missing', private.gaps_of(v_draft),
    'now', private.content_of(v_manifest, 'path'),
    'pictures', (select coalesce(jsonb_object_agg(c ->> 'id', c #> '{image,storage_path}'), '{}')
      from jsonb_array_elements(v_manifest -> 'assets') c),
    'before', case when v_live.id is not null then private.release_content(v_live) end,
    'live', case when v_live.id is not null then private.release_record(v_live) end);
end
$$;
comment on function public.get_publication is
  'What a publication would show now, beside what is shown: both contents, where the pictures of now lie in the draft (by card), what is missing, and the live release; null before the first.';

grant execute on function public.list_releases, public.restore_release, public.get_publication to authenticated;

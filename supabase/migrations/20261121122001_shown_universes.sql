-- Releases and previews answer with everything that a universe is made of.
set local lock_timeout = '1s';

create or replace function private.preview_record(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.content_of(private.manifest_of(p_draft), 'storage_path') || jsonb_build_object(
    'id', u.id, 'slug', u.slug, 'visibility', u.visibility, 'published_at', p_draft.updated_at,
    'release', coalesce((select max(number) from public.releases where universe_id = u.id), 0) + 1)
  from public.universes u where u.id = p_draft.universe_id
$$;

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
  where u.slug = p_slug and u.visibility in ('public', 'unlisted')
$$;

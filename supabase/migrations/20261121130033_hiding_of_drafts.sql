-- The people of a draft see that, and why, its universe is hidden.
set local lock_timeout = '1s';

create or replace function private.draft_record(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_draft.id, 'slug', u.slug, 'name', p_draft.name, 'theme', p_draft.theme, 'template', p_draft.template_key,
    'names', private.draft_names(p_draft.id), 'languages', to_jsonb(p_draft.languages), 'count', p_draft.card_count,
    'status', p_draft.status, 'progress', p_draft.progress, 'revision', p_draft.revision, 'visibility', u.visibility,
    'background_color', p_draft.background_color, 'pieces', to_jsonb(p_draft.pieces), 'style', p_draft.style,
    'image_prompt', p_draft.image_prompt, 'video_prompt', p_draft.video_prompt, 'music_prompt', p_draft.music_prompt,
    'music_mood', p_draft.music_mood, 'music_genre', p_draft.music_genre, 'stale', private.stale_parts(p_draft),
    'active_job_id', p_draft.active_job_id, 'last_request', private.last_request(p_draft.id),
    'thumbnail_path', (
      select v.storage_path from public.draft_assets a
      join public.draft_asset_versions v on v.id = a.image_version_id
      where a.draft_id = p_draft.id order by a.sort_order limit 1),
    'music_path', (select storage_path from public.draft_versions where id = p_draft.music_version_id),
    'cover_path', (select storage_path from public.draft_versions where id = p_draft.cover_version_id),
    'poster_path', (select storage_path from public.draft_versions where id = p_draft.poster_version_id),
    'logo_path', (select storage_path from public.draft_versions where id = p_draft.logo_version_id),
    'release', (select number from public.releases where id = u.release_id),
    'hiding', private.hiding_of(u.id),
    'created_at', p_draft.created_at, 'updated_at', p_draft.updated_at)
  from public.universes u where u.id = p_draft.universe_id
$$;

-- What a teacher may set by hand: prompts of films and music beside that of pictures, and approval of a card.
set local lock_timeout = '1s';

alter table public.drafts
  add column video_prompt text check (char_length(video_prompt) between 1 and 2000),
  add column music_prompt text check (char_length(music_prompt) between 1 and 2000);
comment on column public.drafts.image_prompt is 'The educator''s own for all cards, with {concept}; null while the theme''s counts. So are video_prompt and music_prompt.';

alter table public.draft_assets
  add column video_prompt text check (char_length(video_prompt) between 1 and 2000),
  add column approved_at timestamptz;
comment on column public.draft_assets.approved_at is 'When somebody found the card good as it is; null again once a picture or a film is another one.';

create function private.tg_draft_assets__withdraw_approval() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.approved_at := null;
  return new;
end
$$;
create trigger tg_draft_assets__withdraw_approval before update on public.draft_assets for each row when (
  old.approved_at is not null and old.approved_at is not distinct from new.approved_at
  and (old.image_version_id, old.video_version_id) is distinct from (new.image_version_id, new.video_version_id)
) execute function private.tg_draft_assets__withdraw_approval();

create function private.resolve_video_prompt(p_asset_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    a.video_prompt,
    replace(replace(coalesce(d.video_prompt, t.video_prompt), '{concept}', a.concept), '{theme}', d.theme))
  from public.draft_assets a
  join public.drafts d on d.id = a.draft_id join public.theme_templates t on t.key = d.template_key
  where a.id = p_asset_id
$$;
comment on function private.resolve_video_prompt is 'The card''s own prompt, else the draft''s, else the theme''s, with {concept} and {theme} filled in.';
grant execute on function private.resolve_video_prompt to authenticated, service_role;

create or replace function private.asset_record(p_asset public.draft_assets) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_asset.id, 'draft_id', p_asset.draft_id, 'sort_order', p_asset.sort_order, 'concept', p_asset.concept,
    'status', p_asset.status, 'progress', p_asset.progress, 'names', private.asset_names(p_asset.id),
    'image_prompt', private.resolve_image_prompt(p_asset.id), 'own_image_prompt', p_asset.image_prompt,
    'video_prompt', private.resolve_video_prompt(p_asset.id), 'own_video_prompt', p_asset.video_prompt,
    'is_approved', p_asset.approved_at is not null,
    'image_path', (select storage_path from public.draft_asset_versions where id = p_asset.image_version_id),
    'video_path', (select storage_path from public.draft_asset_versions where id = p_asset.video_version_id),
    'model3d_path', (select storage_path from public.draft_asset_versions where id = p_asset.model3d_version_id),
    'error_code', p_asset.error_code, 'error_message', p_asset.error_message, 'updated_at', p_asset.updated_at)
$$;

drop trigger tg_draft_assets__announce_change on public.draft_assets;
create trigger tg_draft_assets__announce_change after update on public.draft_assets for each row when (
  (old.status, old.progress, old.sort_order, old.concept, old.image_prompt, old.video_prompt, old.approved_at,
    old.image_version_id, old.video_version_id, old.model3d_version_id, old.error_code)
  is distinct from
  (new.status, new.progress, new.sort_order, new.concept, new.image_prompt, new.video_prompt, new.approved_at,
    new.image_version_id, new.video_version_id, new.model3d_version_id, new.error_code)
) execute function private.tg_draft_assets__announce();

create or replace function private.draft_record(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_draft.id, 'slug', u.slug, 'name', p_draft.name, 'theme', p_draft.theme, 'template', p_draft.template_key,
    'names', private.draft_names(p_draft.id), 'languages', to_jsonb(p_draft.languages), 'count', p_draft.card_count,
    'status', p_draft.status, 'progress', p_draft.progress, 'revision', p_draft.revision, 'visibility', u.visibility,
    'background_color', p_draft.background_color, 'pieces', to_jsonb(p_draft.pieces),
    'image_prompt', p_draft.image_prompt, 'video_prompt', p_draft.video_prompt, 'music_prompt', p_draft.music_prompt,
    'active_job_id', p_draft.active_job_id,
    'thumbnail_path', (
      select v.storage_path from public.draft_assets a
      join public.draft_asset_versions v on v.id = a.image_version_id
      where a.draft_id = p_draft.id order by a.sort_order limit 1),
    'music_path', (select storage_path from public.draft_versions where id = p_draft.music_version_id),
    'cover_path', (select storage_path from public.draft_versions where id = p_draft.cover_version_id),
    'poster_path', (select storage_path from public.draft_versions where id = p_draft.poster_version_id),
    'logo_path', (select storage_path from public.draft_versions where id = p_draft.logo_version_id),
    'release', (select number from public.releases where id = u.release_id),
    'created_at', p_draft.created_at, 'updated_at', p_draft.updated_at)
  from public.universes u where u.id = p_draft.universe_id
$$;

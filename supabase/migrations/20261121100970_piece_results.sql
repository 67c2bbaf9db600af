-- What the results of models change: cards, their pieces and texts, the pieces of the universe.
set local lock_timeout = '1s';

drop function private.apply_image, private.image_job;

create function private.asset_texts(p_asset_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(t.language, jsonb_build_object(
    'speak_as', t.speak_as, 'alt_text', t.alt_text, 'fun_fact', t.fun_fact, 'story', t.story, 'needs_review', t.needs_review,
    'speech_path', (select v.storage_path from public.draft_asset_versions v where v.id = t.speech_version_id))), '{}')
  from public.draft_asset_translations t where t.asset_id = p_asset_id
$$;
comment on function private.asset_texts is 'All that a card says beside its names, by language.';
grant execute on function private.asset_texts to authenticated, service_role;

create or replace function private.asset_record(p_asset public.draft_assets) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_asset.id, 'draft_id', p_asset.draft_id, 'sort_order', p_asset.sort_order, 'concept', p_asset.concept,
    'status', p_asset.status, 'progress', p_asset.progress, 'names', private.asset_names(p_asset.id),
    'image_prompt', private.resolve_image_prompt(p_asset.id),
    'image_path', (select storage_path from public.draft_asset_versions where id = p_asset.image_version_id),
    'video_path', (select storage_path from public.draft_asset_versions where id = p_asset.video_version_id),
    'model3d_path', (select storage_path from public.draft_asset_versions where id = p_asset.model3d_version_id),
    'error_code', p_asset.error_code, 'error_message', p_asset.error_message, 'updated_at', p_asset.updated_at)
$$;

create or replace function public.list_draft_assets(p_draft_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(
    private.asset_record(a) || jsonb_build_object('texts', private.asset_texts(a.id)) order by a.sort_order), '[]')
  from public.draft_assets a where a.draft_id = p_draft_id
$$;

-- Texts are long: they travel when they change, and not with every step of a picture.
create or replace function private.tg_draft_asset_translations__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_asset public.draft_assets;
begin
  for v_asset in
    select a.* from public.draft_assets a where a.id in (select asset_id from new_rows)
  loop
    perform private.announce_to_draft(v_asset.draft_id, 'draft_assets', 'UPDATE',
      private.asset_record(v_asset) || jsonb_build_object('texts', private.asset_texts(v_asset.id)));
  end loop;
  return null;
end
$$;

drop trigger tg_draft_assets__announce_change on public.draft_assets;
create trigger tg_draft_assets__announce_change after update on public.draft_assets for each row when (
  (old.status, old.progress, old.sort_order, old.concept, old.image_prompt, old.image_version_id, old.video_version_id,
    old.model3d_version_id, old.error_code)
  is distinct from
  (new.status, new.progress, new.sort_order, new.concept, new.image_prompt, new.image_version_id, new.video_version_id,
    new.model3d_version_id, new.error_code)
) execute function private.tg_draft_assets__announce();

create or replace function private.draft_record(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_draft.id, 'slug', u.slug, 'name', p_draft.name, 'theme', p_draft.theme,
    'names', private.draft_names(p_draft.id), 'languages', to_jsonb(p_draft.languages), 'count', p_draft.card_count,
    'status', p_draft.status, 'progress', p_draft.progress, 'revision', p_draft.revision, 'visibility', u.visibility,
    'background_color', p_draft.background_color, 'pieces', to_jsonb(p_draft.pieces), 'active_job_id', p_draft.active_job_id,
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

create function private.apply_card_file(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_piece text := replace(p_job.type::text, 'generate_', '');
  v_language public.language := case when v_piece = 'speech' then (p_job.payload ->> 'language')::public.language end;
  v_version uuid;
begin
  if p_job.asset_id is null then
    return;
  end if;
  insert into public.draft_asset_versions (
    asset_id, piece, language, sha256, storage_path, mime_type, size_bytes, width, height, duration_ms, prompt, seed, job_id
  ) values (
    p_job.asset_id, v_piece, v_language, p_result ->> 'sha256', p_result ->> 'storage_path', p_result ->> 'mime_type',
    (p_result ->> 'size_bytes')::bigint, (p_result ->> 'width')::integer, (p_result ->> 'height')::integer,
    (p_result ->> 'duration_ms')::integer, coalesce(p_job.payload ->> 'prompt', p_job.payload ->> 'text', ''),
    (p_job.payload ->> 'seed')::integer, p_job.id
  ) returning id into v_version;
  if v_piece = 'speech' then
    update public.draft_asset_translations set speech_version_id = v_version
    where asset_id = p_job.asset_id and language = v_language;
  else
    update public.draft_assets set
      image_version_id = case when v_piece = 'image' then v_version else image_version_id end,
      video_version_id = case when v_piece = 'video' then v_version else video_version_id end,
      model3d_version_id = case when v_piece = 'model3d' then v_version else model3d_version_id end
    where id = p_job.asset_id;
  end if;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;

-- Stale pieces: what was made from an older prompt, name or picture than the card has now.
set local lock_timeout = '1s';

alter table public.draft_asset_translations add column text_name text check (char_length(text_name) between 1 and 100);
comment on column public.draft_asset_translations.text_name is
  'The name that its texts were written for; null while there are none.';
update public.draft_asset_translations set text_name = name where coalesce(alt_text, fun_fact, story) is not null;

create function private.tg_draft_asset_translations__remember_name() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- Whoever wrote them, a model or a person, had the name before them.
  new.text_name := case when coalesce(new.alt_text, new.fun_fact, new.story) is not null then new.name end;
  return new;
end
$$;
create trigger tg_draft_asset_translations__remember_name before update on public.draft_asset_translations
  for each row when (
    (old.alt_text, old.fun_fact, old.story) is distinct from (new.alt_text, new.fun_fact, new.story)
    and old.text_name is not distinct from new.text_name
  ) execute function private.tg_draft_asset_translations__remember_name();
create trigger tg_draft_asset_translations__remember_first_name before insert on public.draft_asset_translations
  for each row when (new.text_name is null) execute function private.tg_draft_asset_translations__remember_name();

create function private.stale_pieces(p_asset public.draft_assets, p_image_prompt text, p_video_prompt text) returns jsonb
language sql stable security definer set search_path = '' as $$
  with image as (
    select v.* from public.draft_asset_versions v where v.id = p_asset.image_version_id
  ), said as (
    select v.prompt <> coalesce(t.speak_as, t.name) as is_other_voice, t.text_name <> t.name as is_other_text
    from public.draft_asset_translations t
    join public.drafts d on d.id = p_asset.draft_id and t.language = any (d.languages)
    left join public.draft_asset_versions v on v.id = t.speech_version_id
    where t.asset_id = p_asset.id
  )
  select coalesce(jsonb_agg(s.piece order by s.place), '[]') from (
    -- A teacher's own picture is never too old: no prompt made it.
    select 1 as place, 'image' as piece from image where image.seed is not null and image.prompt <> p_image_prompt
    union all
    select 2, 'video' from public.draft_asset_versions v left join image on true
    where v.id = p_asset.video_version_id and (v.prompt <> p_video_prompt or v.source_sha256 <> image.sha256)
    union all
    select 3, 'model3d' from public.draft_asset_versions v join image on v.source_sha256 <> image.sha256
    where v.id = p_asset.model3d_version_id
    union all
    select 4, 'speech' where exists (select from said where is_other_voice)
    union all
    select 5, 'text' where exists (select from said where is_other_text)
  ) s
$$;
comment on function private.stale_pieces is
  'Pieces of a card that were made from another prompt, name or picture than it has now: an array of their names.';

create or replace function private.asset_record(p_asset public.draft_assets) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_asset.id, 'draft_id', p_asset.draft_id, 'sort_order', p_asset.sort_order, 'concept', p_asset.concept,
    'status', p_asset.status, 'progress', p_asset.progress, 'names', private.asset_names(p_asset.id),
    'image_prompt', p.image, 'own_image_prompt', p_asset.image_prompt,
    'video_prompt', p.video, 'own_video_prompt', p_asset.video_prompt,
    'is_approved', p_asset.approved_at is not null, 'stale', private.stale_pieces(p_asset, p.image, p.video),
    'image_path', (select storage_path from public.draft_asset_versions where id = p_asset.image_version_id),
    'video_path', (select storage_path from public.draft_asset_versions where id = p_asset.video_version_id),
    'model3d_path', (select storage_path from public.draft_asset_versions where id = p_asset.model3d_version_id),
    'error_code', p_asset.error_code, 'error_message', p_asset.error_message, 'updated_at', p_asset.updated_at)
  from (
    select private.resolve_image_prompt(p_asset.id) as image, private.resolve_video_prompt(p_asset.id) as video offset 0
  ) p
$$;

-- What the draft says counts for every card that says nothing itself, and each has become stale or fresh by it.
create function private.tg_drafts__announce_cards() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_asset public.draft_assets;
begin
  for v_asset in select * from public.draft_assets where draft_id = new.id order by sort_order loop
    perform private.announce_to_draft(new.id, 'draft_assets', 'UPDATE', private.asset_record(v_asset));
  end loop;
  return null;
end
$$;
create trigger tg_drafts__announce_cards after update on public.drafts for each row when (
  (old.image_prompt, old.video_prompt, old.theme, old.template_key, old.languages)
  is distinct from (new.image_prompt, new.video_prompt, new.theme, new.template_key, new.languages)
) execute function private.tg_drafts__announce_cards();

-- A picture knows the style that it was painted in, and is older than its deck when that is another one by now.
-- The tables are small, and the new columns are empty, so nothing is blocked for long.
-- squawk-ignore-file constraint-missing-not-valid
set local lock_timeout = '1s';

alter table public.draft_asset_versions add column style text check (style in ('soft', 'papercut', 'watercolour'));
comment on column public.draft_asset_versions.style is
  'How a picture was painted; null for what no model painted, and where its job was forgotten before this was kept.';
alter table public.draft_versions
  add column style text check (style in ('soft', 'papercut', 'watercolour')),
  add column mood text check (char_length(mood) between 1 and 100),
  add column genre text check (char_length(genre) between 1 and 100);
comment on column public.draft_versions.style is 'Of a graphic: how it was painted. As of pictures.';
comment on column public.draft_versions.mood is 'Of music: the mood that was wished for; null where the theme decided. As genre.';

update public.draft_asset_versions v set style = coalesce(j.payload ->> 'style', 'soft')
from public.jobs j where j.id = v.job_id and v.piece = 'image';
update public.draft_versions v set style = coalesce(j.payload ->> 'style', 'soft')
from public.jobs j where j.id = v.job_id and v.piece <> 'music';
update public.draft_versions v set mood = nullif(j.payload ->> 'mood', ''), genre = nullif(j.payload ->> 'genre', '')
from public.jobs j where j.id = v.job_id and v.piece = 'music';

create or replace function private.apply_card_file(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_piece text := replace(p_job.type::text, 'generate_', '');
  v_language public.language := case when v_piece = 'speech' then (p_job.payload ->> 'language')::public.language end;
  v_version public.draft_asset_versions;
begin
  if p_job.asset_id is null then
    return;
  end if;
  insert into public.draft_asset_versions (
    asset_id, piece, language, sha256, storage_path, mime_type, size_bytes, width, height, duration_ms, prompt, seed, job_id,
    source_sha256, style
  ) values (
    p_job.asset_id, v_piece, v_language, p_result ->> 'sha256', p_result ->> 'storage_path', p_result ->> 'mime_type',
    (p_result ->> 'size_bytes')::bigint, (p_result ->> 'width')::integer, (p_result ->> 'height')::integer,
    (p_result ->> 'duration_ms')::integer, coalesce(p_job.payload ->> 'prompt', p_job.payload ->> 'text', ''),
    (p_job.payload ->> 'seed')::integer, p_job.id, case when v_piece in ('video', 'model3d') then private.source_of(p_job) end,
    case when v_piece = 'image' then coalesce(p_job.payload ->> 'style', 'soft') end
  ) returning * into v_version;
  -- Somebody recorded the name meanwhile: the one that was made lies beside it, to be chosen.
  if not (v_piece = 'speech' and private.has_own_voice(p_job.asset_id, v_language)) then
    perform private.show_version(v_version);
  end if;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;

create or replace function private.apply_universe_file(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_piece text := coalesce(p_job.payload ->> 'kind', 'music');
  v_version uuid;
begin
  if not exists (select from public.drafts where id = p_job.draft_id) then
    return;
  end if;
  insert into public.draft_versions (
    draft_id, piece, sha256, storage_path, mime_type, size_bytes, width, height, duration_ms, prompt, seed, job_id,
    style, mood, genre
  ) values (
    p_job.draft_id, v_piece, p_result ->> 'sha256', p_result ->> 'storage_path', p_result ->> 'mime_type',
    (p_result ->> 'size_bytes')::bigint, (p_result ->> 'width')::integer, (p_result ->> 'height')::integer,
    (p_result ->> 'duration_ms')::integer, coalesce(p_job.payload ->> 'prompt', ''), (p_job.payload ->> 'seed')::integer, p_job.id,
    case when v_piece <> 'music' then coalesce(p_job.payload ->> 'style', 'soft') end,
    case when v_piece = 'music' then nullif(p_job.payload ->> 'mood', '') end,
    case when v_piece = 'music' then nullif(p_job.payload ->> 'genre', '') end
  ) returning id into v_version;
  update public.drafts set
    music_version_id = case when v_piece = 'music' then v_version else music_version_id end,
    cover_version_id = case when v_piece = 'cover' then v_version else cover_version_id end,
    poster_version_id = case when v_piece = 'poster' then v_version else poster_version_id end,
    logo_version_id = case when v_piece = 'logo' then v_version else logo_version_id end,
    revision = revision + 1
  where id = p_job.draft_id;
end
$$;

create or replace function private.stale_pieces(p_asset public.draft_assets, p_image_prompt text, p_video_prompt text) returns jsonb
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
    select 1 as place, 'image' as piece from image where image.seed is not null and (image.prompt <> p_image_prompt
      or image.style <> (select coalesce(d.style, 'soft') from public.drafts d where d.id = p_asset.draft_id))
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
  'Pieces of a card that were made from another prompt, style, name or picture than it has now: an array of their names.';

drop trigger tg_drafts__announce_cards on public.drafts;
create trigger tg_drafts__announce_cards after update on public.drafts for each row when (
  (old.image_prompt, old.video_prompt, old.theme, old.template_key, old.languages, old.style)
  is distinct from (new.image_prompt, new.video_prompt, new.theme, new.template_key, new.languages, new.style)
) execute function private.tg_drafts__announce_cards();

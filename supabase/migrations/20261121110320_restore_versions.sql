-- The last versions of each piece: listed, restored, and dropped when there are many newer ones.
set local lock_timeout = '1s';

create function private.version_record(
  p_id uuid, p_piece text, p_language public.language, p_path text, p_mime_type text, p_width integer, p_height integer,
  p_duration_ms integer, p_prompt text, p_seed integer, p_origin text, p_is_current boolean, p_created_at timestamptz
) returns jsonb language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'id', p_id, 'piece', p_piece, 'language', p_language, 'storage_path', p_path, 'mime_type', p_mime_type, 'width', p_width,
    'height', p_height, 'duration_ms', p_duration_ms, 'prompt', p_prompt, 'seed', p_seed, 'origin', p_origin,
    'is_current', p_is_current, 'created_at', p_created_at)
$$;
comment on function private.version_record is 'A version of a card or a universe as the API shows it, but for its signed address.';
grant execute on function private.version_record to authenticated, service_role;

create function public.list_asset_versions(
  p_draft_id uuid, p_asset_id uuid, p_piece text, p_language public.language default null
) returns jsonb language sql stable set search_path = '' as $$
  select coalesce((
    select jsonb_agg(private.version_record(v.id, v.piece, v.language, v.storage_path, v.mime_type, v.width, v.height,
      v.duration_ms, v.prompt, v.seed, v.origin, v.is_current, v.created_at) order by v.place)
    from (
      select v.*, coalesce(v.id in (a.image_version_id, a.video_version_id, a.model3d_version_id, t.speech_version_id), false) as is_current,
        row_number() over (order by v.created_at desc, v.id desc) as place
      from public.draft_asset_versions v
      left join public.draft_asset_translations t on t.asset_id = a.id and t.language = v.language
      where v.asset_id = a.id and v.piece = p_piece and v.language is not distinct from p_language
    ) v where v.place <= 5 or v.is_current), '[]')
  from public.draft_assets a where a.id = p_asset_id and a.draft_id = p_draft_id
$$;
comment on function public.list_asset_versions is
  'The last five versions of a piece of a card, newest first, and the one that it shows; null when the caller may not read the card.';
grant execute on function public.list_asset_versions to authenticated;

create function public.list_draft_versions(p_draft_id uuid, p_piece text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce((
    select jsonb_agg(private.version_record(v.id, v.piece, null, v.storage_path, v.mime_type, v.width, v.height,
      v.duration_ms, v.prompt, v.seed, v.origin, v.is_current, v.created_at) order by v.place)
    from (
      select v.*, coalesce(v.id in (d.music_version_id, d.cover_version_id, d.poster_version_id, d.logo_version_id), false) as is_current,
        row_number() over (order by v.created_at desc, v.id desc) as place
      from public.draft_versions v where v.draft_id = d.id and v.piece = p_piece
    ) v where v.place <= 5 or v.is_current), '[]')
  from public.drafts d where d.id = p_draft_id
$$;
comment on function public.list_draft_versions is
  'The last five versions of a piece of a universe, newest first, and the one that it has; null when the caller may not read the draft.';
grant execute on function public.list_draft_versions to authenticated;

-- What a person chose is there at once: no job tells the card and its draft about it.
create function private.settle_choice(p_draft_id uuid, p_asset_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_asset public.draft_assets;
begin
  update public.draft_assets set status = 'ready', progress = 100, error_code = null, error_message = null
  where id = p_asset_id and image_version_id is not null and status in ('pending', 'failed');
  update public.drafts set revision = revision + 1 where id = p_draft_id;
  perform private.settle_draft(p_draft_id);
  select * into v_asset from public.draft_assets where id = p_asset_id;
  return private.asset_record(v_asset) || jsonb_build_object('texts', private.asset_texts(p_asset_id));
end
$$;
comment on function private.settle_choice is 'A person chose another file for a card: what that means for card and draft. Gives the card.';

create function public.restore_asset_version(p_draft_id uuid, p_asset_id uuid, p_version_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_version public.draft_asset_versions;
begin
  select v.* into v_version from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id
  where v.id = p_version_id and a.id = p_asset_id and a.draft_id = v_draft.id;
  if v_version.id is null then
    perform private.refuse('not_found', 404, 'This version is gone, or it is of another card.');
  end if;
  perform private.show_version(v_version);
  return private.settle_choice(p_draft_id, p_asset_id);
end
$$;
comment on function public.restore_asset_version is 'Shows this version on its card, whatever was made since. Gives the card.';
grant execute on function public.restore_asset_version to authenticated;

create function public.restore_draft_version(p_draft_id uuid, p_version_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_piece text := (select piece from public.draft_versions where id = p_version_id and draft_id = v_draft.id);
begin
  if v_piece is null then
    perform private.refuse('not_found', 404, 'This version is gone, or it is of another universe.');
  end if;
  update public.drafts set
    music_version_id = case when v_piece = 'music' then p_version_id else music_version_id end,
    cover_version_id = case when v_piece = 'cover' then p_version_id else cover_version_id end,
    poster_version_id = case when v_piece = 'poster' then p_version_id else poster_version_id end,
    logo_version_id = case when v_piece = 'logo' then p_version_id else logo_version_id end,
    revision = revision + 1
  where id = p_draft_id;
  perform private.settle_draft(p_draft_id);
end
$$;
comment on function public.restore_draft_version is 'Makes this version of its music or of a graphic the one that the universe has.';
grant execute on function public.restore_draft_version to authenticated;

-- The mean colour of a picture is kept with it, whether a model made it or a teacher put it there.
set local lock_timeout = '1s';

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
    source_sha256, style, placeholder_color
  ) values (
    p_job.asset_id, v_piece, v_language, p_result ->> 'sha256', p_result ->> 'storage_path', p_result ->> 'mime_type',
    (p_result ->> 'size_bytes')::bigint, (p_result ->> 'width')::integer, (p_result ->> 'height')::integer,
    (p_result ->> 'duration_ms')::integer, coalesce(p_job.payload ->> 'prompt', p_job.payload ->> 'text', ''),
    (p_job.payload ->> 'seed')::integer, p_job.id, case when v_piece in ('video', 'model3d') then private.source_of(p_job) end,
    case when v_piece = 'image' then coalesce(p_job.payload ->> 'style', 'soft') end,
    case when v_piece = 'image' then p_result ->> 'placeholder_color' end
  ) returning * into v_version;
  -- Somebody recorded the name meanwhile: the one that was made lies beside it, to be chosen.
  if not (v_piece = 'speech' and private.has_own_voice(p_job.asset_id, v_language)) then
    perform private.show_version(v_version);
  end if;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;

create or replace function public.add_own_file(
  p_draft_id uuid, p_asset_id uuid, p_piece text, p_language public.language, p_file jsonb
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_said text := '';
  v_version public.draft_asset_versions;
begin
  perform from public.drafts where id = p_draft_id for no key update;
  if not exists (select from public.draft_assets where id = p_asset_id and draft_id = p_draft_id) then
    perform private.refuse('not_found', 404, 'This card is not in this draft.');
  end if;
  if p_piece = 'speech' then
    select coalesce(speak_as, name) into v_said from public.draft_asset_translations
    where asset_id = p_asset_id and language = p_language;
    if v_said is null then
      perform private.refuse('validation_failed', 422, 'This card has no name in this language.');
    end if;
  end if;
  -- The same file once more is the same version, of now.
  delete from public.draft_asset_versions
  where asset_id = p_asset_id and piece = p_piece and language is not distinct from p_language and origin = 'uploaded'
    and sha256 = p_file ->> 'sha256';
  insert into public.draft_asset_versions (
    asset_id, piece, language, sha256, storage_path, mime_type, size_bytes, width, height, duration_ms, prompt, origin,
    placeholder_color
  ) values (
    p_asset_id, p_piece, p_language, p_file ->> 'sha256', p_file ->> 'storage_path', p_file ->> 'mime_type',
    (p_file ->> 'size_bytes')::bigint, (p_file ->> 'width')::integer, (p_file ->> 'height')::integer,
    (p_file ->> 'duration_ms')::integer, v_said, 'uploaded',
    case when p_piece = 'image' then p_file ->> 'placeholder_color' end
  ) returning * into v_version;
  perform private.show_version(v_version);
  return private.settle_choice(p_draft_id, p_asset_id);
end
$$;

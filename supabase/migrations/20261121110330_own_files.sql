-- Files of the teacher's own: a picture in place of the model's, and a voice that says a name.
set local lock_timeout = '1s';

create function public.check_own_file(
  p_draft_id uuid, p_asset_id uuid, p_piece text, p_language public.language default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
begin
  if p_piece is null or p_piece not in ('image', 'speech') or (p_piece = 'speech') <> (p_language is not null) then
    perform private.refuse('validation_failed', 422, 'Send a picture, or a recording with its language.');
  elsif not exists (select from public.draft_assets where id = p_asset_id and draft_id = p_draft_id) then
    perform private.refuse('not_found', 404, 'This card is not in this draft.');
  elsif p_piece = 'speech' and not exists (
    select from public.draft_asset_translations where asset_id = p_asset_id and language = p_language
  ) then
    perform private.refuse('validation_failed', 422, 'This card has no name in this language.');
  elsif (
    select count(*) from public.draft_asset_versions v
    join public.draft_assets a on a.id = v.asset_id join public.drafts d on d.id = a.draft_id
    where v.origin = 'uploaded' and v.created_at > now() - interval '1 hour' and d.owner_id = v_draft.owner_id
  ) >= 300 then
    perform private.refuse('rate_limited', 429, 'These are many files; wait a little.');
  end if;
  return v_draft.owner_id;
end
$$;
comment on function public.check_own_file is
  'Whether the caller may put a picture or a recording of a name on this card now, before anything is stored. Gives the owner, in whose folder it is to lie.';
grant execute on function public.check_own_file to authenticated;

create function public.add_own_file(
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
    asset_id, piece, language, sha256, storage_path, mime_type, size_bytes, width, height, duration_ms, prompt, origin
  ) values (
    p_asset_id, p_piece, p_language, p_file ->> 'sha256', p_file ->> 'storage_path', p_file ->> 'mime_type',
    (p_file ->> 'size_bytes')::bigint, (p_file ->> 'width')::integer, (p_file ->> 'height')::integer,
    (p_file ->> 'duration_ms')::integer, v_said, 'uploaded'
  ) returning * into v_version;
  perform private.show_version(v_version);
  return private.settle_choice(p_draft_id, p_asset_id);
end
$$;
comment on function public.add_own_file is
  'Shows a stored file of a teacher''s own on its card. For the function alone that has asked check_own_file and judged the file. Gives the card.';

create function public.remove_own_voice(p_draft_id uuid, p_asset_id uuid, p_language public.language) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
begin
  if not exists (select from public.draft_assets where id = p_asset_id and draft_id = v_draft.id)
    or not private.has_own_voice(p_asset_id, p_language) then
    perform private.refuse('not_found', 404, 'There is no recording of this name.');
  end if;
  perform set_config('private.removing_voice', p_asset_id::text, true);
  update public.draft_asset_translations t set speech_version_id = (
    -- What a model said last, if it said this name.
    select v.id from public.draft_asset_versions v
    where v.asset_id = p_asset_id and v.piece = 'speech' and v.language = p_language and v.seed is not null
      and v.prompt = coalesce(t.speak_as, t.name)
    order by v.created_at desc limit 1)
  where t.asset_id = p_asset_id and t.language = p_language;
  perform set_config('private.removing_voice', '', true);
  return private.settle_choice(p_draft_id, p_asset_id);
end
$$;
comment on function public.remove_own_voice is
  'The name is said by the model again, or by nobody until it is made. The recording stays among the versions. Gives the card.';
grant execute on function public.remove_own_voice to authenticated;

create function private.tg_draft_asset_translations__keep_own_voice() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- A recording that is gone itself leaves its place, and so does one that its teacher takes away.
  if coalesce(current_setting('private.removing_voice', true), '') <> old.asset_id::text
    and exists (select from public.draft_asset_versions where id = old.speech_version_id and seed is null) then
    new.speech_version_id := old.speech_version_id;
  end if;
  return new;
end
$$;
comment on function private.tg_draft_asset_translations__keep_own_voice is
  'Another name makes the voice of a model useless; that of a person is kept, and marked as stale.';
create trigger tg_draft_asset_translations__keep_own_voice before update of speech_version_id on public.draft_asset_translations
  for each row when (old.speech_version_id is not null and new.speech_version_id is null)
  execute function private.tg_draft_asset_translations__keep_own_voice();

create or replace function private.speech_jobs(p_asset_id uuid, p_is_anew boolean) returns setof jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', gen_random_uuid(), 'user_id', d.owner_id, 'draft_id', d.id, 'asset_id', a.id, 'type', 'generate_speech', 'weight', 1,
    'payload', jsonb_build_object('text', coalesce(n.speak_as, n.name), 'language', n.language, 'seed', 0))
  from public.draft_assets a join public.drafts d on d.id = a.draft_id
  join public.draft_asset_translations n on n.asset_id = a.id and n.language = any (d.languages)
  where a.id = p_asset_id and (n.speech_version_id is null or p_is_anew and not private.has_own_voice(a.id, n.language))
$$;
comment on function private.speech_jobs is
  'One job for each of the draft''s languages in which the name is to be spoken: never where a person has recorded it.';

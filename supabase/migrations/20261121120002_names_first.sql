-- Where the names of a card are made, its texts and voices wait for them: a card that was added by hand is complete after
-- one request.
set local lock_timeout = '1s';

drop function private.speech_jobs(uuid, boolean);
create function private.speech_jobs(p_asset_id uuid, p_is_anew boolean, p_are_names_made boolean) returns setof jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', gen_random_uuid(), 'user_id', d.owner_id, 'draft_id', d.id, 'asset_id', a.id, 'type', 'generate_speech', 'weight', 1,
    'payload', jsonb_build_object('text', coalesce(n.speak_as, n.name, a.concept), 'language', l.language, 'seed', 0))
  from public.draft_assets a join public.drafts d on d.id = a.draft_id
  cross join unnest(d.languages) with ordinality l (language, place)
  left join public.draft_asset_translations n on n.asset_id = a.id and n.language = l.language
  where a.id = p_asset_id and (n.asset_id is not null or p_are_names_made)
    and (n.speech_version_id is null or p_is_anew and not private.has_own_voice(a.id, l.language))
  order by l.place
$$;
comment on function private.speech_jobs is
  'One job for each of the draft''s languages in which the name is to be spoken, or will be once it is made: never where a person has recorded it.';

create or replace function private.card_jobs(p_asset_id uuid, p_pieces text[], p_seed integer, p_options jsonb, p_is_anew boolean)
returns setof jsonb language sql volatile security definer set search_path = '' as $$
  with image as materialized (
    select gen_random_uuid() as id where 'image' = any (p_pieces)
  ), names as materialized (
    select gen_random_uuid() as id where 'names' = any (p_pieces)
  ), speech as materialized (
    select j || jsonb_build_object('depends_on', (select coalesce(jsonb_agg(id), '[]') from names)) as j
    from private.speech_jobs(p_asset_id, p_is_anew, 'names' = any (p_pieces)) j
    where 'speech' = any (p_pieces)
      and coalesce(p_options #> '{speech,languages}' ? (j #>> '{payload,language}'), true)
  )
  select private.card_job(p_asset_id, 'image', p_seed, p_options, p_is_anew) || jsonb_build_object('id', id) from image
  union all
  select private.card_job(p_asset_id, 'names', p_seed, p_options, p_is_anew) || jsonb_build_object('id', id) from names
  union all
  select j from speech
  union all
  select private.card_job(p_asset_id, piece, p_seed, p_options, p_is_anew) || jsonb_build_object('depends_on', (
    select coalesce(jsonb_agg(id), '[]') from (
      select id from image where piece in ('video', 'model3d')
      union all
      select id from names where piece = 'text'
      union all
      select (j ->> 'id')::uuid from speech
      where piece = 'video' and j #>> '{payload,language}' = p_options #>> '{video,voice_language}'
    ) awaited))
  from unnest(p_pieces) as piece where piece in ('text', 'video', 'model3d')
$$;
comment on function private.card_jobs is
  'The jobs that make these pieces of a card. Films and figures wait for the picture, films for the voice, and texts and voices for the names, where those are made too.';

create function private.hand_on_names(p_job public.jobs) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.jobs j set payload = j.payload || case j.type
    when 'generate_text' then jsonb_build_object('names', private.asset_names(j.asset_id))
    else (select jsonb_build_object('text', coalesce(t.speak_as, t.name)) from public.draft_asset_translations t
      where t.asset_id = j.asset_id and t.language::text = j.payload ->> 'language') end
  where j.id in (select job_id from public.job_dependencies where depends_on_id = p_job.id)
    and j.status = 'pending' and (j.type = 'generate_text' or j.type = 'generate_speech' and exists (
      select from public.draft_asset_translations t
      where t.asset_id = j.asset_id and t.language::text = j.payload ->> 'language'));
  -- A language in which no name was found is not spoken.
  update public.jobs j set status = 'cancelled', completed_at = now()
  where j.id in (select job_id from public.job_dependencies where depends_on_id = p_job.id)
    and j.status = 'pending' and j.type = 'generate_speech' and not exists (
      select from public.draft_asset_translations t
      where t.asset_id = j.asset_id and t.language::text = j.payload ->> 'language');
end
$$;
comment on function private.hand_on_names is 'What waits for the names of a card is made from those that it has now.';

create or replace function private.apply_names(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.draft_assets where id = p_job.asset_id) then
    return;
  end if;
  insert into public.draft_asset_translations as t (asset_id, language, name, needs_review)
  select p_job.asset_id, n.key::public.language, n.value, coalesce((p_result ->> 'needs_review')::boolean, false)
  from jsonb_each_text(p_result -> 'names') n
  where n.value <> '' and n.key = any (enum_range(null::public.language)::text[])
  -- What was typed stays; what is missing, or was asked for anew, is filled in.
  on conflict (asset_id, language) do update set name = excluded.name, needs_review = excluded.needs_review,
    speak_as = null, speech_version_id = null
  where (p_job.payload ->> 'is_anew')::boolean and t.language <> (p_job.payload ->> 'language')::public.language
    and t.name <> excluded.name and private.may_fill(t.edited_at, 'name', p_job.created_at);
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
  perform private.hand_on_names(p_job);
end
$$;

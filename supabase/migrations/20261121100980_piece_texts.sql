-- What the results of models change, continued: words, music and graphics; and what that means for a card.
set local lock_timeout = '1s';

create function private.apply_universe_file(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_piece text := coalesce(p_job.payload ->> 'kind', 'music');
  v_version uuid;
begin
  if not exists (select from public.drafts where id = p_job.draft_id) then
    return;
  end if;
  insert into public.draft_versions (
    draft_id, piece, sha256, storage_path, mime_type, size_bytes, width, height, duration_ms, prompt, seed, job_id
  ) values (
    p_job.draft_id, v_piece, p_result ->> 'sha256', p_result ->> 'storage_path', p_result ->> 'mime_type',
    (p_result ->> 'size_bytes')::bigint, (p_result ->> 'width')::integer, (p_result ->> 'height')::integer,
    (p_result ->> 'duration_ms')::integer, coalesce(p_job.payload ->> 'prompt', ''), (p_job.payload ->> 'seed')::integer, p_job.id
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

create function private.apply_texts(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.draft_asset_translations t set
    alt_text = coalesce(r.value ->> 'alt_text', t.alt_text), fun_fact = coalesce(r.value ->> 'fun_fact', t.fun_fact),
    story = coalesce(r.value ->> 'story', t.story)
  from jsonb_each(p_result -> 'texts') r
  where t.asset_id = p_job.asset_id and t.language::text = r.key;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;
comment on function private.apply_texts is 'Alt text, fun fact and story of a card, for each language that has a name.';

create function private.apply_names(p_job public.jobs, p_result jsonb) returns void
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
    and t.name <> excluded.name;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;
comment on function private.apply_names is 'Names of a card in the languages that lack one; in all but the language they come from when they are made anew.';

create or replace function private.apply_concepts(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts;
  -- What the request wants made of each card that is found.
  v_request jsonb := coalesce((select payload from public.jobs where id = p_job.parent_id), '{}');
  -- Requests that began before there were other pieces name none.
  v_pieces text[] := array(select jsonb_array_elements_text(coalesce(v_request -> 'pieces', '["image"]')));
  v_next integer;
  v_missing integer;
  v_card jsonb;
  v_asset uuid;
  v_jobs jsonb := '[]';
begin
  select * into v_draft from public.drafts where id = p_job.draft_id for no key update;
  if v_draft.id is null then
    return;
  end if;
  select coalesce(max(sort_order) + 1, 0), v_draft.card_count - count(*) into v_next, v_missing
  from public.draft_assets where draft_id = v_draft.id;
  for v_card in select * from jsonb_array_elements(p_result -> 'concepts') loop
    -- A request that was tried again late may find the cards of another one.
    exit when v_missing <= 0;
    insert into public.draft_assets (draft_id, sort_order, concept)
    values (v_draft.id, v_next, v_card ->> 'key')
    on conflict (draft_id, lower(concept)) do nothing returning id into v_asset;
    continue when v_asset is null;
    insert into public.draft_asset_translations (asset_id, language, name)
    select v_asset, key::public.language, value from jsonb_each_text(v_card -> 'names') where value <> '';
    v_jobs := v_jobs || coalesce((
      select jsonb_agg(j) from private.card_jobs(v_asset, v_pieces, null, v_request -> 'options', false) j), '[]');
    v_next := v_next + 1;
    v_missing := v_missing - 1;
  end loop;
  -- The model may know the theme in the languages that the educator did not type.
  insert into public.draft_translations (draft_id, language, name)
  select v_draft.id, key::public.language, value
  from jsonb_each_text(coalesce(p_result -> 'theme_names', '{}')) where value <> ''
  on conflict (draft_id, language) do update set name = excluded.name
  where draft_translations.name = v_draft.name and v_draft.template_key = 'any' and lower(v_draft.name) = lower(v_draft.theme);
  update public.drafts set revision = revision + 1 where id = v_draft.id;
  -- Graphics show the cards, so they are asked for once the cards are known.
  v_jobs := v_jobs || coalesce((
    select jsonb_agg(private.universe_job(v_draft, p, v_request -> 'options')) from unnest(v_pieces) as p
    where p in ('cover', 'poster', 'logo')), '[]');
  if jsonb_array_length(v_jobs) > 0 then
    perform public.enqueue_jobs((
      select jsonb_agg(j || jsonb_build_object('parent_id', p_job.parent_id)) from jsonb_array_elements(v_jobs) j));
  end if;
end
$$;

create function private.apply_result(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  case p_job.type
    when 'generate_concepts' then perform private.apply_concepts(p_job, p_result);
    when 'generate_image', 'generate_video', 'generate_model3d', 'generate_speech' then perform private.apply_card_file(p_job, p_result);
    when 'generate_music', 'generate_graphic' then perform private.apply_universe_file(p_job, p_result);
    when 'generate_text' then perform private.apply_texts(p_job, p_result);
    when 'translate' then perform private.apply_names(p_job, p_result);
    when 'publish' then perform private.apply_release(p_job, p_result);
    else null;
  end case;
end
$$;
comment on function private.apply_result is 'What the result of a job changes beside the job itself.';

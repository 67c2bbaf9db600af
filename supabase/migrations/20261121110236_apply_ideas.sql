-- Ideas that were asked for alone become cards, and nothing is made of them before somebody asks.
set local lock_timeout = '1s';

create or replace function private.apply_concepts(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts;
  -- What the request wants made of each card that is found.
  v_request jsonb := coalesce((select payload from public.jobs where id = p_job.parent_id), '{}');
  v_is_ideas_only boolean := coalesce((v_request ->> 'is_ideas_only')::boolean, false);
  -- Requests that began before there were other pieces name none.
  v_pieces text[] := array(select jsonb_array_elements_text(coalesce(v_request -> 'pieces', '["image"]')));
  v_next integer;
  v_cards integer;
  v_missing integer;
  v_card jsonb;
  v_asset uuid;
  v_jobs jsonb := '[]';
begin
  select * into v_draft from public.drafts where id = p_job.draft_id for no key update;
  if v_draft.id is null then
    return;
  end if;
  select coalesce(max(sort_order) + 1, 0), count(*) into v_next, v_cards from public.draft_assets where draft_id = v_draft.id;
  v_missing := case when v_is_ideas_only then least((p_job.payload ->> 'count')::integer, 30 - v_cards)
    else v_draft.card_count - v_cards end;
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
    v_cards := v_cards + 1;
    v_missing := v_missing - 1;
  end loop;
  -- The model may know the theme in the languages that the educator did not type.
  insert into public.draft_translations (draft_id, language, name)
  select v_draft.id, key::public.language, value
  from jsonb_each_text(coalesce(p_result -> 'theme_names', '{}')) where value <> ''
  on conflict (draft_id, language) do update set name = excluded.name
  where draft_translations.name = v_draft.name and v_draft.template_key = 'any' and lower(v_draft.name) = lower(v_draft.theme);
  update public.drafts set revision = revision + 1,
    -- From here on the deck is what its people make of it: the next request looks for no further ideas.
    card_count = case when v_is_ideas_only then greatest(1, v_cards) else card_count end
  where id = v_draft.id;
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

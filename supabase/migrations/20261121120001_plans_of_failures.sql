-- A request plans what failed and nothing else, and the texts and voices of names that it makes itself.
set local lock_timeout = '1s';

create function private.types_of(p_languages public.language[], p_plan jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(type, n), '{}') from (
    select type, sum(n) as n from (
      select 'generate_concepts'::public.job_type as type, 1 as n where (p_plan ->> 'missing')::integer > 0
      union all
      select private.type_of(p), (p_plan ->> 'missing')::integer * case when p = 'speech' then cardinality(p_languages) else 1 end
      from jsonb_array_elements_text(p_plan -> 'new') p
      union all
      select private.type_of(p), case when p = 'speech' then (c ->> 'voices')::integer else 1 end
      from jsonb_array_elements(p_plan -> 'cards') c, jsonb_array_elements_text(c -> 'pieces') p
      union all
      select private.type_of(p), 1 from jsonb_array_elements_text(p_plan -> 'universe') p
    ) job group by type
  ) counted where n > 0
$$;
comment on function private.types_of is 'How many jobs of each type a plan has: {type: jobs}.';

create function private.plan_failed(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select p.plan || jsonb_build_object('types', private.types_of(p_draft.languages, p.plan)) from (
    select jsonb_build_object('missing', 0, 'new', '[]'::jsonb, 'cards', private.failed_cards(p_draft),
      'universe', (select coalesce(jsonb_agg(k), '[]') from jsonb_object_keys(u) k), 'options', u) as plan
    from private.failed_universe_pieces(p_draft.id) u
  ) p
$$;
comment on function private.plan_failed is 'What a request for all that failed would make, as plan_request says it; each card with options of its own.';

create or replace function private.plan_request(p_draft public.drafts, p_asset_ids uuid[], p_pieces text[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_missing integer := 0;
  -- Each piece once, in the order in which they were named.
  v_named text[] := array(select p from unnest(p_pieces) with ordinality as t (p, n) group by p order by min(n));
  -- A film and a figure are made from the picture.
  v_pieces text[] := v_named || case when v_named && array['video', 'model3d'] and not 'image' = any (v_named)
    then array['image'] else '{}' end;
  v_universe text[];
  v_cards jsonb;
  v_plan jsonb;
begin
  if p_pieces = '{failed}' and p_asset_ids is null then
    return private.plan_failed(p_draft);
  elsif not p_pieces <@ array['image', 'video', 'model3d', 'text', 'names', 'speech', 'music', 'cover', 'poster', 'logo']
    or coalesce(cardinality(p_pieces), 0) = 0 then
    perform private.refuse('validation_failed', 422, 'Name the pieces to make.');
  end if;
  if p_asset_ids is null then
    v_missing := greatest(0, p_draft.card_count - (select count(*) from public.draft_assets where draft_id = p_draft.id));
  end if;
  v_universe := array(
    select p from unnest(v_named) p
    where p in ('music', 'cover', 'poster', 'logo') and (p_asset_ids is not null or case p
      when 'music' then p_draft.music_version_id when 'cover' then p_draft.cover_version_id
      when 'poster' then p_draft.poster_version_id else p_draft.logo_version_id end is null));
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'pieces', w.pieces, 'voices', (
    select count(*) from unnest(p_draft.languages) l
    left join public.draft_asset_translations t on t.asset_id = a.id and t.language = l
    where (t.asset_id is not null or 'names' = any (w.pieces))
      and (t.speech_version_id is null or p_asset_ids is not null and not private.has_own_voice(a.id, l)))) order by a.sort_order), '[]')
  into v_cards from public.draft_assets a cross join lateral (
    select array_agg(p) as pieces from unnest(v_pieces) p
    where p not in ('music', 'cover', 'poster', 'logo')
      and (p_asset_ids is not null and p = any (p_pieces) or private.lacks(a, p_draft.languages, p)
        -- Names that are made now are told of, and spoken, at once.
        or p in ('text', 'speech') and 'names' = any (v_pieces) and private.lacks(a, p_draft.languages, 'names'))
  ) w
  where a.draft_id = p_draft.id and a.status <> 'generating' and (p_asset_ids is null or a.id = any (p_asset_ids))
    and cardinality(w.pieces) > 0;
  v_plan := jsonb_build_object('missing', v_missing, 'new', to_jsonb(array(
    select p from unnest(v_pieces) p where p in ('image', 'video', 'model3d', 'text', 'speech'))),
    'cards', v_cards, 'universe', to_jsonb(v_universe));
  return v_plan || jsonb_build_object('types', private.types_of(p_draft.languages, v_plan));
end
$$;
comment on function private.plan_request is
  'What a request would make: {missing: new cards, new: pieces of each of them, cards: [{id, pieces}], universe: pieces, types: {type: jobs}}. Without cards what is lacking, or of {failed} what failed; with cards (also none) anew.';

create or replace function public.request_generation(
  p_draft_id uuid, p_asset_ids uuid[] default null, p_idempotency_key text default null,
  p_pieces text[] default null, p_options jsonb default '{}'
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_parent uuid := private.find_request(v_draft.owner_id, p_idempotency_key, p_draft_id, null, 'generate_universe');
  v_plan jsonb;
  v_missing integer;
  v_credits integer;
begin
  if v_parent is not null then
    return v_parent;
  end if;
  perform private.refuse_wishes(p_options);
  perform private.refuse_foreign_cards(p_draft_id, p_asset_ids);
  if private.is_busy(p_draft_id) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; wait for it or stop it first.');
  end if;
  -- Names are made anew for who names them: what a person typed is not lost to "once more".
  v_plan := private.plan_request(v_draft, p_asset_ids, coalesce(p_pieces, case when p_asset_ids is null
    then v_draft.pieces else coalesce(nullif(array_remove(v_draft.pieces, 'names'), '{}'), v_draft.pieces) end));
  v_missing := v_plan -> 'missing';
  if v_plan -> 'types' = '{}' then
    perform private.refuse('nothing_to_do', 409, 'There is nothing to make, or to make again.');
  end if;
  perform private.refuse_missing_models(v_plan -> 'types', now());
  v_credits := private.price_of(v_plan -> 'types');
  -- A universe a minute; what is lacking may be asked for at once.
  perform private.take_request(v_draft.owner_id, v_missing > 0, v_credits, now());
  v_parent := private.enqueue_request(v_draft, v_plan, jsonb_build_object(
    'payload', jsonb_build_object('options', p_options, 'pieces', (v_plan -> 'new') || (v_plan -> 'universe')),
    'credits', v_credits, 'idempotency_key', p_idempotency_key));
  perform public.enqueue_jobs((
    select jsonb_agg(job || jsonb_build_object('parent_id', v_parent)) from (
      -- What failed is made as it was wished for, and anew where something older is there.
      select private.card_jobs((c ->> 'id')::uuid, array(select jsonb_array_elements_text(c -> 'pieces')), null,
        coalesce(c -> 'options', p_options), p_asset_ids is not null or c ? 'options') as job
      from jsonb_array_elements(v_plan -> 'cards') c
      union all
      select private.universe_job(v_draft, p, coalesce(v_plan -> 'options', p_options))
      from jsonb_array_elements_text(v_plan -> 'universe') p
      where v_missing = 0 or p = 'music'
      union all
      select private.concepts_job(v_draft, v_missing) where v_missing > 0
    ) children));
  return v_parent;
end
$$;
comment on function public.request_generation is
  'Starts what a draft still lacks of these pieces, or of its own (concepts first), or what failed of it ({failed}), or makes them anew for the given cards. Counts as one request and takes its credits. Returns the parent job; the same idempotency key gets the same job.';

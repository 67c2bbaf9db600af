-- A name that a person has recorded is not planned, nor paid for, where voices are made anew.
set local lock_timeout = '1s';

create or replace function private.plan_request(p_draft public.drafts, p_asset_ids uuid[], p_pieces text[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_missing integer := 0;
  -- Each piece once, in the order in which they were named.
  v_named text[] := array(select p from unnest(p_pieces) with ordinality as t (p, n) group by p order by min(n));
  -- A film and a figure are made from the picture.
  v_pieces text[] := v_named || case when v_named && array['video', 'model3d'] and not 'image' = any (v_named)
    then array['image'] else '{}' end;
  v_new text[] := array(select p from unnest(v_pieces) p where p in ('image', 'video', 'model3d', 'text', 'speech'));
  v_universe text[];
  v_cards jsonb;
  v_types jsonb;
begin
  if not p_pieces <@ array['image', 'video', 'model3d', 'text', 'names', 'speech', 'music', 'cover', 'poster', 'logo']
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
    select count(*) from public.draft_asset_translations t where t.asset_id = a.id and t.language = any (p_draft.languages)
      and (t.speech_version_id is null or p_asset_ids is not null and not private.has_own_voice(a.id, t.language)))) order by a.sort_order), '[]')
  into v_cards from public.draft_assets a cross join lateral (
    select array_agg(p) as pieces from unnest(v_pieces) p
    where p not in ('music', 'cover', 'poster', 'logo')
      and (p_asset_ids is not null and p = any (p_pieces) or private.lacks(a, p_draft.languages, p))
  ) w
  where a.draft_id = p_draft.id and a.status <> 'generating' and (p_asset_ids is null or a.id = any (p_asset_ids))
    and cardinality(w.pieces) > 0;
  select coalesce(jsonb_object_agg(type, n), '{}') into v_types from (
    select type, sum(n) as n from (
      select 'generate_concepts'::public.job_type as type, 1 as n where v_missing > 0
      union all
      select private.type_of(p), v_missing * case when p = 'speech' then cardinality(p_draft.languages) else 1 end
      from unnest(v_new) p where v_missing > 0
      union all
      select private.type_of(p), case when p = 'speech' then (c ->> 'voices')::integer else 1 end
      from jsonb_array_elements(v_cards) c, jsonb_array_elements_text(c -> 'pieces') p
      union all
      select private.type_of(p), 1 from unnest(v_universe) p
    ) job group by type
  ) counted where n > 0;
  return jsonb_build_object('missing', v_missing, 'new', to_jsonb(v_new), 'cards', v_cards,
    'universe', to_jsonb(v_universe), 'types', v_types);
end
$$;

-- What a request of an educator would make, what it costs, and how long it takes.
set local lock_timeout = '1s';

create function private.typical_seconds(p_type public.job_type) returns table (p50 numeric, p90 numeric)
language sql stable security definer set search_path = '' as $$
  select
    greatest(0.1, coalesce(h.p50, m.expected_seconds, 10))::numeric,
    greatest(0.1, coalesce(h.p90, m.expected_seconds * 2, 20))::numeric
  from (
    select (percentile_cont(0.5) within group (order by recent.ms) / 1000)::numeric as p50,
      (percentile_cont(0.9) within group (order by recent.ms) / 1000)::numeric as p90
    from (
      select actual_duration_ms as ms from public.jobs
      where type = p_type and status = 'completed' order by completed_at desc limit 100
    ) recent
  ) h
  left join public.models m on m.job_type = p_type and m.is_active
$$;
comment on function private.typical_seconds is 'Half of the last hundred jobs of this type took no longer than p50, nine in ten no longer than p90.';

create function private.price_of(p_types jsonb) returns integer
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(m.credits * t.value::integer), 0)::integer
  from jsonb_each_text(p_types) t join public.models m on m.job_type = t.key::public.job_type and m.is_active
$$;
comment on function private.price_of is 'Credits for so many jobs of each type: {"generate_image": 10}.';

-- Jobs of a type are made side by side, in the slots that are left to one user when all who wait take turns.
create function private.estimate(p_user_id uuid, p_types jsonb)
returns table (p50 numeric, p90 numeric, universes_ahead integer)
language sql stable security definer set search_path = '' as $$
  with others as (
    select count(*)::integer as roots, count(distinct j.user_id)::integer as users
    from public.jobs j where j.parent_id is null and j.status in ('pending', 'processing') and j.user_id <> p_user_id
  )
  select coalesce(round(sum(ceil(t.value::numeric / s.slots) * y.p50), 1), 0),
    coalesce(round(sum(ceil(t.value::numeric / s.slots) * y.p90), 1), 0), max(o.roots)
  from others o
  left join jsonb_each_text(p_types) t on t.value::integer > 0
  left join lateral (
    select greatest(1, least((select user_running_limit from private.settings), coalesce(
      (select max_concurrency from public.models where job_type = t.key::public.job_type and is_active), 1) / (o.users + 1))) as slots
  ) s on t.key is not null
  left join lateral private.typical_seconds(t.key::public.job_type) y on t.key is not null
$$;
comment on function private.estimate is
  'Seconds until so many jobs of each type are done (half of the time, nine times in ten), and how many requests are in the queue already.';

create function private.lacks(p_asset public.draft_assets, p_languages public.language[], p_piece text) returns boolean
language sql stable security definer set search_path = '' as $$
  select case p_piece
    when 'image' then p_asset.image_version_id is null
    when 'video' then p_asset.video_version_id is null
    when 'model3d' then p_asset.model3d_version_id is null
    else (
      select case p_piece
        when 'names' then count(*) < cardinality(p_languages)
        when 'text' then coalesce(bool_or(t.alt_text is null), false)
        when 'speech' then coalesce(bool_or(t.speech_version_id is null), false) end
      from public.draft_asset_translations t where t.asset_id = p_asset.id and t.language = any (p_languages)) end
$$;
comment on function private.lacks is 'Whether this piece of a card has never been made, or not in every language.';

create function private.plan_request(p_draft public.drafts, p_asset_ids uuid[], p_pieces text[]) returns jsonb
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
      and (p_asset_ids is not null or t.speech_version_id is null))) order by a.sort_order), '[]')
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
comment on function private.plan_request is
  'What a request would make: {missing: new cards, new: pieces of each of them, cards: [{id, pieces}], universe: pieces, types: {type: jobs}}. Without cards what is lacking, with cards (also none) anew.';


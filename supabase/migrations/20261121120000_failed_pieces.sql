-- "Try again only what failed" makes exactly that: these pieces of these cards, in these languages, as they were wished for.
set local lock_timeout = '1s';

create function private.piece_of(p_job public.jobs) returns text
language sql immutable set search_path = '' as $$
  select case p_job.type
    when 'translate' then 'names' when 'generate_graphic' then p_job.payload ->> 'kind'
    else (select p from unnest(array['image', 'video', 'model3d', 'text', 'speech', 'music']) p
      where p_job.type::text = 'generate_' || p) end
$$;
comment on function private.piece_of is 'The piece that this job makes; null for what makes none.';

-- The last word on each piece counts: what was made, stopped or brought along since has not failed any more.
create function private.failed_jobs(p_draft_id uuid) returns setof public.jobs
language sql stable security definer set search_path = '' as $$
  select j.* from (
    select distinct on (l.asset_id, w.piece, w.language) l.id, w.piece, w.language
    from public.jobs l cross join lateral (
      select private.piece_of(l) as piece, case when l.type = 'generate_speech' then l.payload ->> 'language' end as language
    ) w
    where l.draft_id = p_draft_id and not l.is_parent and w.piece is not null
    order by l.asset_id, w.piece, w.language, l.created_at desc
  ) last join public.jobs j on j.id = last.id left join public.draft_assets a on a.id = j.asset_id
  where (j.status = 'failed' or j.status = 'cancelled' and j.error_code = 'dependency_failed')
    and (a.id is null and last.piece in ('music', 'cover', 'poster', 'logo')
      or a.error_code is not null and a.status <> 'generating')
    and not exists (
      select from public.draft_asset_versions v where v.asset_id = j.asset_id and v.piece = last.piece
        and v.language::text is not distinct from last.language and v.created_at > j.created_at)
$$;
comment on function private.failed_jobs is
  'The last job of each piece of a draft, where it failed, or never began because what it needed failed.';

create function private.failed_cards(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  with failed as (
    select j.asset_id, private.piece_of(j) as piece, j.payload from private.failed_jobs(p_draft.id) j
    where j.asset_id is not null and (j.type <> 'generate_speech'
      or j.payload ->> 'language' = any (p_draft.languages::text[])
        and not private.has_own_voice(j.asset_id, (j.payload ->> 'language')::public.language))
  ), card as (
    select f.asset_id, array_agg(distinct f.piece) as pieces,
      coalesce(jsonb_agg(f.payload -> 'language') filter (where f.piece = 'speech'), '[]') as voices,
      coalesce(jsonb_object_agg(f.piece, (
        -- Words, pictures and styles are those of today.
        select coalesce(jsonb_object_agg(k, f.payload -> k), '{}')
        from unnest(private.wishes_of(f.piece) || '{is_anew}') k where f.payload ? k and k <> 'style'
      )) filter (where f.piece <> 'speech'), '{}') as options
    from failed f group by f.asset_id
    union all
    -- Of a card whose jobs were cleaned up long ago it is only known that something failed.
    select a.id, l.pieces, '[]', '{"names": {"is_anew": false}}' from public.draft_assets a cross join lateral (
      select array_agg(p) as pieces from unnest(p_draft.pieces) p
      where p not in ('music', 'cover', 'poster', 'logo', 'speech') and private.lacks(a, p_draft.languages, p)
    ) l
    where a.draft_id = p_draft.id and a.error_code is not null and a.status <> 'generating' and l.pieces is not null
      and not exists (select from public.jobs j where j.asset_id = a.id and j.status in ('failed', 'cancelled'))
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', c.asset_id, 'pieces', c.pieces, 'voices', jsonb_array_length(c.voices),
    'options', c.options || jsonb_build_object('speech', jsonb_build_object('languages', c.voices))) order by a.sort_order), '[]')
  from card c join public.draft_assets a on a.id = c.asset_id
$$;
comment on function private.failed_cards is
  'What failed of the cards of a draft: [{id, pieces, voices: how many, options: as they were wished for}].';

create function private.failed_universe_pieces(p_draft_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(private.piece_of(j), (
    select coalesce(jsonb_object_agg(k, j.payload -> k), '{}') from unnest(private.wishes_of(private.piece_of(j))) k
    where j.payload ? k and k <> 'style')), '{}')
  from private.failed_jobs(p_draft_id) j where j.asset_id is null
$$;
comment on function private.failed_universe_pieces is 'What failed of a universe as a whole: {piece: its wishes}.';

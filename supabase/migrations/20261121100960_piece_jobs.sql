-- Which jobs make the pieces of a card and of a universe, and what they need to know.
set local lock_timeout = '1s';

create function private.type_of(p_piece text) returns public.job_type
language sql immutable set search_path = '' as $$
  select case
    when p_piece = 'names' then 'translate'::public.job_type
    when p_piece in ('cover', 'poster', 'logo') then 'generate_graphic'
    else ('generate_' || p_piece)::public.job_type end
$$;
comment on function private.type_of is 'The type of the jobs that make this piece.';

create function private.weight_of(p_type public.job_type) returns integer
language sql immutable set search_path = '' as $$
  select case p_type
    when 'generate_video' then 8 when 'generate_image' then 4 when 'generate_model3d' then 4 when 'generate_music' then 4
    when 'generate_graphic' then 2 else 1 end
$$;
comment on function private.weight_of is 'How much of a request''s progress a job of this type is.';

create function private.next_seed(p_asset_id uuid, p_piece text) returns integer
language sql stable security definer set search_path = '' as $$
  select case
    -- Words have no versions; each result makes a new revision, and the seed of the last one would bring back its words.
    when p_piece = 'names' or p_piece = 'text' and exists (
      select from public.draft_asset_translations t where t.asset_id = p_asset_id and t.alt_text is not null)
    then (select ((private.first_seed(a.id)::bigint + d.revision) % 2147483647)::integer
      from public.draft_assets a join public.drafts d on d.id = a.draft_id where a.id = p_asset_id)
    else coalesce(
      (select ((max(v.seed)::bigint + 1) % 2147483647)::integer from public.draft_asset_versions v
        where v.asset_id = p_asset_id and v.piece = p_piece),
      private.first_seed(p_asset_id)) end
$$;
comment on function private.next_seed is 'A seed that this piece was not made with before.';

-- One job for a card, with everything that the generator needs to know.
create function private.card_job(p_asset_id uuid, p_piece text, p_seed integer, p_options jsonb, p_is_anew boolean) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'user_id', d.owner_id, 'draft_id', d.id, 'asset_id', a.id, 'type', private.type_of(p_piece),
    'weight', private.weight_of(private.type_of(p_piece)),
    -- Pictures first: a film needs one, and a child sees it first.
    'priority', case when p_piece in ('video', 'model3d') then 4 else 5 end,
    'payload', jsonb_build_object('concept', a.concept, 'theme', d.theme, 'template', d.template_key, 'languages', to_jsonb(d.languages),
      'seed', coalesce(p_seed, private.next_seed(a.id, p_piece))) || case p_piece
      when 'image' then jsonb_build_object('prompt', private.resolve_image_prompt(a.id), 'width', 1024, 'height', 1024)
      when 'video' then jsonb_build_object('prompt', replace(replace(t.video_prompt, '{concept}', a.concept), '{theme}', d.theme),
        'duration', 4, 'resolution', 720)
      when 'model3d' then jsonb_build_object('prompt', private.resolve_image_prompt(a.id))
      when 'text' then jsonb_build_object('names', private.asset_names(a.id), 'tone', 'playful', 'audience', 5)
      when 'names' then jsonb_build_object('is_anew', p_is_anew) || (
        select jsonb_build_object('label', n.name, 'language', n.language) from (
          select name, language from public.draft_asset_translations where asset_id = a.id
          union all select a.concept, 'en'
        ) n order by array_position(d.languages, n.language) nulls last limit 1)
      else '{}' end || coalesce(p_options -> p_piece, '{}'))
  from public.draft_assets a
  join public.drafts d on d.id = a.draft_id join public.theme_templates t on t.key = d.template_key
  where a.id = p_asset_id
$$;

create function private.speech_jobs(p_asset_id uuid, p_is_anew boolean) returns setof jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', gen_random_uuid(), 'user_id', d.owner_id, 'draft_id', d.id, 'asset_id', a.id, 'type', 'generate_speech', 'weight', 1,
    'payload', jsonb_build_object('text', coalesce(n.speak_as, n.name), 'language', n.language, 'seed', 0))
  from public.draft_assets a join public.drafts d on d.id = a.draft_id
  join public.draft_asset_translations n on n.asset_id = a.id and n.language = any (d.languages)
  where a.id = p_asset_id and (p_is_anew or n.speech_version_id is null)
$$;
comment on function private.speech_jobs is 'One job for each of the draft''s languages in which the name is to be spoken.';

create function private.card_jobs(p_asset_id uuid, p_pieces text[], p_seed integer, p_options jsonb, p_is_anew boolean)
returns setof jsonb language sql volatile security definer set search_path = '' as $$
  with image as materialized (
    select gen_random_uuid() as id where 'image' = any (p_pieces)
  ), speech as materialized (
    select j from private.speech_jobs(p_asset_id, p_is_anew) j where 'speech' = any (p_pieces)
  )
  select private.card_job(p_asset_id, 'image', p_seed, p_options, p_is_anew) || jsonb_build_object('id', id) from image
  union all
  select j from speech
  union all
  select private.card_job(p_asset_id, piece, p_seed, p_options, p_is_anew) || jsonb_build_object('depends_on', (
    select coalesce(jsonb_agg(id), '[]') from (
      select id from image where piece in ('video', 'model3d')
      union all
      select (j ->> 'id')::uuid from speech
      where piece = 'video' and j #>> '{payload,language}' = p_options #>> '{video,voice_language}'
    ) awaited))
  from unnest(p_pieces) as piece where piece in ('names', 'text', 'video', 'model3d')
$$;
comment on function private.card_jobs is
  'The jobs that make these pieces of a card. Films and figures wait for the picture, and for the voice, where it is made too.';

create function private.universe_job(p_draft public.drafts, p_piece text, p_options jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'user_id', p_draft.owner_id, 'draft_id', p_draft.id, 'type', private.type_of(p_piece),
    'weight', private.weight_of(private.type_of(p_piece)),
    'payload', jsonb_build_object('theme', p_draft.theme, 'template', p_draft.template_key,
      'language', p_draft.languages[1], 'languages', to_jsonb(p_draft.languages),
      'seed', coalesce(
        (select ((max(v.seed)::bigint + 1) % 2147483647)::integer from public.draft_versions v
          where v.draft_id = p_draft.id and v.piece = p_piece),
        private.first_seed(p_draft.id))) || case p_piece
      when 'music' then jsonb_build_object('prompt', t.music_prompt, 'duration', 24)
      else jsonb_build_object('kind', p_piece, 'title', coalesce((
          select name from public.draft_translations where draft_id = p_draft.id and language = p_draft.languages[1]), p_draft.name),
        'concepts', (select coalesce(jsonb_agg(concept order by sort_order), '[]') from public.draft_assets where draft_id = p_draft.id),
        'names', (
          select coalesce(jsonb_agg(coalesce(n.name, a.concept) order by a.sort_order), '[]') from public.draft_assets a
          left join public.draft_asset_translations n on n.asset_id = a.id and n.language = p_draft.languages[1]
          where a.draft_id = p_draft.id),
        'prompt', 'The ' || p_piece || ' of a picture-card game for young children about ' || p_draft.theme
          || ', soft 3D picture-book illustration, rounded shapes, warm light') || case p_piece
        when 'cover' then '{"width": 1200, "height": 630}'::jsonb
        when 'poster' then '{"width": 1240, "height": 1754}' else '{"width": 512, "height": 512}' end
      end || coalesce(p_options -> p_piece, '{}'))
  from public.theme_templates t where t.key = p_draft.template_key
$$;
comment on function private.universe_job is 'The job that makes the music or a graphic of a universe.';

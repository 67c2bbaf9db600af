-- Cover, poster and logo may bear the name of a universe in any of its languages, not only in the first.
set local lock_timeout = '1s';

create or replace function private.wishes_of(p_piece text) returns text[]
language sql immutable set search_path = '' as $$
  select case
    when p_piece = 'image' then array['style', 'width', 'height']
    when p_piece = 'video' then array['duration', 'resolution', 'voice_language']
    when p_piece = 'music' then array['mood', 'genre', 'language', 'duration']
    when p_piece = 'text' then array['tone', 'audience']
    when p_piece in ('cover', 'poster', 'logo') then array['style', 'width', 'height', 'language'] end
$$;

create or replace function private.universe_job(p_draft public.drafts, p_piece text, p_options jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'user_id', p_draft.owner_id, 'draft_id', p_draft.id, 'type', private.type_of(p_piece),
    'weight', private.weight_of(private.type_of(p_piece)),
    'payload', jsonb_build_object('theme', p_draft.theme, 'template', p_draft.template_key,
      'languages', to_jsonb(p_draft.languages),
      'seed', coalesce(
        (select ((max(v.seed)::bigint + 1) % 2147483647)::integer from public.draft_versions v
          where v.draft_id = p_draft.id and v.piece = p_piece),
        private.first_seed(p_draft.id))) || case p_piece
      when 'music' then jsonb_build_object('prompt', coalesce(p_draft.music_prompt, t.music_prompt), 'duration', 24,
        'mood', p_draft.music_mood, 'genre', p_draft.music_genre, 'language', p_draft.languages[1])
      else jsonb_build_object('kind', p_piece, 'style', p_draft.style, 'title', coalesce((
          select name from public.draft_translations where draft_id = p_draft.id and language = l.asked), p_draft.name),
        'concepts', (select coalesce(jsonb_agg(concept order by sort_order), '[]') from public.draft_assets where draft_id = p_draft.id),
        'names', (
          select coalesce(jsonb_agg(coalesce(n.name, a.concept) order by a.sort_order), '[]') from public.draft_assets a
          left join public.draft_asset_translations n on n.asset_id = a.id and n.language = l.asked
          where a.draft_id = p_draft.id),
        'prompt', 'The ' || p_piece || ' of a picture-card game for young children about ' || p_draft.theme
          || ', soft 3D picture-book illustration, rounded shapes, warm light') || case p_piece
        when 'cover' then '{"width": 1200, "height": 630}'::jsonb
        when 'poster' then '{"width": 1240, "height": 1754}' else '{"width": 512, "height": 512}' end
      end || coalesce(p_options -> p_piece, '{}')
      || case when p_piece = 'music' then '{}'::jsonb else jsonb_build_object('language', l.asked) end)
  from public.theme_templates t, lateral (
    -- One that the universe does not have gives way to its first.
    select coalesce((select d from unnest(p_draft.languages) as d where d::text = p_options #>> array[p_piece, 'language']),
      p_draft.languages[1]) as asked) l
  where t.key = p_draft.template_key
$$;

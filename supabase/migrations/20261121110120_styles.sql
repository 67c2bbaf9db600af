-- All pictures of a universe are painted in one style, and a request may ask for another style or size.
set local lock_timeout = '1s';

alter table public.drafts add column style text check (style in ('soft', 'papercut', 'watercolour'));
comment on column public.drafts.style is 'How its pictures and graphics are painted; null is soft.';

create or replace function private.wishes_of(p_piece text) returns text[]
language sql immutable set search_path = '' as $$
  select case
    when p_piece = 'image' then array['style', 'width', 'height']
    when p_piece = 'video' then array['duration', 'resolution', 'voice_language']
    when p_piece = 'music' then array['mood', 'genre', 'language', 'duration']
    when p_piece = 'text' then array['tone', 'audience']
    when p_piece in ('cover', 'poster', 'logo') then array['style', 'width', 'height'] end
$$;

-- One job for a card, with everything that the generator needs to know.
create or replace function private.card_job(p_asset_id uuid, p_piece text, p_seed integer, p_options jsonb, p_is_anew boolean) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'user_id', d.owner_id, 'draft_id', d.id, 'asset_id', a.id, 'type', private.type_of(p_piece),
    'weight', private.weight_of(private.type_of(p_piece)),
    -- Pictures first: a film needs one, and a child sees it first.
    'priority', case when p_piece in ('video', 'model3d') then 4 else 5 end,
    'payload', jsonb_build_object('concept', a.concept, 'theme', d.theme, 'template', d.template_key, 'languages', to_jsonb(d.languages),
      'seed', coalesce(p_seed, private.next_seed(a.id, p_piece))) || case p_piece
      when 'image' then jsonb_build_object('prompt', private.resolve_image_prompt(a.id), 'width', 1024, 'height', 1024,
        'style', d.style)
      when 'video' then jsonb_build_object('prompt', private.resolve_video_prompt(a.id),
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
  join public.drafts d on d.id = a.draft_id
  where a.id = p_asset_id
$$;

create or replace function private.universe_job(p_draft public.drafts, p_piece text, p_options jsonb) returns jsonb
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
      when 'music' then jsonb_build_object('prompt', coalesce(p_draft.music_prompt, t.music_prompt), 'duration', 24)
      else jsonb_build_object('kind', p_piece, 'style', p_draft.style, 'title', coalesce((
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

-- A model at Replicate takes a named shape and one of two sizes, and its style from the words of the prompt.
update public.models set input_mapping = input_mapping || '{"aspect_ratio": "$aspect_ratio", "megapixels": "$megapixels"}'
where name = 'black-forest-labs/flux-schnell' and job_type in ('generate_image', 'generate_graphic');

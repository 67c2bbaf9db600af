-- A card that was added by hand is named after the names that it has, in whichever language they are.
set local lock_timeout = '1s';

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
        -- What a person or a model has named it; the concept of a card that nobody has named yet.
        select jsonb_build_object('label', n.name, 'language', n.language) from (
          select name, language, false as is_concept from public.draft_asset_translations where asset_id = a.id
          union all select a.concept, 'en', true
        ) n order by n.is_concept, array_position(d.languages, n.language) nulls last limit 1)
      else '{}' end || coalesce(p_options -> p_piece, '{}'))
  from public.draft_assets a
  join public.drafts d on d.id = a.draft_id
  where a.id = p_asset_id
$$;

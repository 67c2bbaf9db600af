-- The mood and the kind of music that its people wish for belong to a universe, as its prompts do.
-- The columns are new and empty, and the table is small, so nothing is blocked for long.
-- squawk-ignore-file constraint-missing-not-valid
set local lock_timeout = '1s';

alter table public.drafts
  add column music_mood text check (music_mood in ('calm', 'dreamy', 'joyful', 'playful', 'adventurous')),
  add column music_genre text
    check (music_genre in ('lullaby', 'waltz', 'march', 'folk', 'jazz', 'classical', 'electronic'));
comment on column public.drafts.music_mood is 'How its music is to feel; null while the theme decides.';
comment on column public.drafts.music_genre is 'Which kind of music it is to have; null while the theme decides.';

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
      when 'music' then jsonb_build_object('prompt', coalesce(p_draft.music_prompt, t.music_prompt), 'duration', 24,
        'mood', p_draft.music_mood, 'genre', p_draft.music_genre)
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

create or replace function public.edit_draft(p_draft_id uuid, p_patch jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
begin
  perform private.refuse_fields(p_patch, array['name', 'names', 'languages', 'visibility', 'background_color', 'pieces',
    'style', 'image_prompt', 'video_prompt', 'music_prompt', 'music_mood', 'music_genre', 'expected']);
  if jsonb_typeof(coalesce(p_patch -> 'languages', '[]')) <> 'array' or jsonb_typeof(coalesce(p_patch -> 'pieces', '[]')) <> 'array' then
    perform private.refuse('validation_failed', 422, 'Languages and pieces are lists.');
  end if;
  perform private.refuse_conflicts(private.conflicts(private.draft_record(v_draft), p_patch));
  perform private.name_draft(v_draft, p_patch);
  if p_patch ? 'visibility' then
    update public.universes set visibility = (p_patch ->> 'visibility')::public.visibility
    where id = v_draft.universe_id and visibility <> (p_patch ->> 'visibility')::public.visibility;
  end if;
  -- In one statement, which comes last: its message tells all.
  update public.drafts set
    revision = revision + 1, status = case when status = 'published' then 'ready' else status end,
    name = case when p_patch ? 'name' then p_patch ->> 'name' else name end,
    languages = case when p_patch ? 'languages' then private.texts_of(p_patch -> 'languages')::public.language[] else languages end,
    background_color = case when p_patch ? 'background_color' then p_patch ->> 'background_color' else background_color end,
    pieces = case when p_patch ? 'pieces' then private.texts_of(p_patch -> 'pieces') else pieces end,
    style = case when p_patch ? 'style' then p_patch ->> 'style' else style end,
    image_prompt = case when p_patch ? 'image_prompt' then p_patch ->> 'image_prompt' else image_prompt end,
    video_prompt = case when p_patch ? 'video_prompt' then p_patch ->> 'video_prompt' else video_prompt end,
    music_prompt = case when p_patch ? 'music_prompt' then p_patch ->> 'music_prompt' else music_prompt end,
    music_mood = case when p_patch ? 'music_mood' then p_patch ->> 'music_mood' else music_mood end,
    music_genre = case when p_patch ? 'music_genre' then p_patch ->> 'music_genre' else music_genre end
  where id = p_draft_id;
  if p_patch ? 'languages' then
    perform private.want_names(p_draft_id);
  end if;
  return public.get_draft(p_draft_id);
end
$$;

create function private.stale_parts(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(v.piece order by array_position(array['music', 'cover', 'poster', 'logo'], v.piece)), '[]')
  from public.draft_versions v join public.theme_templates t on t.key = p_draft.template_key
  where v.id in (p_draft.music_version_id, p_draft.cover_version_id, p_draft.poster_version_id, p_draft.logo_version_id)
    and case v.piece
      when 'music' then (v.prompt, v.mood, v.genre)
        is distinct from (coalesce(p_draft.music_prompt, t.music_prompt), p_draft.music_mood, p_draft.music_genre)
      else v.style <> coalesce(p_draft.style, 'soft') end
$$;
comment on function private.stale_parts is
  'Music and graphics of a universe that were made from other words, wishes or in another style than it has now: an array of their names.';

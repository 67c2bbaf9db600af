-- A draft is made in a style.
set local lock_timeout = '1s';

create or replace function private.draft_record(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_draft.id, 'slug', u.slug, 'name', p_draft.name, 'theme', p_draft.theme, 'template', p_draft.template_key,
    'names', private.draft_names(p_draft.id), 'languages', to_jsonb(p_draft.languages), 'count', p_draft.card_count,
    'status', p_draft.status, 'progress', p_draft.progress, 'revision', p_draft.revision, 'visibility', u.visibility,
    'background_color', p_draft.background_color, 'pieces', to_jsonb(p_draft.pieces), 'style', p_draft.style,
    'image_prompt', p_draft.image_prompt, 'video_prompt', p_draft.video_prompt, 'music_prompt', p_draft.music_prompt,
    'active_job_id', p_draft.active_job_id,
    'thumbnail_path', (
      select v.storage_path from public.draft_assets a
      join public.draft_asset_versions v on v.id = a.image_version_id
      where a.draft_id = p_draft.id order by a.sort_order limit 1),
    'music_path', (select storage_path from public.draft_versions where id = p_draft.music_version_id),
    'cover_path', (select storage_path from public.draft_versions where id = p_draft.cover_version_id),
    'poster_path', (select storage_path from public.draft_versions where id = p_draft.poster_version_id),
    'logo_path', (select storage_path from public.draft_versions where id = p_draft.logo_version_id),
    'release', (select number from public.releases where id = u.release_id),
    'created_at', p_draft.created_at, 'updated_at', p_draft.updated_at)
  from public.universes u where u.id = p_draft.universe_id
$$;

drop function public.create_draft(text, text, public.language[], integer, public.visibility, text[]);
create function public.create_draft(
  p_theme text, p_name text default null, p_languages public.language[] default '{fr,en,es,it,de}',
  p_count integer default 10, p_visibility public.visibility default 'private', p_pieces text[] default '{image}',
  p_style text default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_template public.theme_templates;
  v_language public.language := (select language from public.profiles where id = v_user);
  v_name text;
  v_slug text;
  v_try text;
  v_universe uuid;
  v_draft uuid;
begin
  select * into v_template from public.theme_templates where key = private.find_template(p_theme);
  v_name := coalesce(nullif(btrim(p_name), ''), nullif(v_template.names ->> v_language::text, ''),
    upper(left(btrim(p_theme), 1)) || substr(btrim(p_theme), 2));
  v_slug := private.slugify(v_name);
  v_try := v_slug;
  -- The unique constraint decides; a taken address gets the next free number.
  for n in 2 .. 100 loop
    insert into public.universes (owner_id, slug, name, visibility) values (v_user, v_try, v_name, p_visibility)
    on conflict (slug) do nothing returning id into v_universe;
    exit when v_universe is not null;
    v_try := v_slug || '-' || case when n < 50 then n::text else substr(md5(random()::text), 1, 8) end;
  end loop;
  if v_universe is null then
    perform private.refuse('slug_taken', 409, format('The address %s is taken; choose another name.', v_slug));
  end if;
  insert into public.drafts (
    universe_id, owner_id, theme, template_key, name, languages, card_count, background_color, pieces, style
  ) values (
    v_universe, v_user, btrim(p_theme), v_template.key, v_name,
    -- Each language and piece once, in the order in which they were named.
    array(select l from unnest(p_languages) with ordinality as t (l, n) group by l order by min(n)),
    p_count, v_template.background_color,
    array(select p from unnest(p_pieces) with ordinality as t (p, n) group by p order by min(n)), p_style)
  returning id into v_draft;
  insert into public.draft_translations (draft_id, language, name)
  select v_draft, key::public.language, coalesce(nullif(value, ''), v_name)
  from jsonb_each_text(case when p_name is null then v_template.names
    else '{"fr": "", "en": "", "es": "", "it": "", "de": ""}'::jsonb end);
  return v_draft;
end
$$;
comment on function public.create_draft is
  'A new draft and its universe, which nobody sees before its first release, whatever its visibility. The address comes from the name and gets a number when it is taken.';
grant execute on function public.create_draft to authenticated;

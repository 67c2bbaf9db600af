-- Prompts: what a theme, a draft and a card say a picture should show.

create function private.fold(p_text text) returns text
language sql immutable set search_path = '' as $$
  select lower(regexp_replace(normalize(replace(replace(replace(replace(p_text, 'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'), 'ø', 'o'), nfkd), '[\u0300-\u036f]', '', 'g'))
$$;
comment on function private.fold is 'Lower case without accents.';

create function private.slugify(p_text text) returns text
language sql immutable set search_path = '' as $$
  select coalesce(nullif(btrim(left(btrim(regexp_replace(private.fold(p_text), '[^a-z0-9]+', '-', 'g'), '-'), 60), '-'), ''), 'universe')
$$;
comment on function private.slugify is '"Hello World!" becomes "hello-world"; accents are folded; never empty.';

-- A theme that ships is found by its key or by its name in any of the five languages, with or without its article.
create function private.find_template(p_theme text) returns text
language sql stable set search_path = '' as $$
  select coalesce((
    select t.key from public.theme_templates t, jsonb_each_text(t.names) n
    where t.key <> 'any' and (
      private.fold(btrim(p_theme)) in (t.key, private.fold(n.value))
      or private.fold(btrim(p_theme)) = regexp_replace(private.fold(n.value), '^(la |le |les |l''|the |el |los |il |lo |i |der |die |das )', '')
    ) limit 1), 'any')
$$;

create function private.resolve_image_prompt(p_asset_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    a.image_prompt,
    replace(replace(coalesce(d.image_prompt, t.image_prompt), '{concept}', a.concept), '{theme}', d.theme))
  from public.draft_assets a
  join public.drafts d on d.id = a.draft_id join public.theme_templates t on t.key = d.template_key
  where a.id = p_asset_id
$$;
comment on function private.resolve_image_prompt is 'The card''s own prompt, else the draft''s, else the theme''s, with {concept} and {theme} filled in.';
grant execute on function private.resolve_image_prompt to authenticated, service_role;

create function private.first_seed(p_asset_id uuid) returns integer
language sql immutable set search_path = '' as $$
  select ('x' || substr(md5(p_asset_id::text), 1, 7))::bit(28)::integer
$$;

-- One image job for a card, with everything that the generator needs to know.
create function private.image_job(p_asset_id uuid, p_seed integer default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'user_id', d.owner_id, 'draft_id', d.id, 'asset_id', a.id, 'type', 'generate_image', 'weight', 4,
    'payload', jsonb_build_object(
      'prompt', private.resolve_image_prompt(a.id), 'concept', a.concept, 'theme', d.theme,
      'template', d.template_key,
      'seed', coalesce(p_seed, (
        select (max(v.seed)::bigint + 1) % 2147483647 from public.draft_asset_versions v where v.asset_id = a.id and v.piece = 'image'
      ), private.first_seed(a.id)),
      'width', 1024, 'height', 1024))
  from public.draft_assets a join public.drafts d on d.id = a.draft_id where a.id = p_asset_id
$$;

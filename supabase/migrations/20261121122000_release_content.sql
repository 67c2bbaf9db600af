-- What children see: everything a universe is made of, in one shape for releases and previews.
-- The new columns are empty or have a constant default, and the tables are small, so nothing is blocked for long.
-- squawk-ignore-file constraint-missing-not-valid, adding-not-nullable-field, require-concurrent-index-creation
set local lock_timeout = '1s';

alter table public.draft_asset_versions
  add column placeholder_color text check (placeholder_color ~ '^#[0-9a-f]{6}$');
comment on column public.draft_asset_versions.placeholder_color is
  'Of a picture: its mean colour, shown until it has been loaded. Null where nobody has worked it out.';

alter table public.releases
  add column cover_path text,
  add column logo_path text,
  add column poster_path text,
  add column music_path text;

alter table public.release_assets
  add column asset_id uuid,
  add column texts jsonb not null default '{"fr": null, "en": null, "es": null, "it": null, "de": null}',
  add column speech jsonb not null default '{"fr": null, "en": null, "es": null, "it": null, "de": null}',
  add column placeholder_color text,
  add column video_path text,
  add column model3d_path text,
  add column video_prompt text;
comment on column public.release_assets.asset_id is
  'The card of the draft, which is the same from release to release. It may be gone from the draft since.';
comment on column public.release_assets.speech is 'Keys of the spoken names in the public bucket, for each language; null where there is none.';

-- Cards that were published before are those of their draft with the same concept.
update public.release_assets p set asset_id = coalesce((
  select a.id from public.releases r join public.drafts d on d.universe_id = r.universe_id
  join public.draft_assets a on a.draft_id = d.id and lower(a.concept) = lower(p.concept)
  where r.id = p.release_id), p.id);
alter table public.release_assets alter column asset_id set not null;
create unique index release_assets_card_idx on public.release_assets (release_id, asset_id);

create function private.file_of(p_sha256 text, p_storage_path text, p_size_bytes bigint) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('sha256', p_sha256, 'size_bytes', p_size_bytes, 'storage_path', p_storage_path,
    'path', left(p_sha256, 2) || '/' || p_sha256 || substring(p_storage_path from '\.[a-z0-9]+$'))
$$;
comment on function private.file_of is
  'A file where it lies in the draft (storage_path) and where it lies when it is published (path), which its content names.';

create function private.card_manifest(p_asset public.draft_assets, p_languages public.language[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_asset.id, 'concept', p_asset.concept, 'names', private.asset_names(p_asset.id),
    'placeholder_color', i.placeholder_color, 'image_prompt', i.prompt, 'video_prompt', f.prompt,
    'image', private.file_of(i.sha256, i.storage_path, i.size_bytes),
    'video', case when f.id is not null then private.file_of(f.sha256, f.storage_path, f.size_bytes) end,
    'model3d', case when m.id is not null then private.file_of(m.sha256, m.storage_path, m.size_bytes) end) || (
    select jsonb_build_object(
      'texts', jsonb_object_agg(l.language, case when t.asset_id is not null then jsonb_build_object(
        'speak_as', t.speak_as, 'alt_text', t.alt_text, 'fun_fact', t.fun_fact, 'story', t.story) end),
      'speech', jsonb_object_agg(l.language, case when s.id is not null then
        private.file_of(s.sha256, s.storage_path, s.size_bytes) end))
    from unnest(enum_range(null::public.language)) as l (language)
    left join public.draft_asset_translations t
      on t.asset_id = p_asset.id and t.language = l.language and t.language = any (p_languages)
    left join public.draft_asset_versions s on s.id = t.speech_version_id)
  from public.draft_asset_versions i
  left join public.draft_asset_versions f on f.id = p_asset.video_version_id
  left join public.draft_asset_versions m on m.id = p_asset.model3d_version_id
  where i.id = p_asset.image_version_id
$$;
comment on function private.card_manifest is
  'A card with the files and words that a release of now would have, in the languages of its universe; null without a picture.';

create function private.manifest_of(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'name', p_draft.name, 'theme', p_draft.theme, 'names', private.draft_names(p_draft.id),
    'languages', to_jsonb(p_draft.languages), 'background_color', p_draft.background_color,
    'assets', coalesce((
      select jsonb_agg(c.card || jsonb_build_object('sort_order', c.place - 1) order by c.place) from (
        select private.card_manifest(a, p_draft.languages) as card, row_number() over (order by a.sort_order) as place
        from public.draft_assets a where a.draft_id = p_draft.id and a.image_version_id is not null
      ) c), '[]')) || (
    select jsonb_object_agg(p.piece, case when v.id is not null then private.file_of(v.sha256, v.storage_path, v.size_bytes) end)
    from (values ('cover', p_draft.cover_version_id), ('logo', p_draft.logo_version_id),
      ('poster', p_draft.poster_version_id), ('music', p_draft.music_version_id)) as p (piece, version_id)
    left join public.draft_versions v on v.id = p.version_id)
$$;
comment on function private.manifest_of is
  'All that a release of this draft would be at this moment: the cards that have a picture, in their order without gaps, and every file.';

create function private.content_of(p_manifest jsonb, p_place text) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'name', p_manifest -> 'name', 'names', p_manifest -> 'names', 'theme', p_manifest -> 'theme',
    'languages', p_manifest -> 'languages', 'background_color', p_manifest -> 'background_color',
    'cover_path', p_manifest -> 'cover' -> p_place, 'logo_path', p_manifest -> 'logo' -> p_place,
    'poster_path', p_manifest -> 'poster' -> p_place, 'music_path', p_manifest -> 'music' -> p_place,
    'assets', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', c -> 'id', 'sort_order', c -> 'sort_order', 'names', c -> 'names', 'texts', c -> 'texts',
        'placeholder_color', c -> 'placeholder_color', 'image_path', c -> 'image' -> p_place,
        'video_path', c -> 'video' -> p_place, 'model3d_path', c -> 'model3d' -> p_place,
        'speech', (select jsonb_object_agg(s.key, s.value -> p_place) from jsonb_each(c -> 'speech') s)
      ) order by (c -> 'sort_order')::integer), '[]')
      from jsonb_array_elements(p_manifest -> 'assets') c))
$$;
comment on function private.content_of is
  'A manifest in the shape in which universes are shown. p_place: "storage_path" for where its files lie in the draft, "path" for where they are published.';
grant execute on function private.manifest_of to authenticated, service_role;

-- Releases: immutable published versions of a universe, and the one pointer that decides what children see.
-- The tables are new and empty here, so nothing is blocked.
-- squawk-ignore-file adding-foreign-key-constraint, require-concurrent-index-creation

create table public.releases (
  id uuid primary key default gen_random_uuid(),
  universe_id uuid not null references public.universes (id) on delete cascade,
  number integer not null check (number > 0),
  name text not null,
  theme text not null,
  names jsonb not null,
  languages public.language[] not null,
  background_color text not null,
  thumbnail_path text,
  card_count integer not null check (card_count > 0),
  draft_revision bigint not null,
  job_id uuid not null unique,
  published_at timestamptz not null default now(),
  unique (universe_id, number)
);
alter table public.releases enable row level security;
comment on table public.releases is 'One published version. Rows are never updated.';

create table public.release_assets (
  id uuid primary key default gen_random_uuid(),
  release_id uuid not null references public.releases (id) on delete cascade,
  sort_order integer not null,
  concept text not null,
  names jsonb not null,
  image_path text not null,
  image_sha256 text not null,
  image_prompt text not null,
  unique (release_id, sort_order)
);
alter table public.release_assets enable row level security;
comment on table public.release_assets is 'The cards of a release. image_path is a key in the public bucket, named by content.';

alter table public.universes add column release_id uuid references public.releases (id) on delete set null;
create index universes_release_id_idx on public.universes (release_id);
create index universes_public_idx on public.universes (updated_at desc) where visibility = 'public' and release_id is not null;

-- Unlisted universes are absent here on purpose: get_universe answers for them to whoever has the address.
create policy read_published_universes on public.universes for select to anon, authenticated
  using (visibility = 'public' and release_id is not null);
create policy read_current_releases on public.releases for select to anon, authenticated
  using (id in (select release_id from public.universes));
create policy read_cards_of_current_releases on public.release_assets for select to anon, authenticated
  using (release_id in (select release_id from public.universes));
-- Definer, since nobody may read the column that it compares.
create function private.own_universes() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select id from public.universes where owner_id = (select auth.uid())
$$;
comment on function private.own_universes is 'The ids of the caller''s universes.';
grant execute on function private.own_universes to authenticated, service_role;

create policy read_all_releases_of_own_universes_or_as_staff on public.releases for select to authenticated
  using ((select private.is_staff()) or universe_id in (select private.own_universes()));
-- Who owns a universe is nobody's business, and neither are the words that its pictures were made from.
grant select (id, slug, name, visibility, release_id, created_at, updated_at) on public.universes to anon, authenticated;
grant select on public.releases to anon, authenticated;
grant select (id, release_id, sort_order, concept, names, image_path, image_sha256) on public.release_assets
  to anon, authenticated;

create function public.get_universe(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', u.id, 'slug', u.slug, 'name', r.name, 'names', r.names, 'languages', to_jsonb(r.languages),
    'release', r.number, 'visibility', u.visibility, 'background_color', r.background_color,
    'published_at', r.published_at,
    'assets', (
      select jsonb_agg(jsonb_build_object(
        'id', a.id, 'sort_order', a.sort_order, 'names', a.names, 'image_path', a.image_path
      ) order by a.sort_order)
      from public.release_assets a where a.release_id = r.id
    )
  )
  from public.universes u join public.releases r on r.id = u.release_id
  where u.slug = p_slug and u.visibility in ('public', 'unlisted')
$$;
comment on function public.get_universe is
  'The current release of a public or unlisted universe with its cards, or null. Definer, since only the address opens an unlisted one.';
grant execute on function public.get_universe to anon, authenticated;

create function public.has_universe(p_slug text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.universes where slug = p_slug and visibility in ('public', 'unlisted') and release_id is not null
  )
$$;
comment on function public.has_universe is 'Whether get_universe would answer, for the price of one index look-up.';
grant execute on function public.has_universe to anon, authenticated;

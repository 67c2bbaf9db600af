-- Universes and the drafts that educators work on: cards, their names in five languages, versions of their pictures.

create type public.visibility as enum ('private', 'unlisted', 'public');
create type public.draft_status as enum (
  'draft', 'generating', 'ready', 'partial', 'failed', 'publishing', 'published'
);
create type public.asset_status as enum ('pending', 'generating', 'ready', 'failed');

create table public.universes (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references public.profiles (id) on delete cascade,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 100),
  name text not null check (char_length(name) between 1 and 100),
  visibility public.visibility not null default 'private',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table public.universes enable row level security;
comment on table public.universes is 'The lasting identity of a deck: owner, address and who may see it. What children see is its current release.';
create index universes_owner_id_idx on public.universes (owner_id);
create trigger tg_universes__set_updated_at before update on public.universes
  for each row execute function private.tg_set_updated_at();

create table public.drafts (
  id uuid primary key default gen_random_uuid(),
  universe_id uuid not null unique references public.universes (id) on delete cascade,
  owner_id uuid not null references public.profiles (id) on delete cascade,
  theme text not null check (char_length(theme) between 1 and 100),
  template_key text not null default 'any' references public.theme_templates (key),
  name text not null check (char_length(name) between 1 and 100),
  languages public.language[] not null check (cardinality(languages) between 1 and 5 and array_position(languages, null) is null),
  card_count integer not null default 10 check (card_count between 1 and 30),
  image_prompt text check (char_length(image_prompt) between 1 and 2000),
  background_color text not null default '#1a1a2e' check (background_color ~ '^#[0-9a-f]{6}$'),
  status public.draft_status not null default 'draft',
  progress smallint not null default 0 check (progress between 0 and 100),
  active_job_id uuid,
  revision bigint not null default 1,
  published_revision bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table public.drafts enable row level security;
comment on table public.drafts is 'The private working copy of a universe.';
comment on column public.drafts.revision is 'Rises with every change of content; a release remembers the revision it was made from.';
comment on column public.drafts.active_job_id is 'The request that is being worked on, if any.';
create index drafts_owner_id_idx on public.drafts (owner_id, created_at desc);
create index drafts_template_key_idx on public.drafts (template_key);
create trigger tg_drafts__set_updated_at before update on public.drafts
  for each row execute function private.tg_set_updated_at();

create table public.draft_translations (
  draft_id uuid not null references public.drafts (id) on delete cascade,
  language public.language not null,
  name text not null check (char_length(name) between 1 and 100),
  primary key (draft_id, language)
);
alter table public.draft_translations enable row level security;
comment on table public.draft_translations is 'The name of the universe in each language.';

create table public.draft_assets (
  id uuid primary key default gen_random_uuid(),
  draft_id uuid not null references public.drafts (id) on delete cascade,
  sort_order integer not null check (sort_order >= 0),
  concept text not null check (char_length(concept) between 1 and 100),
  status public.asset_status not null default 'pending',
  progress smallint not null default 0 check (progress between 0 and 100),
  image_prompt text check (char_length(image_prompt) between 1 and 2000),
  image_version_id uuid,
  error_code text,
  error_message text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint one_card_per_place unique (draft_id, sort_order) deferrable initially deferred
);
alter table public.draft_assets enable row level security;
comment on table public.draft_assets is 'A card: one concept with its pieces. image_prompt is the educator''s own, null while the theme''s counts.';
create unique index draft_assets_concept_idx on public.draft_assets (draft_id, lower(concept));
create trigger tg_draft_assets__set_updated_at before update on public.draft_assets
  for each row execute function private.tg_set_updated_at();

create table public.draft_asset_translations (
  asset_id uuid not null references public.draft_assets (id) on delete cascade,
  language public.language not null,
  name text not null check (char_length(name) between 1 and 100),
  speak_as text check (char_length(speak_as) between 1 and 200),
  primary key (asset_id, language)
);
alter table public.draft_asset_translations enable row level security;
comment on table public.draft_asset_translations is 'The name of a card in each language, and how to say it where spelling misleads.';

create table public.draft_asset_versions (
  id uuid primary key default gen_random_uuid(),
  asset_id uuid not null references public.draft_assets (id) on delete cascade,
  piece text not null check (piece in ('image')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_path text not null,
  mime_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  prompt text not null,
  seed integer not null,
  job_id uuid not null unique,
  created_at timestamptz not null default now()
);
alter table public.draft_asset_versions enable row level security;
comment on table public.draft_asset_versions is 'Every picture that was made for a card. One job makes at most one version.';
create index draft_asset_versions_asset_id_idx on public.draft_asset_versions (asset_id, piece, created_at desc);
create index draft_asset_versions_storage_path_idx on public.draft_asset_versions (storage_path);

alter table public.draft_assets add constraint draft_assets_image_version_id_fkey
  foreign key (image_version_id) references public.draft_asset_versions (id) on delete set null;
create index draft_assets_image_version_id_idx on public.draft_assets (image_version_id);

create function private.may_read_draft(p_draft_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.is_staff() or exists (
    select from public.drafts where id = p_draft_id and owner_id = (select auth.uid())
  )
$$;
comment on function private.may_read_draft is 'Owner or staff.';
grant execute on function private.may_read_draft to anon, authenticated, service_role;

create policy read_own_universes_or_as_staff on public.universes for select to authenticated
  using (owner_id = (select auth.uid()) or (select private.is_staff()));
create policy read_own_drafts_or_as_staff on public.drafts for select to authenticated
  using (owner_id = (select auth.uid()) or (select private.is_staff()));
create policy read_names_of_own_drafts_or_as_staff on public.draft_translations for select to authenticated
  using ((select private.is_staff()) or draft_id in (select id from public.drafts where owner_id = (select auth.uid())));
create policy read_cards_of_own_drafts_or_as_staff on public.draft_assets for select to authenticated
  using ((select private.is_staff()) or draft_id in (select id from public.drafts where owner_id = (select auth.uid())));
create policy read_names_of_own_cards_or_as_staff on public.draft_asset_translations for select to authenticated
  using (asset_id in (select id from public.draft_assets));
create policy read_versions_of_own_cards_or_as_staff on public.draft_asset_versions for select to authenticated
  using (asset_id in (select id from public.draft_assets));
-- Clients only read: every write is a function that checks the rules.
grant select on public.drafts, public.draft_translations, public.draft_assets, public.draft_asset_translations,
  public.draft_asset_versions to authenticated;

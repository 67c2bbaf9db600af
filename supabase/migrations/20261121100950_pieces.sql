-- Pieces: what a card and a universe are made of beside pictures and names.
-- The tables are small and the new columns empty, so nothing is blocked for long.
-- squawk-ignore-file adding-foreign-key-constraint, ban-drop-not-null, constraint-missing-not-valid, require-concurrent-index-creation
set local lock_timeout = '1s';

alter table public.draft_asset_versions
  drop constraint draft_asset_versions_piece_check,
  alter column width drop not null,
  alter column height drop not null,
  add column language public.language,
  add column duration_ms integer check (duration_ms > 0),
  add constraint draft_asset_versions_piece_check check (piece in ('image', 'video', 'model3d', 'speech')),
  add constraint draft_asset_versions_language_check check ((piece = 'speech') = (language is not null)),
  add constraint draft_asset_versions_size_check check (piece not in ('image', 'video') or width > 0 and height > 0);
comment on table public.draft_asset_versions is
  'Every picture, video, figure and spoken name that was made for a card. One job makes at most one version.';
comment on column public.draft_asset_versions.duration_ms is 'Of what plays.';

alter table public.draft_assets
  add column video_version_id uuid references public.draft_asset_versions (id) on delete set null,
  add column model3d_version_id uuid references public.draft_asset_versions (id) on delete set null;
create index draft_assets_video_version_id_idx on public.draft_assets (video_version_id);
create index draft_assets_model3d_version_id_idx on public.draft_assets (model3d_version_id);

alter table public.draft_asset_translations
  add column alt_text text check (char_length(alt_text) between 1 and 250),
  add column fun_fact text check (char_length(fun_fact) between 1 and 500),
  add column story text check (char_length(story) between 1 and 1000),
  add column needs_review boolean not null default false,
  add column speech_version_id uuid references public.draft_asset_versions (id) on delete set null;
create index draft_asset_translations_speech_version_id_idx on public.draft_asset_translations (speech_version_id);
comment on table public.draft_asset_translations is
  'What a card says in each language: its name, how to say it where spelling misleads, and its texts.';
comment on column public.draft_asset_translations.needs_review is 'The model was not sure of the name.';

create table public.draft_versions (
  id uuid primary key default gen_random_uuid(),
  draft_id uuid not null references public.drafts (id) on delete cascade,
  piece text not null check (piece in ('music', 'cover', 'poster', 'logo')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_path text not null,
  mime_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  width integer check (width > 0),
  height integer check (height > 0),
  duration_ms integer check (duration_ms > 0),
  prompt text not null,
  seed integer not null,
  job_id uuid not null unique,
  created_at timestamptz not null default now(),
  check (piece = 'music' or width > 0 and height > 0)
);
comment on table public.draft_versions is
  'Every piece of music and graphic that was made for a universe as a whole. One job makes at most one version.';
create index draft_versions_draft_id_idx on public.draft_versions (draft_id, piece, created_at desc);
create index draft_versions_storage_path_idx on public.draft_versions (storage_path);
alter table public.draft_versions enable row level security;
create policy read_versions_of_own_drafts_or_as_staff on public.draft_versions for select to authenticated
  using (draft_id in (select id from public.drafts));
grant select on public.draft_versions to authenticated;

alter table public.drafts
  add column pieces text[] not null default '{image}' check (cardinality(pieces) > 0 and pieces <@ array[
    'image', 'video', 'model3d', 'text', 'names', 'speech', 'music', 'cover', 'poster', 'logo']),
  add column music_version_id uuid references public.draft_versions (id) on delete set null,
  add column cover_version_id uuid references public.draft_versions (id) on delete set null,
  add column poster_version_id uuid references public.draft_versions (id) on delete set null,
  add column logo_version_id uuid references public.draft_versions (id) on delete set null;
comment on column public.drafts.pieces is 'What this universe is to be made of.';
create index drafts_music_version_id_idx on public.drafts (music_version_id);
create index drafts_cover_version_id_idx on public.drafts (cover_version_id);
create index drafts_poster_version_id_idx on public.drafts (poster_version_id);
create index drafts_logo_version_id_idx on public.drafts (logo_version_id);

update storage.buckets set allowed_mime_types = array[
  'image/webp', 'image/png', 'image/jpeg', 'video/mp4', 'audio/mpeg', 'audio/wav', 'model/gltf-binary']
where id in ('draft-media', 'published');

-- Versions know where they come from: made by a model, and from which picture, or a file of the teacher's own.
-- The new columns are empty or have a constant default, and the tables are small, so nothing is blocked for long.
-- squawk-ignore-file ban-drop-not-null, constraint-missing-not-valid, require-concurrent-index-creation
set local lock_timeout = '1s';

alter table public.draft_asset_versions
  alter column job_id drop not null,
  alter column seed drop not null,
  add column origin text not null default 'made' check (origin in ('made', 'uploaded', 'copied')),
  add column source_sha256 text check (source_sha256 ~ '^[0-9a-f]{64}$'),
  add constraint draft_asset_versions_provenance_check check (
    case origin when 'made' then job_id is not null and seed is not null when 'uploaded' then job_id is null and seed is null else job_id is null end);
comment on table public.draft_asset_versions is
  'Pictures, videos, figures and spoken names of a card: what was made (one job makes at most one version), uploaded, or copied with its draft.';
comment on column public.draft_asset_versions.seed is 'Null for a teacher''s own file, also for a copy of it: no model made it.';
comment on column public.draft_asset_versions.source_sha256 is 'Of a film and a figure: the picture that it was made from.';
comment on column public.draft_asset_versions.prompt is
  'What it was made from; of a spoken name its words, also where it is a recording; empty for a teacher''s own picture.';
create index draft_asset_versions_uploads_idx on public.draft_asset_versions (created_at) where origin = 'uploaded';

alter table public.draft_versions
  alter column job_id drop not null,
  add column origin text not null default 'made' check (origin in ('made', 'copied')),
  add constraint draft_versions_provenance_check check ((origin = 'made') = (job_id is not null));

-- Films and figures that are there already were made from the last picture before them.
update public.draft_asset_versions v set source_sha256 = (
  select i.sha256 from public.draft_asset_versions i
  where i.asset_id = v.asset_id and i.piece = 'image' and i.created_at <= v.created_at order by i.created_at desc limit 1)
where v.piece in ('video', 'model3d');

create table private.job_sources (
  job_id uuid not null references public.jobs (id) on delete cascade,
  attempt integer not null,
  image_sha256 text,
  read_at timestamptz not null default clock_timestamp(),
  primary key (job_id, attempt)
);
comment on table private.job_sources is 'Which picture an attempt at a film or a figure was given.';

create or replace function public.get_job_sources(p_job_id uuid, p_attempt integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  v_image public.draft_asset_versions;
begin
  select v.* into v_image from public.draft_assets a join public.draft_asset_versions v on v.id = a.image_version_id
  where a.id = v_job.asset_id;
  insert into private.job_sources (job_id, attempt, image_sha256) values (p_job_id, p_attempt, v_image.sha256)
  on conflict (job_id, attempt) do update set image_sha256 = excluded.image_sha256, read_at = excluded.read_at;
  return jsonb_build_object(
    'image', case when v_image.id is not null then jsonb_build_object(
      'storage_path', v_image.storage_path, 'sha256', v_image.sha256, 'mime_type', v_image.mime_type) end,
    'voice', (
      select jsonb_build_object('storage_path', v.storage_path, 'sha256', v.sha256, 'mime_type', v.mime_type)
      from public.draft_asset_translations t join public.draft_asset_versions v on v.id = t.speech_version_id
      where t.asset_id = v_job.asset_id and t.language::text = v_job.payload ->> 'voice_language'));
end
$$;
comment on function public.get_job_sources is
  'For a worker that holds the job: the card''s picture, and its spoken name in the payload''s voice_language; null where there is none. Remembers which picture it gave. Refuses a stale attempt.';

create function private.source_of(p_job public.jobs) returns text
language sql stable security definer set search_path = '' as $$
  select s.image_sha256 from private.job_sources s
  where s.job_id = p_job.id
    -- An attempt may have adopted what an earlier one had asked for, with the picture of that time.
    and s.read_at <= coalesce((
      select p.created_at from public.predictions p
      where p.job_id = p_job.id and p.attempt = p_job.attempt and p.status in ('submitting', 'open', 'succeeded')
      order by p.created_at desc limit 1), 'infinity')
  order by s.attempt desc limit 1
$$;
comment on function private.source_of is 'The picture that the result of this job was made from; null when it needed none.';

create function private.show_version(p_version public.draft_asset_versions) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_version.piece = 'speech' then
    update public.draft_asset_translations set speech_version_id = p_version.id
    where asset_id = p_version.asset_id and language = p_version.language;
  else
    update public.draft_assets set
      image_version_id = case when p_version.piece = 'image' then p_version.id else image_version_id end,
      video_version_id = case when p_version.piece = 'video' then p_version.id else video_version_id end,
      model3d_version_id = case when p_version.piece = 'model3d' then p_version.id else model3d_version_id end
    where id = p_version.asset_id;
  end if;
end
$$;
comment on function private.show_version is 'Makes this version the one that the card shows, or says.';

create function private.has_own_voice(p_asset_id uuid, p_language public.language) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.draft_asset_translations t join public.draft_asset_versions v on v.id = t.speech_version_id
    where t.asset_id = p_asset_id and t.language = p_language and v.seed is null)
$$;
comment on function private.has_own_voice is 'Whether the card''s name is spoken by a person in this language.';

create or replace function private.apply_card_file(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_piece text := replace(p_job.type::text, 'generate_', '');
  v_language public.language := case when v_piece = 'speech' then (p_job.payload ->> 'language')::public.language end;
  v_version public.draft_asset_versions;
begin
  if p_job.asset_id is null then
    return;
  end if;
  insert into public.draft_asset_versions (
    asset_id, piece, language, sha256, storage_path, mime_type, size_bytes, width, height, duration_ms, prompt, seed, job_id,
    source_sha256
  ) values (
    p_job.asset_id, v_piece, v_language, p_result ->> 'sha256', p_result ->> 'storage_path', p_result ->> 'mime_type',
    (p_result ->> 'size_bytes')::bigint, (p_result ->> 'width')::integer, (p_result ->> 'height')::integer,
    (p_result ->> 'duration_ms')::integer, coalesce(p_job.payload ->> 'prompt', p_job.payload ->> 'text', ''),
    (p_job.payload ->> 'seed')::integer, p_job.id, case when v_piece in ('video', 'model3d') then private.source_of(p_job) end
  ) returning * into v_version;
  -- Somebody recorded the name meanwhile: the one that was made lies beside it, to be chosen.
  if not (v_piece = 'speech' and private.has_own_voice(p_job.asset_id, v_language)) then
    perform private.show_version(v_version);
  end if;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;

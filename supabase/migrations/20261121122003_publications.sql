-- A publication: frozen when it is asked for, copied file by file, and shown in one transaction.
-- The tables are new and empty and those that change are small, so nothing is blocked for long.
-- squawk-ignore-file constraint-missing-not-valid
set local lock_timeout = '1s';

create table private.publications (
  job_id uuid primary key references public.jobs (id) on delete cascade,
  manifest jsonb not null,
  visibility public.visibility not null check (visibility <> 'private'),
  revision bigint not null,
  notes text,
  override_reason text,
  gaps jsonb not null
);
comment on table private.publications is 'What a job publishes, as it was when it was asked for. Not in the payload, which is read at every look at a job.';
comment on column private.publications.gaps is 'What was missing and published nevertheless: as of private.gaps_of.';

create table private.publication_files (
  job_id uuid not null references private.publications (job_id) on delete cascade,
  path text not null,
  storage_path text not null,
  sha256 text not null,
  size_bytes bigint not null,
  primary key (job_id, path)
);
comment on table private.publication_files is 'Each file of a publication once: where it lies in the draft, and its key in the public bucket.';
create index publication_files_path_idx on private.publication_files (path);
create index publication_files_storage_path_idx on private.publication_files (storage_path);

create table private.release_files (
  release_id uuid not null references public.releases (id) on delete cascade,
  path text not null,
  sha256 text not null,
  size_bytes bigint not null,
  primary key (release_id, path)
);
comment on table private.release_files is 'Each file of a release once. A file in the public bucket that is in no row here is an orphan.';
create index release_files_path_idx on private.release_files (path);
create index release_files_sha256_idx on private.release_files (sha256);
insert into private.release_files (release_id, path, sha256, size_bytes)
select distinct on (p.release_id, p.image_path) p.release_id, p.image_path, p.image_sha256, coalesce(v.size_bytes, 0)
from public.release_assets p left join public.draft_asset_versions v on v.sha256 = p.image_sha256;

alter table public.releases
  add column notes text check (char_length(notes) between 1 and 1000),
  add column override_reason text check (char_length(override_reason) between 1 and 500),
  add column gaps jsonb not null default '[]';
comment on column public.releases.override_reason is 'Why it was published although something was missing, in the words of whoever did.';
-- Why somebody published with gaps is between them and the staff.
revoke select on public.releases from anon, authenticated;
grant select (id, universe_id, number, name, theme, names, languages, background_color, thumbnail_path, card_count, published_at)
  on public.releases to anon, authenticated;

create function private.gaps_of(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', g.kind, 'asset_id', g.id, 'language', g.language))
    order by g.sort_order, g.rank, g.language), '[]')
  from (
    select a.id, a.sort_order, 1 as rank, 'picture' as kind, null::public.language as language
    from public.draft_assets a where a.draft_id = p_draft.id and a.image_version_id is null
    union all
    select a.id, a.sort_order, 2, case when t.asset_id is null then 'name' else 'alt_text' end, l.language
    from public.draft_assets a cross join unnest(p_draft.languages) as l (language)
    left join public.draft_asset_translations t on t.asset_id = a.id and t.language = l.language
    where a.draft_id = p_draft.id and t.alt_text is null
    union all
    select a.id, a.sort_order, 3, 'approval', null
    from public.draft_assets a where a.draft_id = p_draft.id and a.image_version_id is not null and a.approved_at is null
  ) g
$$;
comment on function private.gaps_of is
  'What a teacher may want to see to before publishing: cards without a picture (they are left out), name, alt text or approval.';

-- What was asked for in the old way is asked for anew.
update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null, deadline_at = null
where type = 'publish' and status in ('pending', 'processing');

create function private.is_busy_at_all(p_draft_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.jobs where draft_id = p_draft_id and status in ('pending', 'processing'))
$$;
comment on function private.is_busy_at_all is 'Whether any job of the draft is waiting or at work.';

create function private.files_of(p_manifest jsonb) returns private.publication_files[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(distinct jsonb_populate_record(null::private.publication_files, f)), '{}') from (
    -- Of two drafts' copies of one content, either will do.
    select (array_agg(file order by file ->> 'storage_path'))[1] as f
    from jsonb_path_query(p_manifest, 'strict $.** ? (exists (@.storage_path) && exists (@.sha256))') as file
    group by file ->> 'path'
  ) files
$$;
comment on function private.files_of is 'Every file of a manifest, each once.';

drop function public.request_publish(uuid, public.visibility);
create function public.request_publish(
  p_draft_id uuid, p_visibility public.visibility, p_notes text default null, p_override_reason text default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id, 'owner');
  v_manifest jsonb;
  v_files private.publication_files[];
  v_job uuid;
begin
  if p_visibility is null or p_visibility = 'private' then
    perform private.refuse('validation_failed', 422, 'A release is public or unlisted.');
  elsif private.is_busy_at_all(p_draft_id) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; publish when it is done.');
  end if;
  v_manifest := private.manifest_of(v_draft);
  if v_manifest -> 'assets' = '[]' then
    perform private.refuse('nothing_to_publish', 409, 'Make at least one picture first.');
  end if;
  v_files := private.files_of(v_manifest);
  v_job := public.enqueue_jobs(jsonb_build_array(jsonb_build_object(
    'user_id', v_draft.owner_id, 'draft_id', p_draft_id, 'type', 'publish', 'priority', 9,
    'planned_steps', cardinality(v_files) + 1, 'payload', jsonb_build_object('visibility', p_visibility, 'revision', v_draft.revision))));
  insert into private.publications (job_id, manifest, visibility, revision, notes, override_reason, gaps)
  values (v_job, v_manifest, p_visibility, v_draft.revision, nullif(btrim(p_notes), ''), nullif(btrim(p_override_reason), ''),
    private.gaps_of(v_draft));
  insert into private.publication_files select v_job, f.path, f.storage_path, f.sha256, f.size_bytes from unnest(v_files) f;
  return v_job;
end
$$;
comment on function public.request_publish is
  'Owner: freezes what is there at this moment and queues its publication. What is missing stops nobody: it is kept with the release, and so is the reason. Returns the job.';
grant execute on function public.request_publish to authenticated;

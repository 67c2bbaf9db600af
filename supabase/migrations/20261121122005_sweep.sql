-- Published files that no release uses go a day later, and never from under a publication that is just taking them.
-- The column has a constant default and the table is new, so nothing is blocked.
-- squawk-ignore-file constraint-missing-not-valid
set local lock_timeout = '1s';

alter table private.settings
  add column published_grace_seconds integer not null default 86400 check (published_grace_seconds >= 0);
comment on column private.settings.published_grace_seconds is
  'How long a file in the public bucket may lie there without a release: pages that were opened before may still ask for it.';

create table private.condemned_files (
  name text primary key,
  condemned_at timestamptz not null
);
comment on table private.condemned_files is
  'Files in the public bucket that the scheduler is removing right now. No release is shown that needs one of them. Rows of a scheduler that died count for seven minutes, longer than any of them lives.';

create or replace function public.list_orphan_objects(p_limit integer, p_now timestamptz default now())
returns table (bucket_id text, name text)
language sql stable security definer set search_path = '' as $$
  select o.bucket_id, o.name from storage.objects o, private.settings s
  where o.created_at < p_now - make_interval(secs => case o.bucket_id
      when 'published' then s.published_grace_seconds else s.orphan_grace_seconds end)
    and (
      o.bucket_id = 'voice-notes'
      or o.bucket_id = 'draft-media'
        and not exists (select from public.draft_asset_versions v where v.storage_path = o.name)
        and not exists (select from public.draft_versions v where v.storage_path = o.name)
        -- A job that ends may find that its file, by its content, lies there already.
        and split_part(o.name, '/', 2) not in (
          select j.draft_id::text from public.jobs j where j.status in ('pending', 'processing') and j.draft_id is not null)
        -- Of a draft that was copied, the file lies in another one's folder.
        and not exists (select from private.publication_files f join public.jobs j on j.id = f.job_id
          where f.storage_path = o.name and j.status in ('pending', 'processing'))
      or o.bucket_id = 'published' and not exists (select from private.release_files f where f.path = o.name)
        -- A publication takes what lies there already: no file that one on its way names may go.
        and not exists (select from private.publication_files f join public.jobs j on j.id = f.job_id
          where f.path = o.name and j.status in ('pending', 'processing'))
    )
  order by o.created_at limit p_limit
$$;
comment on function public.list_orphan_objects is
  'Stored files that no version and no release uses, and recordings: older than an hour, in the public bucket than a day.';

create function public.condemn_orphans(p_limit integer, p_now timestamptz default now())
returns table (bucket_id text, name text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  -- Against whoever is showing a release: it sees these rows, or its own files are in use before this looks.
  perform pg_advisory_xact_lock(hashtext('published files'));
  delete from private.condemned_files where condemned_at < p_now - interval '7 minutes';
  return query
  with found as materialized (
    select * from public.list_orphan_objects(p_limit, p_now)
  ), noted as (
    insert into private.condemned_files (name, condemned_at) select f.name, p_now from found f where f.bucket_id = 'published'
    on conflict (name) do nothing returning name
  )
  -- What another scheduler is removing already is left to it.
  select f.bucket_id, f.name from found f where f.bucket_id <> 'published' or f.name in (select n.name from noted n);
end
$$;
comment on function public.condemn_orphans is
  'For the scheduler: what it is to remove now. Until it says that it has, no release that needs one of these files is shown.';

create function public.forget_condemned(p_names text[]) returns void
language sql security definer set search_path = '' as $$
  delete from private.condemned_files where name = any (p_names)
$$;
comment on function public.forget_condemned is 'For the scheduler: these files are removed.';

create function private.is_whole(p_job_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select from private.missing_files(p_job_id))
    and not exists (select from private.publication_files f join private.condemned_files c on c.name = f.path
      where f.job_id = p_job_id and c.condemned_at > now() - interval '7 minutes')
$$;
comment on function private.is_whole is 'Whether every file of a publication is in the public bucket, and none of them about to be removed.';

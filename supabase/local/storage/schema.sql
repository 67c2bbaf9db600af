-- Storage's tables, functions and grants as a hosted project has them, so that migrations which insert buckets and
-- create policies on storage.objects read the same on both. Applied at every start: each statement can repeat.
-- Left out: S3 multipart, analytics and vector buckets, and object versioning, which the embedded stack does not offer.

create schema if not exists storage;
grant usage on schema storage to anon, authenticated, service_role;
alter default privileges in schema storage grant all on tables to anon, authenticated, service_role;
alter default privileges in schema storage grant all on functions to anon, authenticated, service_role;
alter default privileges in schema storage grant all on sequences to anon, authenticated, service_role;

do $$
begin
  if to_regtype('storage.buckettype') is null then
    create type storage.buckettype as enum ('STANDARD', 'ANALYTICS', 'VECTOR');
  end if;
end $$;

create table if not exists storage.buckets (
  id text primary key,
  name text not null,
  owner uuid,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  public boolean default false,
  avif_autodetection boolean default false,
  file_size_limit bigint,
  allowed_mime_types text[],
  owner_id text,
  type storage.buckettype not null default 'STANDARD'
);
create unique index if not exists bname on storage.buckets (name);
comment on column storage.buckets.owner is 'Field is deprecated, use owner_id instead';

create table if not exists storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text constraint "objects_bucketId_fkey" references storage.buckets (id),
  name text,
  owner uuid,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  last_accessed_at timestamptz default now(),
  metadata jsonb,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored,
  version text,
  owner_id text,
  user_metadata jsonb
);
comment on column storage.objects.owner is 'Field is deprecated, use owner_id instead';
create unique index if not exists bucketid_objname on storage.objects (bucket_id, name);
create index if not exists name_prefix_search on storage.objects (name text_pattern_ops);
create index if not exists idx_objects_bucket_id_name on storage.objects (bucket_id, (name collate "C"));
create index if not exists idx_objects_bucket_id_name_lower
  on storage.objects (bucket_id, (lower(name) collate "C"));

-- Without a policy nobody but service_role sees or writes anything; the product's migrations add the policies.
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;
grant all on storage.buckets, storage.objects to postgres with grant option;

create or replace function storage.foldername(name text) returns text[]
language sql immutable
as $$
  select parts[1 : array_length(parts, 1) - 1] from string_to_array(name, '/') as parts;
$$;

create or replace function storage.filename(name text) returns text
language sql immutable
as $$
  select parts[array_length(parts, 1)] from string_to_array(name, '/') as parts;
$$;

create or replace function storage.extension(name text) returns text
language sql immutable
as $$
  select reverse(split_part(reverse(parts[array_length(parts, 1)]), '.', 1))
  from string_to_array(name, '/') as parts;
$$;

create or replace function storage.get_size_by_bucket() returns table (size bigint, bucket_id text)
language sql stable
as $$
  select sum((objects.metadata ->> 'size')::bigint)::bigint, objects.bucket_id
  from storage.objects
  group by objects.bucket_id;
$$;

-- Policies can ask which call they are judging, for example storage.allow_only_operation('object.list').
create or replace function storage.operation() returns text
language sql stable
as $$
  select current_setting('storage.operation', true);
$$;

create or replace function storage.allow_any_operation(expected_operations text[]) returns boolean
language sql stable
as $$
  select coalesce(bool_or(regexp_replace(expected, '^storage\.', '') =
    regexp_replace(storage.operation(), '^storage\.', '')), false)
  from unnest(expected_operations) as expected
  where expected <> '';
$$;

create or replace function storage.allow_only_operation(expected_operation text) returns boolean
language sql stable
as $$
  select storage.allow_any_operation(array[expected_operation]);
$$;

create or replace function storage.update_updated_at_column() returns trigger
language plpgsql
as $$
begin
  new.updated_at = now();
  return new;
end;
$$;
create or replace trigger update_objects_updated_at
  before update on storage.objects
  for each row execute function storage.update_updated_at_column();

create or replace function storage.enforce_bucket_name_length() returns trigger
language plpgsql
as $$
begin
  if length(new.name) > 100 then
    raise exception 'bucket name "%" is too long (% characters). Max is 100.', new.name, length(new.name);
  end if;
  return new;
end;
$$;
create or replace trigger enforce_bucket_name_length_trigger
  before insert or update of name on storage.buckets
  for each row execute function storage.enforce_bucket_name_length();

-- A row deleted by plain SQL would leave its file behind, so the platform refuses it; its API sets the switch.
create or replace function storage.protect_delete() returns trigger
language plpgsql
as $$
begin
  if coalesce(current_setting('storage.allow_delete_query', true), 'false') <> 'true' then
    raise exception 'Direct deletion from storage tables is not allowed. Use the Storage API instead.'
      using hint = 'This prevents accidental data loss from orphaned objects.', errcode = '42501';
  end if;
  return null;
end;
$$;
create or replace trigger protect_buckets_delete
  before delete on storage.buckets
  for each statement execute function storage.protect_delete();
create or replace trigger protect_objects_delete
  before delete on storage.objects
  for each statement execute function storage.protect_delete();

-- One folder level below prefix, names relative to it, folders with id null. A name sorts where its full path would,
-- so a folder takes its place as "name/". Sorted by time, folders come first. Matches ignore case, as hosted does.
create or replace function storage.search(
  prefix text,
  bucketname text,
  limits int default 100,
  levels int default 1,
  offsets int default 0,
  search text default '',
  sortcolumn text default 'name',
  sortorder text default 'asc'
)
returns table (
  name text,
  id uuid,
  updated_at timestamptz,
  created_at timestamptz,
  last_accessed_at timestamptz,
  metadata jsonb
)
language sql stable
as $$
  with matches as (
    select
      o.*,
      substr(o.name, length(search.prefix) + 1) as rest,
      strpos(substr(o.name, length(search.prefix || search.search) + 1), '/') as slash
    from storage.objects o
    where o.bucket_id = search.bucketname
      and (lower(o.name) collate "C") ^@ lower(search.prefix || search.search)
  ),
  entries as (
    select m.rest as label, m.rest as place, m.id, m.updated_at, m.created_at, m.last_accessed_at, m.metadata
    from matches m
    where m.slash = 0
    union all
    select distinct
      left(m.rest, length(search.search) + m.slash - 1),
      left(m.rest, length(search.search) + m.slash),
      null::uuid, null::timestamptz, null::timestamptz, null::timestamptz, null::jsonb
    from matches m
    where m.slash > 0
  ),
  ordered as (
    select
      e.*,
      lower(e.place) collate "C" as name_key,
      case search.sortcolumn
        when 'updated_at' then e.updated_at
        when 'created_at' then e.created_at
        when 'last_accessed_at' then e.last_accessed_at
      end as time_key,
      search.sortcolumn in ('updated_at', 'created_at', 'last_accessed_at') as by_time,
      lower(search.sortorder) = 'desc' as descending
    from entries e
  )
  select o.label, o.id, o.updated_at, o.created_at, o.last_accessed_at, o.metadata
  from ordered o
  order by
    case when o.by_time then o.id is not null end,
    case when not o.descending then o.time_key end asc,
    case when o.descending then o.time_key end desc,
    case when not o.descending then o.name_key end asc,
    case when o.descending then o.name_key end desc
  limit least(coalesce(search.limits, 100), 1500)
  offset coalesce(search.offsets, 0);
$$;

-- People: who may sign in, what they are called, and what their role lets them read.

-- Nothing is reachable unless a migration grants it: hosted projects differ in what they expose by default.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
alter default privileges in schema public grant all on tables to service_role;
alter default privileges in schema public grant execute on functions to service_role;

create schema private;
comment on schema private is 'Helpers, trigger functions and settings; the Data API does not expose it.';
grant usage on schema private to anon, authenticated, service_role;

create type public.app_role as enum ('educator', 'support', 'admin');
create type public.language as enum ('fr', 'en', 'es', 'it', 'de');

-- One way to refuse: the message is a code of the shared list, the SQLSTATE carries the HTTP status.
create function private.refuse(p_code text, p_status integer, p_detail text default null)
returns void language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || p_status, message = p_code, detail = coalesce(p_detail, '');
end
$$;
comment on function private.refuse is 'Raises an error that the API shows as problem+json with this code and status.';
grant execute on function private.refuse to authenticated, service_role;

create function private.tg_set_updated_at() returns trigger language plpgsql set search_path = '' as $$
begin
  -- The clock, under the row's lock: of two versions of a row the later has the later time, whoever began first.
  new.updated_at := clock_timestamp();
  return new;
end
$$;

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  email text not null check (char_length(email) <= 254),
  display_name text not null check (char_length(display_name) between 1 and 100),
  language public.language not null default 'en',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table public.profiles enable row level security;
comment on table public.profiles is 'One row per account, made by a trigger at sign-up. The e-mail is a copy that staff can read.';

create table public.user_roles (
  user_id uuid primary key references public.profiles (id) on delete cascade,
  role public.app_role not null default 'educator',
  updated_at timestamptz not null default now()
);
alter table public.user_roles enable row level security;
comment on table public.user_roles is 'The role is read from here at every request, so that a demotion counts at once.';

-- Definer, because a policy on user_roles that reads user_roles would call itself.
create function private.current_role() returns public.app_role
language sql stable security definer set search_path = '' as $$
  select role from public.user_roles where user_id = (select auth.uid())
$$;
comment on function private.current_role is 'Role of the caller, or null without a session.';

create function private.is_staff() returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(private.current_role() in ('support', 'admin'), false)
$$;
comment on function private.is_staff is 'True for support and admin: they read everything.';

create function private.is_admin() returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(private.current_role() = 'admin', false)
$$;

create function private.require_user() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  -- The account, since a token outlives it.
  v_user uuid := (select id from public.profiles where id = auth.uid());
begin
  if v_user is null then
    perform private.refuse('not_signed_in', 401);
  end if;
  return v_user;
end
$$;
comment on function private.require_user is 'First statement of every function that acts for an educator: who that is.';

grant execute on function private.current_role, private.is_staff, private.is_admin, private.require_user
  to anon, authenticated, service_role;

create policy read_own_profile_or_as_staff on public.profiles for select to authenticated
  using (id = (select auth.uid()) or (select private.is_staff()));
create policy update_own_profile on public.profiles for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));
grant select on public.profiles to authenticated;
-- The e-mail is not granted: it follows auth.users.
grant update (display_name, language) on public.profiles to authenticated;

create policy read_own_role_or_as_staff on public.user_roles for select to authenticated
  using (user_id = (select auth.uid()) or (select private.is_staff()));
grant select on public.user_roles to authenticated;

create trigger tg_profiles__set_updated_at before update on public.profiles
  for each row execute function private.tg_set_updated_at();
create trigger tg_user_roles__set_updated_at before update on public.user_roles
  for each row execute function private.tg_set_updated_at();

-- A name typed at sign-up counts; else the part of the address before the @ sign stands in.
create function private.tg_users__create_profile() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_meta jsonb := coalesce(new.raw_user_meta_data::jsonb, '{}');
  v_name text := left(btrim(coalesce(nullif(btrim(v_meta ->> 'name'), ''), split_part(new.email, '@', 1), '')), 100);
begin
  insert into public.profiles (id, email, display_name, language)
  values (
    new.id, coalesce(new.email, ''), coalesce(nullif(v_name, ''), 'Educator'),
    case when v_meta ->> 'language' in ('fr', 'en', 'es', 'it', 'de')
      then (v_meta ->> 'language')::public.language else 'en' end
  );
  insert into public.user_roles (user_id) values (new.id);
  return new;
end
$$;
create trigger tg_users__create_profile after insert on auth.users
  for each row execute function private.tg_users__create_profile();

create function private.tg_users__follow_email() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.profiles set email = coalesce(new.email, '') where id = new.id;
  return new;
end
$$;
create trigger tg_users__follow_email after update of email on auth.users
  for each row when (old.email is distinct from new.email) execute function private.tg_users__follow_email();

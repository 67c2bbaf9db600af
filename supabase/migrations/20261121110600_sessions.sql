-- Sessions: where somebody is signed in, and that a session which was ended is good for nothing more.
set local lock_timeout = '1s';

-- A token outlives its session by up to a day. Tokens without a session are those of the platform's own tools.
create function private.has_session() returns boolean
language sql stable security definer set search_path = '' as $$
  select auth.jwt() ->> 'session_id' is null
    or exists (select from auth.sessions where id = (auth.jwt() ->> 'session_id')::uuid)
$$;
comment on function private.has_session is 'False once the session that the caller''s token was made for has been ended, here or elsewhere.';
grant execute on function private.has_session to anon, authenticated, service_role;

create or replace function private.require_user() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  -- The account and the session, since a token outlives both, and may outlive the account's right to act.
  v_user uuid := (
    select p.id from public.profiles p join auth.users u on u.id = p.id
    where p.id = auth.uid() and coalesce(u.banned_until <= now(), true) and private.has_session());
begin
  if v_user is null then
    perform private.refuse('not_signed_in', 401);
  end if;
  return v_user;
end
$$;

create or replace function private.current_role() returns public.app_role
language sql stable security definer set search_path = '' as $$
  select role from public.user_roles where user_id = (select auth.uid()) and (select private.has_session())
$$;

-- Every page asks for the profile first: without one nobody is signed in.
alter policy read_own_profile_or_as_staff on public.profiles
  using (id = (select auth.uid()) and (select private.has_session()) or (select private.is_staff()));
alter policy update_own_profile on public.profiles
  using (id = (select auth.uid()) and (select private.has_session())) with check (id = (select auth.uid()));

create function public.list_sessions() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
begin
  return (
    select jsonb_build_object('total', count(*), 'items', coalesce(jsonb_agg(jsonb_build_object(
      'id', s.id, 'user_agent', s.user_agent, 'created_at', s.created_at,
      -- Auth writes the time of a renewal without a zone, in UTC.
      'used_at', greatest(s.created_at, s.refreshed_at at time zone 'utc'),
      'is_current', s.id::text = coalesce(auth.jwt() ->> 'session_id', ''))
      order by s.id::text = coalesce(auth.jwt() ->> 'session_id', '') desc,
        greatest(s.created_at, s.refreshed_at at time zone 'utc') desc), '[]'))
    from auth.sessions s where s.user_id = v_user and (s.not_after is null or s.not_after > now())
  );
end
$$;
comment on function public.list_sessions is 'Where the caller is signed in: {items: [{id, user_agent, created_at, used_at, is_current}], total}, this session first.';
grant execute on function public.list_sessions to authenticated;

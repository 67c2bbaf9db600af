-- Together: people whom the owner of a draft lets look at it or work on it, and what each of them may do.
-- The table is new and empty, so nothing is blocked.
set local lock_timeout = '1s';

-- In rising order: who may more comes later.
create type public.draft_role as enum ('viewer', 'editor');

create table public.draft_members (
  draft_id uuid not null references public.drafts (id) on delete cascade,
  user_id uuid not null references public.profiles (id) on delete cascade,
  role public.draft_role not null,
  created_at timestamptz not null default now(),
  primary key (draft_id, user_id)
);
alter table public.draft_members enable row level security;
comment on table public.draft_members is
  'Who may look at a draft (viewer) or change it and generate (editor), beside its owner. What an editor generates is the owner''s: quota, credits, jobs and files.';
create index draft_members_user_id_idx on public.draft_members (user_id);

-- Definer, because a policy on draft_members that reads draft_members would call itself.
create function private.shared_drafts() returns setof uuid
language sql stable security definer rows 10 set search_path = '' as $$
  select draft_id from public.draft_members where user_id = (select auth.uid())
$$;
comment on function private.shared_drafts is 'The ids of the drafts of others that the caller is a member of.';

create function private.role_in(p_draft_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select case when d.owner_id = (select auth.uid()) then 'owner' else coalesce(
    (select m.role::text from public.draft_members m where m.draft_id = d.id and m.user_id = (select auth.uid())),
    case when private.is_staff() then 'staff' end) end
  from public.drafts d where d.id = p_draft_id
$$;
comment on function private.role_in is 'What the caller is to a draft: owner, editor, viewer, staff, or null.';

create or replace function private.may_read_draft(p_draft_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.role_in(p_draft_id) is not null
$$;
comment on function private.may_read_draft is 'Owner, member or staff.';

grant execute on function private.shared_drafts, private.role_in to authenticated, service_role;

-- The default is what most changes ask for. Only its owner deletes, publishes, invites and says who may see a universe.
drop function private.own_draft(uuid);
create function private.own_draft(p_draft_id uuid, p_least text default 'editor') returns public.drafts
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_role text := private.role_in(p_draft_id);
  v_draft public.drafts;
begin
  if v_role in ('owner', 'editor', 'viewer') then
    select * into v_draft from public.drafts where id = p_draft_id for no key update;
    -- Read again under the lock, which whoever takes a membership away holds too.
    v_role := private.role_in(p_draft_id);
  end if;
  if v_draft.id is null or coalesce(v_role, 'staff') = 'staff' then
    perform private.refuse('not_found', 404, 'There is no such draft in your account.');
  elsif p_least = 'owner' and v_role <> 'owner' then
    perform private.refuse('forbidden', 403, 'Only the owner of this universe may do this.');
  elsif p_least <> 'viewer' and v_role = 'viewer' then
    perform private.refuse('forbidden', 403, 'You may look at this universe, but not change it.');
  elsif v_role <> 'owner' and exists (select from auth.users where id = v_draft.owner_id and banned_until > now()) then
    perform private.refuse('forbidden', 403, 'The account of this universe''s owner is suspended.');
  end if;
  return v_draft;
end
$$;
comment on function private.own_draft is
  'Locks a draft that the caller owns or is a member of, with at least this role (viewer, editor, owner). A stranger''s draft does not exist for the caller.';

-- An editor's function may come to touch the universe too; who may see it stays the owner's choice.
create function private.tg_universes__guard_visibility() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if auth.uid() is not null and auth.uid() <> old.owner_id and not private.is_admin() then
    perform private.refuse('forbidden', 403, 'Only the owner of this universe says who may see it.');
  end if;
  return new;
end
$$;
create trigger tg_universes__guard_visibility before update of visibility on public.universes
  for each row when (old.visibility <> new.visibility) execute function private.tg_universes__guard_visibility();

create function private.draft_record_with_role(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.draft_record(p_draft) || jsonb_build_object(
    'my_role', private.role_in(p_draft.id),
    'shared_by', case when p_draft.owner_id is distinct from (select auth.uid())
      then (select display_name from public.profiles where id = p_draft.owner_id) end)
$$;
comment on function private.draft_record_with_role is
  'A draft as the API shows it to the caller: with what they are to it, and whose it is when it is another''s.';
grant execute on function private.draft_record_with_role to authenticated, service_role;

create or replace function public.get_draft(p_draft_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select private.draft_record_with_role(d) from public.drafts d where d.id = p_draft_id
$$;

-- An account goes with its memberships too, whose drafts are told: they are taken with its own, in the same order.
create or replace function private.tg_users__hold_work() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from private.lanes where user_id = old.id for update;
  perform from public.drafts where owner_id = old.id or id in (select draft_id from public.draft_members where user_id = old.id)
  order by id for no key update;
  perform from public.jobs where user_id = old.id order by is_parent, id for update;
  return old;
end
$$;

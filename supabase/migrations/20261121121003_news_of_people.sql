-- Who works together hears at once of invitations and of a universe that was deleted, and nobody by a session that was ended.
set local lock_timeout = '1s';

create or replace function private.may_join(p_topic text) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.has_session() and case
    when p_topic = 'admin:jobs' then private.is_staff()
    when p_topic ~ '^draft:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then private.may_read_draft(substr(p_topic, 7)::uuid)
    when p_topic ~ '^people:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then coalesce(private.role_in(substr(p_topic, 8)::uuid) in ('owner', 'editor', 'viewer'), false)
    when p_topic like 'user:%' then p_topic = 'user:' || (select auth.uid())::text
    else false end
$$;
comment on function private.may_join is
  'draft:<id> for its owner, members and staff, people:<draft id> for owner and members, user:<id> for that user, admin:jobs for staff; to nobody whose session was ended.';

create or replace function private.tg_drafts__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_record jsonb := case when tg_op = 'DELETE' then jsonb_build_object('id', old.id) else private.draft_record(new) end;
begin
  if tg_op = 'DELETE' then
    -- Its counter goes with it: nothing comes after this message.
    perform private.announce('draft:' || old.id, 'drafts', tg_op, v_record);
  else
    perform private.announce_to_draft(new.id, 'drafts', tg_op, v_record);
    perform private.announce('user:' || m.user_id, 'drafts', tg_op, v_record) from public.draft_members m where m.draft_id = new.id;
  end if;
  perform private.announce('user:' || coalesce(new.owner_id, old.owner_id), 'drafts', tg_op, v_record);
  return null;
end
$$;

-- Nothing but that there is news goes along: what an invitation says depends on who reads it.
create function private.tg_draft_invitations__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.announce('user:' || u.id, 'draft_invitations', tg_op, jsonb_build_object('id', coalesce(new.id, old.id)))
  from auth.users u where lower(u.email) = coalesce(new.email, old.email) and u.email_confirmed_at is not null;
  return null;
end
$$;
create trigger tg_draft_invitations__announce after insert or update or delete on public.draft_invitations
  for each row execute function private.tg_draft_invitations__announce();

-- Who hears what, now that several people work on one draft; and who is here.
set local lock_timeout = '1s';

-- people:<draft id> carries presence alone, from people of the draft; on all other channels only the database speaks.
create or replace function private.may_join(p_topic text) returns boolean
language sql stable security definer set search_path = '' as $$
  select case
    when p_topic = 'admin:jobs' then private.is_staff()
    when p_topic ~ '^draft:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then private.may_read_draft(substr(p_topic, 7)::uuid)
    when p_topic ~ '^people:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then coalesce(private.role_in(substr(p_topic, 8)::uuid) in ('owner', 'editor', 'viewer'), false)
    when p_topic like 'user:%' then p_topic = 'user:' || (select auth.uid())::text
    else false end
$$;
comment on function private.may_join is
  'draft:<id> for its owner, members and staff, people:<draft id> for owner and members, user:<id> for that user, admin:jobs for staff.';

drop policy join_own_topics on realtime.messages;
create policy join_own_topics on realtime.messages for select to authenticated using (
  (extension = 'broadcast' or extension = 'presence' and (select realtime.topic()) like 'people:%')
  and (select private.may_join((select realtime.topic()))));
create policy appear_among_people_of_a_draft on realtime.messages for insert to authenticated with check (
  extension = 'presence' and (select realtime.topic()) like 'people:%' and (select private.may_join((select realtime.topic()))));

create or replace function private.tg_drafts__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_record jsonb := case when tg_op = 'DELETE' then jsonb_build_object('id', old.id) else private.draft_record(new) end;
begin
  if tg_op <> 'DELETE' then
    perform private.announce_to_draft(new.id, 'drafts', tg_op, v_record);
    perform private.announce('user:' || m.user_id, 'drafts', tg_op, v_record) from public.draft_members m where m.draft_id = new.id;
  end if;
  perform private.announce('user:' || coalesce(new.owner_id, old.owner_id), 'drafts', tg_op, v_record);
  return null;
end
$$;

create function private.tg_draft_members__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts;
begin
  select * into v_draft from public.drafts where id = coalesce(new.draft_id, old.draft_id);
  perform private.announce('user:' || coalesce(new.user_id, old.user_id), 'drafts', tg_op, case when tg_op = 'DELETE'
    then jsonb_build_object('id', old.draft_id)
    else private.draft_record(v_draft) || jsonb_build_object('my_role', new.role,
      'shared_by', (select display_name from public.profiles where id = v_draft.owner_id)) end);
  if v_draft.id is not null then
    perform private.announce_to_draft(v_draft.id, 'draft_members', tg_op, jsonb_build_object(
      'draft_id', v_draft.id, 'user_id', coalesce(new.user_id, old.user_id), 'role', new.role));
  end if;
  return null;
end
$$;
create trigger tg_draft_members__announce after insert or delete on public.draft_members
  for each row execute function private.tg_draft_members__announce();
create trigger tg_draft_members__announce_change after update on public.draft_members
  for each row when (old.role <> new.role) execute function private.tg_draft_members__announce();

-- No address outlives its account.
create function private.tg_users__forget_invitations() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.draft_invitations where email = lower(old.email);
  return old;
end
$$;
create trigger tg_users__forget_invitations after delete on auth.users
  for each row execute function private.tg_users__forget_invitations();

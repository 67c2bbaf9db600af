-- Coming and going: how an invitation becomes a membership, and how one ends.
set local lock_timeout = '1s';

create function private.find_invitation(p_token text, p_id uuid) returns public.draft_invitations
language sql stable security definer set search_path = '' as $$
  select i from public.draft_invitations i
  where i.expires_at > now() and (i.token_hash = private.hash_of(p_token) or i.id = p_id and i.email = private.my_email())
$$;
comment on function private.find_invitation is 'An open invitation by the secret of its link, or by its id for the person whom it names.';

create function public.accept_invitation(p_token text default null, p_invitation_id uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_invitation public.draft_invitations := private.find_invitation(p_token, p_invitation_id);
  v_owner uuid;
begin
  select owner_id into v_owner from public.drafts where id = v_invitation.draft_id for no key update;
  -- Read again under the draft's lock, which whoever revokes it holds too.
  v_invitation := private.find_invitation(p_token, p_invitation_id);
  if v_invitation.id is null then
    perform private.refuse('not_found', 404, 'This invitation is over.');
  elsif v_invitation.email is distinct from private.my_email() and v_invitation.email is not null then
    perform private.refuse('forbidden', 403, 'This invitation is for another e-mail address.');
  elsif v_owner = v_user then
    return v_invitation.draft_id;
  end if;
  -- Who is here already may come to more by it, never to less.
  insert into public.draft_members as m (draft_id, user_id, role, invitation_id)
  values (v_invitation.draft_id, v_user, v_invitation.role, v_invitation.id)
  on conflict (draft_id, user_id) do update set role = excluded.role, invitation_id = excluded.invitation_id
  where m.role < excluded.role;
  if v_invitation.email is not null then
    delete from public.draft_invitations where id = v_invitation.id;
  elsif (select count(*) from public.draft_members where draft_id = v_invitation.draft_id) > 30 then
    perform private.refuse('too_many_people', 409, 'At most 30 people for one universe.');
  end if;
  return v_invitation.draft_id;
end
$$;
comment on function public.accept_invitation is
  'Makes the caller a member by the secret of a link, or by the id of an invitation to their own confirmed address. Returns the draft.';

create function public.decline_invitation(p_invitation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_invitation public.draft_invitations;
begin
  perform private.require_user();
  select * into v_invitation from public.draft_invitations where id = p_invitation_id and email = private.my_email();
  perform from public.drafts where id = v_invitation.draft_id for no key update;
  delete from public.draft_invitations where id = v_invitation.id;
  if not found then
    perform private.refuse('not_found', 404, 'This invitation is over.');
  end if;
  perform private.announce_to_draft(v_invitation.draft_id, 'draft_members', 'UPDATE',
    jsonb_build_object('draft_id', v_invitation.draft_id));
end
$$;
comment on function public.decline_invitation is 'Ends an invitation to the caller''s own confirmed address.';

create function public.set_member_role(p_draft_id uuid, p_user_id uuid, p_role public.draft_role) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.own_draft(p_draft_id, 'owner');
  if p_role is null then
    perform private.refuse('validation_failed', 422, 'A role is viewer or editor.');
  end if;
  update public.draft_members set role = p_role where draft_id = p_draft_id and user_id = p_user_id;
  if not found then
    perform private.refuse('not_found', 404, 'This person is not here any more.');
  end if;
end
$$;
comment on function public.set_member_role is 'Owner: what a member may do from now on.';

create function public.remove_member(p_draft_id uuid, p_user_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_invitation uuid;
begin
  -- Everybody may go; only the owner sends others away.
  perform private.own_draft(p_draft_id, case when p_user_id = auth.uid() then 'viewer' else 'owner' end);
  delete from public.draft_members where draft_id = p_draft_id and user_id = p_user_id returning invitation_id into v_invitation;
  if not found then
    perform private.refuse('not_found', 404, 'This person is not here any more.');
  end if;
  if p_user_id is distinct from auth.uid() then
    delete from public.draft_invitations where id = v_invitation;
  end if;
end
$$;
comment on function public.remove_member is
  'Owner: sends a member away and ends the link by which they came. Anybody: leaves.';

create function public.list_members(p_draft_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_role text := private.role_in(p_draft_id);
begin
  perform private.require_user();
  if v_role is null then
    perform private.refuse('not_found', 404, 'There is no such draft in your account.');
  end if;
  return (
    with people as (
      select d.owner_id as user_id, 'owner' as role, '-infinity'::timestamptz as came_at from public.drafts d where d.id = p_draft_id
      union all
      select m.user_id, m.role::text, m.created_at from public.draft_members m where m.draft_id = p_draft_id
    )
    select jsonb_build_object(
      'total', (select count(*) from people),
      -- A name is shown to all, an address only to who invites.
      'items', (select jsonb_agg(jsonb_build_object(
        'user_id', p.id, 'name', p.display_name, 'role', people.role,
        'email', case when v_role in ('owner', 'staff') or p.id = auth.uid() then p.email end) order by people.came_at, p.id)
        from people join public.profiles p on p.id = people.user_id),
      'invitations', case when v_role in ('owner', 'staff') then (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', i.id, 'email', i.email, 'role', i.role, 'created_at', i.created_at, 'expires_at', i.expires_at)
          order by i.created_at desc, i.id), '[]')
        from public.draft_invitations i where i.draft_id = p_draft_id and i.expires_at > now()) else '[]' end,
      'preview', case when v_role in ('owner', 'staff') then private.preview_of(p_draft_id) end));
end
$$;
comment on function public.list_members is
  'Who is here: the owner first, then members as they came; for the owner also open invitations and secret preview links.';

grant execute on function public.accept_invitation, public.decline_invitation, public.set_member_role, public.remove_member,
  public.list_members to authenticated;

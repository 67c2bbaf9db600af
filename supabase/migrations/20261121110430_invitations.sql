-- Invitations: to one e-mail address, or by a link for whoever holds it. Only a hash of the link's secret is kept.
-- The tables are new and empty, so nothing is blocked.
-- squawk-ignore-file adding-foreign-key-constraint, require-concurrent-index-creation
set local lock_timeout = '1s';

create table public.draft_invitations (
  id uuid primary key default gen_random_uuid(),
  draft_id uuid not null references public.drafts (id) on delete cascade,
  email text check (email = lower(email) and char_length(email) between 3 and 254),
  role public.draft_role not null,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint one_invitation_per_address unique (draft_id, email)
);
alter table public.draft_invitations enable row level security;
comment on table public.draft_invitations is
  'Who may become a member: the account of this address, once; without an address whoever has the link, until it expires or is revoked.';
create index draft_invitations_email_idx on public.draft_invitations (email) where email is not null;
create policy read_invitations_of_own_drafts_or_as_staff on public.draft_invitations for select to authenticated using (
  (select private.is_staff()) or draft_id in (select id from public.drafts where owner_id = (select auth.uid())));
-- All but the hash.
grant select (id, draft_id, email, role, expires_at, created_at) on public.draft_invitations to authenticated;

-- Whoever is removed does not come back by the link they came by.
alter table public.draft_members add column invitation_id uuid
  references public.draft_invitations (id) on delete set null;
create index draft_members_invitation_id_idx on public.draft_members (invitation_id);

create function private.new_secret() returns text
language sql volatile set search_path = '' as $$
  select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
$$;
comment on function private.new_secret is '244 random bits for an address that nobody guesses.';

create function private.hash_of(p_secret text) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(convert_to(p_secret, 'utf8'))
$$;

create function private.my_email() returns text
language sql stable security definer set search_path = '' as $$
  select lower(email) from auth.users where id = (select auth.uid()) and email_confirmed_at is not null
$$;
comment on function private.my_email is 'The caller''s address, if it is confirmed to be theirs.';

create function public.create_invitation(p_draft_id uuid, p_role public.draft_role, p_email text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id, 'owner');
  v_email text := lower(nullif(btrim(p_email), ''));
  v_token text := private.new_secret();
  v_id uuid;
begin
  if p_role is null or v_email is not null and v_email !~ '^[^@\s]+@[^@\s]+$' then
    perform private.refuse('validation_failed', 422, 'Name a role and an e-mail address, or no address at all.');
  elsif exists (
    select from public.profiles p where lower(p.email) = v_email and (p.id = v_draft.owner_id
      or exists (select from public.draft_members m where m.draft_id = p_draft_id and m.user_id = p.id))
  ) then
    perform private.refuse('already_member', 409, 'This person is here already.');
  elsif (select count(*) from public.draft_members where draft_id = p_draft_id)
    + (select count(*) from public.draft_invitations where draft_id = p_draft_id and expires_at > now()) >= 30 then
    perform private.refuse('too_many_people', 409, 'At most 30 people and open invitations for one universe.');
  end if;
  -- To invite an address again is to send it a fresh link.
  insert into public.draft_invitations as i (draft_id, email, role, token_hash, expires_at)
  values (p_draft_id, v_email, p_role, private.hash_of(v_token), now() + interval '14 days')
  on conflict (draft_id, email) do update set
    role = excluded.role, token_hash = excluded.token_hash, expires_at = excluded.expires_at, created_at = now()
  returning id into v_id;
  perform private.announce_to_draft(p_draft_id, 'draft_members', 'UPDATE', jsonb_build_object('draft_id', p_draft_id));
  return jsonb_build_object('id', v_id, 'token', v_token, 'expires_at', (
    select expires_at from public.draft_invitations where id = v_id));
end
$$;
comment on function public.create_invitation is
  'Owner: invites an address, or whoever gets the link (p_email null), as viewer or editor for 14 days. The secret of the link is told this once.';

create function public.revoke_invitation(p_draft_id uuid, p_invitation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.own_draft(p_draft_id, 'owner');
  delete from public.draft_invitations where id = p_invitation_id and draft_id = p_draft_id;
  if not found then
    perform private.refuse('not_found', 404, 'This invitation is over already.');
  end if;
  perform private.announce_to_draft(p_draft_id, 'draft_members', 'UPDATE', jsonb_build_object('draft_id', p_draft_id));
end
$$;
comment on function public.revoke_invitation is 'Owner: ends an invitation; who has come by it stays.';

create function private.invitation_record(p_invitation public.draft_invitations) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_invitation.id, 'draft_id', d.id, 'role', p_invitation.role, 'name', d.name, 'names', private.draft_names(d.id),
    'theme', d.theme, 'invited_by', p.display_name, 'expires_at', p_invitation.expires_at,
    'is_for_me', p_invitation.email is null or p_invitation.email is not distinct from private.my_email())
  from public.drafts d join public.profiles p on p.id = d.owner_id where d.id = p_invitation.draft_id
$$;
comment on function private.invitation_record is 'What somebody is told who is invited, before they accept.';

create function public.get_invitation(p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.invitation_record(i) from public.draft_invitations i
  where i.token_hash = private.hash_of(p_token) and i.expires_at > now()
$$;
comment on function public.get_invitation is 'What the link of an invitation is about, for whoever has it; null when it is over.';

create function public.list_invitations() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.invitation_record(i) order by i.created_at desc, i.id), '[]') from (
    select * from public.draft_invitations where email = private.my_email() and expires_at > now()
    order by created_at desc, id limit 20) i
$$;
comment on function public.list_invitations is 'Open invitations to the caller''s confirmed address, newest first.';

grant execute on function public.create_invitation, public.revoke_invitation, public.list_invitations to authenticated;
grant execute on function public.get_invitation to anon, authenticated;

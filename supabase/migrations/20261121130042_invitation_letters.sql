-- Who is invited by an address gets a letter there. A job writes it, so that it outlives a mail server that is away. The job
-- knows the address by its hash alone, to count how many letters went there.

set local lock_timeout = '1s';

alter table private.settings add column letters_per_hour integer not null default 30 check (letters_per_hour > 0);
comment on column private.settings.letters_per_hour is 'How many people one person may write to in an hour: each letter goes to whom somebody else named.';

create or replace function public.create_invitation(p_draft_id uuid, p_role public.draft_role, p_email text default null)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id, 'owner');
  v_email text := lower(nullif(btrim(p_email), ''));
  v_token text := private.new_secret();
  v_id uuid;
  v_address text := encode(private.hash_of(v_email), 'hex');
  v_limit integer := (select letters_per_hour from private.settings);
begin
  if p_role is null or v_email is not null and v_email !~ '^[^@\s]+@[^@\s]+$' then
    perform private.refuse('validation_failed', 422, 'Name a role and an e-mail address, or no address at all.');
  elsif exists (
    -- As Auth keeps addresses and as its index has them.
    select from auth.users u where u.email = v_email and not u.is_sso_user and (u.id = v_draft.owner_id
      or exists (select from public.draft_members m where m.draft_id = p_draft_id and m.user_id = u.id))
  ) then
    perform private.refuse('already_member', 409, 'This person is here already.');
  elsif (select count(*) from public.draft_members where draft_id = p_draft_id)
    + (select count(*) from public.draft_invitations where draft_id = p_draft_id and expires_at > now()) >= 30 then
    perform private.refuse('too_many_people', 409, 'At most 30 people and open invitations for one universe.');
  elsif v_email is not null and v_limit <= (
    select count(*) from public.jobs
    where user_id = v_draft.owner_id and type = 'notify' and created_at > now() - interval '1 hour'
  ) then
    perform private.refuse_until('rate_limited', format('That is %s invitations by e-mail within an hour; wait a little.', v_limit),
      now() + interval '1 hour');
  elsif v_email is not null and (
    select count(*) from public.jobs
    where user_id = v_draft.owner_id and type = 'notify' and created_at > now() - interval '1 day' and payload ->> 'address' = v_address
  ) >= 3 then
    perform private.refuse_until('rate_limited', 'This address had three letters from you within a day; send the link yourself.',
      now() + interval '1 day');
  end if;
  -- To invite an address again is to send it a fresh link.
  insert into public.draft_invitations as i (draft_id, email, role, token_hash, expires_at)
  values (p_draft_id, v_email, p_role, private.hash_of(v_token), now() + interval '14 days')
  on conflict (draft_id, email) do update set
    role = excluded.role, token_hash = excluded.token_hash, expires_at = excluded.expires_at, created_at = now()
  returning id into v_id;
  if v_email is not null then
    -- Of nobody's universe: what is on its way by post is no work on its cards.
    perform public.enqueue_jobs(jsonb_build_array(jsonb_build_object(
      'user_id', v_draft.owner_id, 'type', 'notify', 'payload', jsonb_build_object(
        'event', 'invited', 'invitation_id', v_id, 'address', v_address))));
  end if;
  perform private.announce_to_draft(p_draft_id, 'draft_members', 'UPDATE', jsonb_build_object('draft_id', p_draft_id));
  return jsonb_build_object('id', v_id, 'token', v_token, 'expires_at', (
    select expires_at from public.draft_invitations where id = v_id));
end
$$;

create function public.get_invitation_letter(p_invitation_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'to', i.email, 'role', i.role, 'expires_at', i.expires_at, 'invited_by', o.display_name,
    'language', l.language, 'universe', coalesce(t.name, d.name))
  from public.draft_invitations i
  join public.drafts d on d.id = i.draft_id
  join public.profiles o on o.id = d.owner_id
  left join auth.users u on u.email = i.email and not u.is_sso_user
  left join public.profiles p on p.id = u.id
  cross join lateral (select coalesce(p.language, o.language) as language) l
  left join public.draft_translations t on t.draft_id = d.id and t.language = l.language
  where i.id = p_invitation_id and i.email is not null and i.expires_at > now()
$$;
comment on function public.get_invitation_letter is
  'What the letter about an invitation says, in the language of whom it goes to, else in the owner''s; null when it is over.';

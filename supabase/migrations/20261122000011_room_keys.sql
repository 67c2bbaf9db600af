-- The letters of a class open its door; behind it, screens know the room by a key that nobody guesses. And they follow the
-- language that the teacher leads in.
-- The table is small: rooms are open for hours.
-- squawk-ignore-file adding-field-with-default, disallowed-unique-constraint, adding-required-field
set local lock_timeout = '1s';

create function private.new_room_key() returns text
language sql volatile set search_path = '' as $$
  -- Without the bytes in which a uuid says its version.
  select translate(encode(substr(b, 1, 6) || substr(b, 10, 6), 'base64'), '+/', '-_') from uuid_send(gen_random_uuid()) b
$$;
comment on function private.new_room_key is '96 random bits in 16 letters, short enough for a code that is scanned from across a room.';

alter table private.rooms
  add column key text not null unique default private.new_room_key(),
  add column language public.language,
  add column seats integer not null default 0 check (seats between 0 and 1000);
comment on column private.rooms.key is 'What its screens know the room by once they are in: it names the channels, and is in the code to scan.';
comment on column private.rooms.language is 'The language that the teacher leads in; null until they choose one.';
comment on column private.rooms.seats is 'How many screens were let in, each under a name of its own; nothing is kept of any of them.';

create or replace function private.room_record(p_room private.rooms) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('code', p_room.code, 'key', p_room.key, 'slug', u.slug, 'mode', p_room.mode, 'card_id', p_room.card_id,
    'has_sound', p_room.has_sound, 'language', p_room.language, 'sequence', p_room.sequence, 'expires_at', p_room.expires_at)
  from public.universes u where u.id = p_room.universe_id
$$;

create or replace function private.own_room(p_code text) returns private.rooms
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_room private.rooms;
begin
  select r.* into v_room from private.rooms r where r.code = p_code and r.owner_id = v_user and r.expires_at > now() for update;
  if v_room.id is null then
    perform private.refuse('not_found', 404, 'You have no open room with this code.');
  end if;
  return v_room;
end
$$;
comment on function private.own_room is 'The caller''s open room, locked. Others learn nothing, not even that there is such a room.';

drop function public.lead_room(text, text, uuid, boolean);
create function public.lead_room(
  p_code text, p_mode text default null, p_card_id uuid default null, p_has_sound boolean default null, p_language public.language default null
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_room private.rooms := private.own_room(p_code);
begin
  if p_card_id is not null and not exists (
    select from public.release_assets a join public.releases r on r.id = a.release_id
    where a.asset_id = p_card_id and r.universe_id = v_room.universe_id
  ) then
    perform private.refuse('validation_failed', 422, 'This card is not in the universe of the room.');
  elsif p_language is not null and not exists (
    select from public.releases where universe_id = v_room.universe_id and p_language = any (languages)
  ) then
    perform private.refuse('validation_failed', 422, 'The universe of the room does not speak this language.');
  end if;
  update private.rooms set mode = coalesce(p_mode, mode), card_id = coalesce(p_card_id, card_id),
    has_sound = coalesce(p_has_sound, has_sound), language = coalesce(p_language, language), sequence = sequence + 1,
    expires_at = private.room_end(created_at)
  where id = v_room.id returning * into v_room;
  return private.room_record(v_room);
end
$$;
comment on function public.lead_room is
  'Who opened the room: what its screens do (led, eyes, free), which card they show, in which language, whether they are heard; what is left out stays. Gives the room.';

create or replace function private.tg_rooms__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform private.announce('room:' || old.key, 'rooms', tg_op, jsonb_build_object('code', old.code), old.sequence + 1);
  else
    perform private.announce('room:' || new.key, 'rooms', tg_op, private.room_record(new), new.sequence);
  end if;
  return null;
end
$$;

-- room:<key> tells what the screens show, and only the database speaks there. On screens:<key> each screen says that it
-- is there; nothing else is ever said, and of who is there the teacher alone learns.
drop policy follow_a_room_by_its_code on realtime.messages;
drop policy see_the_screens_of_own_room on realtime.messages;
drop policy appear_in_a_room_by_its_code on realtime.messages;
drop function private.is_room_open(text);
drop function private.leads_room(text);

create function private.is_room_open(p_key text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from private.rooms where key = p_key and expires_at > now())
$$;
comment on function private.is_room_open is 'Whether there is an open room with this key.';

create function private.leads_room(p_key text) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.has_session()
    and exists (select from private.rooms where key = p_key and owner_id = auth.uid() and expires_at > now())
$$;
comment on function private.leads_room is 'Whether the caller opened this room, which is still open.';
grant execute on function private.is_room_open, private.leads_room to anon, authenticated, service_role;

create policy follow_a_room_by_its_key on realtime.messages for select to anon, authenticated using (
  extension = 'broadcast' and (
    (select realtime.topic()) like 'room:%' and (select private.is_room_open(substr((select realtime.topic()), 6)))
    or (select realtime.topic()) like 'screens:%' and (select private.is_room_open(substr((select realtime.topic()), 9)))));
create policy see_the_screens_of_own_room on realtime.messages for select to authenticated using (
  extension = 'presence' and (select realtime.topic()) like 'screens:%'
  and (select private.leads_room(substr((select realtime.topic()), 9))));
create policy appear_in_a_room_by_its_key on realtime.messages for insert to anon, authenticated with check (
  extension = 'presence' and (select realtime.topic()) like 'screens:%'
  and (select private.is_room_open(substr((select realtime.topic()), 9))));
grant execute on function public.lead_room to authenticated;

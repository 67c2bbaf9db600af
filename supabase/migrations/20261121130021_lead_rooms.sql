-- Leading a room, ending it, and who hears what of it.
set local lock_timeout = '1s';

create function public.lead_room(
  p_code text, p_mode text default null, p_card_id uuid default null, p_has_sound boolean default null
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_room private.rooms := private.own_room(p_code);
begin
  if p_card_id is not null and not exists (
    select from public.release_assets a join public.releases r on r.id = a.release_id
    where a.asset_id = p_card_id and r.universe_id = v_room.universe_id
  ) then
    perform private.refuse('validation_failed', 422, 'This card is not in the universe of the room.');
  end if;
  update private.rooms set mode = coalesce(p_mode, mode), card_id = coalesce(p_card_id, card_id),
    has_sound = coalesce(p_has_sound, has_sound), sequence = sequence + 1, expires_at = private.room_end(created_at)
  where id = v_room.id returning * into v_room;
  return private.room_record(v_room);
end
$$;
comment on function public.lead_room is
  'Who opened the room: what its screens do (led, eyes, free), which card they show, whether they are heard; what is left out stays. Gives the room.';

create function public.end_room(p_code text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_room private.rooms := private.own_room(p_code);
begin
  delete from private.rooms where id = v_room.id;
end
$$;
comment on function public.end_room is 'Who opened the room: ends it for all its screens.';

grant execute on function public.open_room, public.list_rooms, public.lead_room, public.end_room to authenticated;
grant execute on function public.get_room to anon, authenticated;

create function private.tg_rooms__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform private.announce('room:' || old.code, 'rooms', tg_op, jsonb_build_object('code', old.code), old.sequence + 1);
  else
    perform private.announce('room:' || new.code, 'rooms', tg_op, private.room_record(new), new.sequence);
  end if;
  return null;
end
$$;
create trigger tg_rooms__announce after delete on private.rooms
  for each row execute function private.tg_rooms__announce();
create trigger tg_rooms__announce_change after update on private.rooms
  for each row when (old.sequence <> new.sequence) execute function private.tg_rooms__announce();

create function private.tg_universes__end_rooms() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.rooms where universe_id = new.id;
  return null;
end
$$;
comment on function private.tg_universes__end_rooms is 'Who takes a universe back, or hides it, takes it from the screens too.';
create trigger tg_universes__end_rooms after update of visibility, hidden_at on public.universes
  for each row when (new.visibility = 'private' or new.hidden_at is not null) execute function private.tg_universes__end_rooms();

create function private.is_room_open(p_code text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from private.rooms where code = p_code and expires_at > now())
$$;
comment on function private.is_room_open is 'Whether there is an open room with this code.';

create function private.leads_room(p_code text) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.has_session()
    and exists (select from private.rooms where code = p_code and owner_id = auth.uid() and expires_at > now())
$$;
comment on function private.leads_room is 'Whether the caller opened this room, which is still open.';
grant execute on function private.is_room_open, private.leads_room to anon, authenticated, service_role;

-- room:<code> tells what the screens show, and only the database speaks there. On screens:<code> each screen says that it
-- is there; nothing else is ever said, and of who is there the teacher alone learns.
create policy follow_a_room_by_its_code on realtime.messages for select to anon, authenticated using (
  extension = 'broadcast' and (
    (select realtime.topic()) like 'room:%' and (select private.is_room_open(substr((select realtime.topic()), 6)))
    or (select realtime.topic()) like 'screens:%' and (select private.is_room_open(substr((select realtime.topic()), 9)))));
create policy see_the_screens_of_own_room on realtime.messages for select to authenticated using (
  extension = 'presence' and (select realtime.topic()) like 'screens:%'
  and (select private.leads_room(substr((select realtime.topic()), 9))));
create policy appear_in_a_room_by_its_code on realtime.messages for insert to anon, authenticated with check (
  extension = 'presence' and (select realtime.topic()) like 'screens:%'
  and (select private.is_room_open(substr((select realtime.topic()), 9))));

-- Whoever is still there then is told that it is over.
select cron.schedule('end-old-rooms', '*/5 * * * *', $$
  delete from private.rooms where id in (select id from private.rooms where expires_at < now() for update skip locked) $$);

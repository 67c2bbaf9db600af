-- Each screen that is let into a room gets a seat; a teacher's desk counts those alone.
set local lock_timeout = '1s';

create function private.seat_of(p_room private.rooms, p_number integer) returns text
language sql stable set search_path = '' as $$
  -- The id of a room is told to nobody, so a seat can only come from here.
  select translate(encode(substr(sha256(convert_to(p_room.id || ' ' || p_number, 'utf8')), 1, 9), 'base64'), '+/', '-_')
$$;
comment on function private.seat_of is 'The name of a seat, which says nothing of who has it; nobody makes one up.';

create function public.enter_room(p_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_room private.rooms;
begin
  update private.rooms r set seats = r.seats + 1 from public.universes u
  where r.key = p_key and r.expires_at > now() and u.id = r.universe_id and private.is_shown(u) and r.seats < 1000 returning r.* into v_room;
  if v_room.id is not null then
    return private.room_record(v_room) || jsonb_build_object('seat', private.seat_of(v_room, v_room.seats));
  end if;
  -- A room whose seats are all given away is still followed.
  return public.get_room(p_key) || jsonb_build_object('seat', null);
end
$$;
comment on function public.enter_room is
  'The studio, for a screen that comes in by the key of a room: the room, and the seat under which the screen is counted; null for the 1001st. Null when the room is over.';

create function public.list_seats(p_code text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
begin
  return (
    select jsonb_build_object('total', r.seats, 'items', coalesce((
      select jsonb_agg(private.seat_of(r, number) order by number) from generate_series(1, r.seats) number), '[]'))
    from private.rooms r where r.code = p_code and r.owner_id = v_user and r.expires_at > now());
end
$$;
comment on function public.list_seats is 'Who opened the room: the seats that were given to its screens: {items, total}; null for anybody else.';

grant execute on function public.list_seats to authenticated;

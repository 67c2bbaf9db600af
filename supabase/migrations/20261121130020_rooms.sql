-- Rooms: a teacher leads the screens of a class through a published universe; whoever has the code of the room follows.
-- The table is new and empty, so nothing is blocked.
set local lock_timeout = '1s';

create table private.rooms (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code ~ '^[BDFGHKLMNPRTVXZ]{8}$'),
  owner_id uuid not null references public.profiles (id) on delete cascade,
  universe_id uuid not null references public.universes (id) on delete cascade,
  mode text not null default 'led' check (mode in ('led', 'eyes', 'free')),
  -- The card that is led to, by the id that it keeps from release to release; null until the teacher begins.
  card_id uuid,
  has_sound boolean not null default false,
  sequence bigint not null default 1,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint one_room_per_teacher_and_universe unique (owner_id, universe_id)
);
comment on table private.rooms is
  'Open rooms and what their screens show. sequence rises with every change. Nothing is kept of who was in one.';
create index rooms_universe_id_idx on private.rooms (universe_id);
create index rooms_expires_at_idx on private.rooms (expires_at);

create function private.new_room_code() returns text
language plpgsql volatile set search_path = '' as $$
declare
  v_bytes bytea;
  v_code text;
begin
  loop
    v_bytes := uuid_send(gen_random_uuid());
    -- Without the bytes in which a uuid says its version.
    select string_agg(substr('BDFGHKLMNPRTVXZ', 1 + get_byte(v_bytes, at) % 15, 1), '' order by at) into v_code
    from unnest('{0,1,2,3,4,5,9,10}'::integer[]) at;
    exit when v_code !~ '(.)\1|KZ|NZ|PD|TG|BDM|FDP|NPD|NTM'
      and not exists (select from private.rooms where code = v_code);
  end loop;
  return v_code;
end
$$;
comment on function private.new_room_code is
  'Eight letters, over 30 random bits: consonants of which no two look alike, none twice in a row, without what is short for something unkind in one of our languages.';

create function private.room_record(p_room private.rooms) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('code', p_room.code, 'slug', u.slug, 'mode', p_room.mode, 'card_id', p_room.card_id,
    'has_sound', p_room.has_sound, 'sequence', p_room.sequence, 'expires_at', p_room.expires_at)
  from public.universes u where u.id = p_room.universe_id
$$;
comment on function private.room_record is 'What every screen of a room is told: nothing of the teacher, nothing of the children.';

create function private.room_end(p_created_at timestamptz) returns timestamptz
language sql stable set search_path = '' as $$
  select least(now() + interval '3 hours', p_created_at + interval '12 hours')
$$;
comment on function private.room_end is 'A room ends three hours after the teacher last did something in it, and after twelve hours in any case.';

create function private.own_room(p_code text) returns private.rooms
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_room private.rooms;
begin
  select r.* into v_room from private.rooms r where r.code = p_code and r.expires_at > now() for update;
  if v_room.id is null then
    perform private.refuse('not_found', 404, 'There is no open room with this code.');
  elsif v_room.owner_id <> v_user then
    perform private.refuse('forbidden', 403, 'Only who opened this room leads it.');
  end if;
  return v_room;
end
$$;
comment on function private.own_room is 'The caller''s open room, locked. Refuses everybody else.';

create function public.open_room(p_slug text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_universe uuid;
  v_room private.rooms;
begin
  -- One device after the other, so that two of them open one room; and the universe, so that nobody takes it back meanwhile.
  perform from public.profiles where id = v_user for no key update;
  select u.id into v_universe from public.universes u
  where u.slug = public.find_address(p_slug) and private.is_shown(u) for key share;
  if v_universe is null then
    perform private.refuse('not_found', 404, 'There is no published universe at this address.');
  end if;
  delete from private.rooms where owner_id = v_user and expires_at <= now();
  if (select count(*) from private.rooms where owner_id = v_user and universe_id <> v_universe) >= 10 then
    perform private.refuse('too_many_people', 409, 'At most 10 open rooms of one teacher; end one of them first.');
  end if;
  insert into private.rooms as r (code, owner_id, universe_id, expires_at)
  values (private.new_room_code(), v_user, v_universe, private.room_end(now()))
  on conflict (owner_id, universe_id) do update set expires_at = private.room_end(r.created_at) returning * into v_room;
  return private.room_record(v_room);
end
$$;
comment on function public.open_room is
  'Whoever is signed in: opens a room for a universe that can be seen, or gives the one that the caller has open for it. Gives the room.';

create function public.get_room(p_code text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.room_record(r) from private.rooms r join public.universes u on u.id = r.universe_id
  where r.code = p_code and r.expires_at > now() and private.is_shown(u)
$$;
comment on function public.get_room is 'Whoever has the code: what the screens of this room show now; null when it is over, or never was.';

create function public.list_rooms() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
begin
  return (
    select jsonb_build_object('total', count(*), 'items', coalesce(jsonb_agg(private.room_record(r) order by r.created_at desc, r.id), '[]'))
    from private.rooms r where r.owner_id = v_user and r.expires_at > now());
end
$$;
comment on function public.list_rooms is 'The caller''s open rooms, the newest first: {items, total}. At most 10.';

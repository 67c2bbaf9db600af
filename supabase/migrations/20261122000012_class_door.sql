-- The door of class mode: eight letters lead to a room, and whoever tries many wrong ones waits.
-- The tables are new and empty, so nothing is blocked.
set local lock_timeout = '1s';

alter table private.settings
  add column wrong_codes_per_address integer not null default 100 check (wrong_codes_per_address > 0),
  add column wrong_codes_in_all integer not null default 200 check (wrong_codes_in_all > 0);
comment on column private.settings.wrong_codes_per_address is
  'How many different wrong codes of classes one address may try within five minutes: a whole school is often one address.';
comment on column private.settings.wrong_codes_in_all is 'How many different wrong codes all addresses together may try within a minute.';

-- Unlogged: neither in backups nor in the log of changes.
create unlogged table private.door_salts (
  drawn_at timestamptz primary key default now(),
  salt bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
comment on table private.door_salts is 'What addresses are mixed with before they are kept: each for an hour, so that no mark leads back to an address.';

create unlogged table private.wrong_codes (
  address_mark bytea not null,
  code text not null check (code ~ '^[BDFGHKLMNPRTVXZ]{8}$'),
  tried_at timestamptz not null default now(),
  -- The same letters again, as by a class whose room is over, tell nobody anything new.
  primary key (address_mark, code)
);
comment on table private.wrong_codes is 'Wrong codes of the last five minutes, by a mark of the address that they came from. Never longer.';
create index wrong_codes_address_idx on private.wrong_codes (address_mark, tried_at);
create index wrong_codes_tried_at_idx on private.wrong_codes (tried_at);

create function private.address_mark(p_address text) returns bytea
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_salt bytea := (select salt from private.door_salts where drawn_at > now() - interval '1 hour' order by drawn_at desc limit 1);
  -- As a socket names an IPv4 address when it listens to both kinds.
  v_address text := regexp_replace(coalesce(p_address, ''), '^::ffff:(?=\d+\.)', '', 'i');
begin
  if v_salt is null then
    insert into private.door_salts default values on conflict (drawn_at) do update set salt = door_salts.salt returning salt into v_salt;
  end if;
  -- Of an IPv6 address the half that a household or a school is given: the other half is theirs to change.
  v_address := case
    when not pg_input_is_valid(v_address, 'inet') then ''
    when family(v_address::inet) = 6 then host(network(set_masklen(v_address::inet, 64)))
    else host(v_address::inet) end;
  return sha256(v_salt || convert_to(v_address, 'utf8'));
end
$$;
comment on function private.address_mark is
  'What stands for a network address within an hour: a hash with a salt that is forgotten. Everything that is no address is one.';

create function private.forget_wrong_codes() returns void
language sql security definer set search_path = '' as $$
  delete from private.wrong_codes where tried_at < now() - interval '5 minutes';
  delete from private.door_salts where drawn_at < now() - interval '1 hour';
$$;
comment on function private.forget_wrong_codes is 'Forgets who tried which wrong code, five minutes later.';
select cron.schedule('forget-wrong-codes', '* * * * *', 'select private.forget_wrong_codes()');

create function public.find_room(p_code text, p_address text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_settings private.settings;
  v_mark bytea := private.address_mark(p_address);
  v_until timestamptz;
  v_room jsonb;
begin
  select * into v_settings from private.settings;
  -- Asked before the code is looked at: whoever guesses on learns nothing, not even from a right one.
  select min(tried_at) + interval '5 minutes' into v_until from (
    select tried_at from private.wrong_codes where address_mark = v_mark and tried_at > now() - interval '5 minutes'
    order by tried_at desc limit v_settings.wrong_codes_per_address
  ) w having count(*) = v_settings.wrong_codes_per_address;
  -- Whoever guesses from many places shuts out others who guess, not somebody who mistypes now and then.
  if v_until is null and (
    select count(*) from private.wrong_codes where address_mark = v_mark and tried_at > now() - interval '5 minutes'
  ) >= 5 then
    select min(tried_at) + interval '1 minute' into v_until from (
      select tried_at from private.wrong_codes where tried_at > now() - interval '1 minute'
      order by tried_at desc limit v_settings.wrong_codes_in_all
    ) w having count(*) = v_settings.wrong_codes_in_all;
  end if;
  if v_until is not null then
    perform private.refuse_until('rate_limited', 'These were many wrong codes; wait a little.', v_until);
  end if;
  select private.room_record(r) into v_room from private.rooms r join public.universes u on u.id = r.universe_id
  where r.code = p_code and r.expires_at > now() and private.is_shown(u);
  if v_room is null and p_code ~ '^[BDFGHKLMNPRTVXZ]{8}$' then
    insert into private.wrong_codes (address_mark, code) values (v_mark, p_code) on conflict do nothing;
  end if;
  return v_room;
end
$$;
comment on function public.find_room is
  'The studio, for whoever typed a code, with the network address that they came from: the room; null when it is over, or never was. Refuses who tries many wrong ones.';

drop function public.get_room(text);
create function public.get_room(p_key text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.room_record(r) from private.rooms r join public.universes u on u.id = r.universe_id
  where r.key = p_key and r.expires_at > now() and private.is_shown(u)
$$;
comment on function public.get_room is 'Whoever has the key: what the screens of this room show now; null when it is over, or never was.';
grant execute on function public.get_room to anon, authenticated;

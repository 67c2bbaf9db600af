-- Addresses: one that was given keeps working, an unlisted one cannot be guessed, and nobody else gets either.
-- The new column is empty and the table is new, so nothing is blocked.
-- squawk-ignore-file adding-foreign-key-constraint
set local lock_timeout = '1s';

alter table public.universes add column hidden_at timestamptz;
comment on column public.universes.hidden_at is 'Since when an admin keeps everybody from seeing it; null for all others.';

create table private.addresses (
  slug text primary key,
  universe_id uuid not null references public.universes (id) on delete cascade deferrable initially deferred,
  is_secret boolean not null,
  taken_at timestamptz not null default now()
);
comment on table private.addresses is
  'Every address that a universe has or had. It leads there as long as the universe is, but one that could be guessed only while it is public.';
create index addresses_universe_id_idx on private.addresses (universe_id, taken_at desc);
insert into private.addresses (slug, universe_id, is_secret) select slug, id, false from public.universes;

create function private.secret_slug(p_name text) returns text
language sql volatile set search_path = '' as $$
  select btrim(left(private.slugify(p_name), 40), '-') || '-' || replace(gen_random_uuid()::text, '-', '')
$$;
comment on function private.secret_slug is 'An address that says what it is and has 122 random bits.';

create function private.free_slug(p_universe_id uuid, p_name text) returns text
language plpgsql stable set search_path = '' as $$
declare
  v_slug text := private.slugify(p_name);
  -- What it was called in public before is still its own.
  v_found text := (select slug from private.addresses where universe_id = p_universe_id and not is_secret order by taken_at desc limit 1);
  n integer := 2;
begin
  if v_found is not null then
    return v_found;
  end if;
  v_found := v_slug;
  while exists (select from private.addresses where slug = v_found) loop
    v_found := v_slug || '-' || n;
    n := n + 1;
  end loop;
  return v_found;
end
$$;
comment on function private.free_slug is 'The address of a universe that goes public: its last one that could be read, else a free one of its name.';

create function private.tg_universes__take_address() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.visibility = 'unlisted' then
    new.slug := private.secret_slug(new.name);
  end if;
  insert into private.addresses (slug, universe_id, is_secret) values (new.slug, new.id, new.visibility = 'unlisted')
  on conflict (slug) do nothing;
  -- Nothing is inserted where the address is taken, as with a conflict: whoever asked tries the next.
  return case when found then new end;
end
$$;
create trigger tg_universes__take_address before insert on public.universes
  for each row execute function private.tg_universes__take_address();

create function private.tg_universes__keep_address() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_is_secret boolean := coalesce((select is_secret from private.addresses where slug = old.slug), false);
begin
  if new.visibility = 'unlisted' and not v_is_secret then
    new.slug := coalesce(
      (select slug from private.addresses where universe_id = new.id and is_secret order by taken_at desc limit 1),
      private.secret_slug(new.name));
  elsif new.visibility = 'public' and v_is_secret and new.slug = old.slug then
    new.slug := private.free_slug(new.id, new.name);
  end if;
  if new.slug <> old.slug then
    insert into private.addresses as a (slug, universe_id, is_secret) values (new.slug, new.id, new.visibility = 'unlisted')
    on conflict (slug) do update set taken_at = clock_timestamp()
      where a.universe_id = new.id and (new.visibility = 'unlisted' or not a.is_secret);
    if not found then
      perform private.refuse('slug_taken', 409, format('The address %s is taken; choose another one.', new.slug));
    end if;
  end if;
  return new;
end
$$;
comment on function private.tg_universes__keep_address is
  'Whoever may see a universe decides about its address: unlisted is one that cannot be guessed, public one that can be read. The one before is kept.';
create trigger tg_universes__keep_address before update of slug, visibility on public.universes
  for each row when (old.slug <> new.slug or old.visibility <> new.visibility) execute function private.tg_universes__keep_address();

create function private.is_shown(p_universe public.universes) returns boolean
language sql immutable set search_path = '' as $$
  select p_universe.visibility <> 'private' and p_universe.release_id is not null and p_universe.hidden_at is null
$$;
comment on function private.is_shown is 'Whether whoever has the address of this universe sees it.';
grant execute on function private.is_shown to anon, authenticated, service_role;

create function public.find_address(p_slug text) returns text
language sql stable security definer set search_path = '' as $$
  select u.slug from private.addresses a join public.universes u on u.id = a.universe_id
  where a.slug = p_slug and private.is_shown(u) and (a.slug = u.slug or a.is_secret or u.visibility = 'public')
$$;
comment on function public.find_address is
  'The present address of a universe that has, or had, this one and can be seen; null where there is none. An address from before a universe was unlisted leads nowhere.';
grant execute on function public.find_address to anon, authenticated;

drop function public.has_universe(text);

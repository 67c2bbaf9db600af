import type postgres from "postgres";

/** Two test files must not build at once: the second waits until the first has taken its library away. */
const lock = 7_310_001;

/**
 * A small library of our own in the public schema: shelves hold books, books have tags through a join table, one label
 * and books that continue them. Shelves are their owner's; anyone reads open ones. Returns what takes it all away.
 */
export async function buildLibrary(sql: postgres.Sql): Promise<() => Promise<void>> {
  const holder = await sql.reserve();
  await holder`select pg_advisory_lock(${lock})`;
  await removeLibrary(sql);
  await sql.unsafe(`
    create table public.lib_shelves (
      id uuid primary key default gen_random_uuid(),
      owner_id uuid default auth.uid() references auth.users (id) on delete cascade,
      name text not null check (name <> ''),
      is_open boolean not null default false,
      secret text,
      stamp timestamptz not null default '2026-05-04T03:02:01.123456Z',
      seen timestamptz[] not null default array['2026-01-01T00:00:00Z'::timestamptz],
      big bigint not null default 9007199254740993,
      price numeric not null default 12.50,
      meta jsonb not null default '{"colour": {"name": "red"}, "list": [1, 2]}',
      unique (owner_id, name)
    );
    create table public.lib_books (
      id bigint generated always as identity primary key,
      shelf_id uuid not null references public.lib_shelves (id) on delete cascade,
      second_shelf_id uuid references public.lib_shelves (id),
      parent_id bigint references public.lib_books (id),
      title text not null,
      pages integer not null default 10
    );
    create table public.lib_labels (
      book_id bigint primary key references public.lib_books (id) on delete cascade,
      code text not null
    );
    create table public.lib_tags (id integer primary key, word text not null);
    create table public.lib_book_tags (
      book_id bigint references public.lib_books (id) on delete cascade,
      tag_id integer references public.lib_tags (id),
      primary key (book_id, tag_id)
    );
    alter table public.lib_shelves enable row level security;
    alter table public.lib_books enable row level security;
    create policy "owners do all" on public.lib_shelves to authenticated
      using (owner_id = (select auth.uid())) with check (owner_id = (select auth.uid()));
    create policy "anyone reads open shelves" on public.lib_shelves for select to anon, authenticated using (is_open);
    create policy "books follow their shelf" on public.lib_books to anon, authenticated
      using (exists (select from public.lib_shelves s where s.id = shelf_id))
      with check (exists (select from public.lib_shelves s where s.id = shelf_id and s.owner_id = (select auth.uid())));
    grant select (id, owner_id, name, is_open, stamp, seen, big, price, meta), insert, update, delete
      on public.lib_shelves to authenticated;
    grant select (id, name, is_open) on public.lib_shelves to anon;
    grant select, insert, update, delete on public.lib_books, public.lib_labels, public.lib_tags, public.lib_book_tags
      to authenticated;
    grant select on public.lib_books, public.lib_tags, public.lib_book_tags, public.lib_labels to anon;
    grant all on public.lib_shelves, public.lib_books, public.lib_labels, public.lib_tags, public.lib_book_tags
      to service_role;
    insert into public.lib_tags values (1, 'animals'), (2, 'sea, deep');

    create function public.lib_echo(p_json jsonb, p_words text[] default '{}', p_id uuid default null)
      returns jsonb language sql stable as $$
        select jsonb_build_object('type', jsonb_typeof(p_json), 'json', p_json, 'words', p_words, 'id', p_id) $$;
    create function public.lib_my_shelves(p_prefix text default '') returns setof public.lib_shelves
      language sql stable security definer set search_path = '' as $$
        select * from public.lib_shelves where owner_id = auth.uid() and starts_with(name, p_prefix) $$;
    create function public.lib_pairs(p_count integer) returns table (n integer, word text) language sql stable as $$
      select n, 'w' || n from generate_series(1, p_count) n $$;
    create function public.lib_numbers(p_count integer) returns setof integer language sql stable as $$
      select generate_series(1, p_count) $$;
    create function public.lib_price() returns numeric language sql stable as $$ select 1.50 $$;
    create function public.lib_nothing() returns void language sql as $$ select 1 $$;
    create function public.lib_fail(p_state text, p_message text default 'as asked') returns void language plpgsql as $$
      begin raise exception using errcode = p_state, message = p_message, detail = 'the detail', hint = 'the hint'; end $$;
    create function public.lib_write(p_name text) returns uuid language sql as $$
      insert into public.lib_shelves (name) values (p_name) returning id $$;
    create function public.lib_owner_count() returns bigint language sql security definer set search_path = '' as $$
      select count(*) from public.lib_shelves $$;
    create function public.lib_whoami() returns jsonb language sql stable as $$
      select jsonb_build_object('uid', auth.uid(), 'role', auth.role(), 'email', auth.email(), 'user', current_user,
        'session', session_user, 'claims', auth.jwt(), 'method', current_setting('request.method')) $$;
    create function public.lib_escape() returns text language plpgsql as $$
      begin set role postgres; return current_user; end $$;
    create function public.lib_teapot() returns jsonb language plpgsql as $$
      begin
        perform set_config('response.status', '418', true);
        perform set_config('response.headers', '[{"x-tea": "green"}]', true);
        return '"short and stout"';
      end $$;
    create function public.lib_sleep() returns void language sql as $$ select pg_sleep(5) $$;
    grant execute on function public.lib_echo, public.lib_my_shelves, public.lib_pairs, public.lib_numbers, public.lib_price,
      public.lib_nothing, public.lib_fail, public.lib_write, public.lib_owner_count, public.lib_whoami, public.lib_escape,
      public.lib_teapot, public.lib_sleep to anon, authenticated;
  `);
  return async () => {
    await removeLibrary(sql);
    await holder`select pg_advisory_unlock(${lock})`;
    holder.release();
  };
}

async function removeLibrary(sql: postgres.Sql): Promise<void> {
  const functions = await sql<{ signature: string }[]>`
    select oid::regprocedure::text as signature from pg_proc
    where pronamespace = 'public'::regnamespace and starts_with(proname, 'lib_')`;
  for (const { signature } of functions) await sql.unsafe(`drop function ${signature}`);
  for (const table of ["lib_book_tags", "lib_tags", "lib_labels", "lib_books", "lib_shelves"])
    await sql.unsafe(`drop table if exists public.${table} cascade`);
}

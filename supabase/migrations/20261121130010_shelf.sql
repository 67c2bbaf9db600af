-- The shelf: what everybody may look for, kept ready so that a search reads neither releases nor cards.
-- The tables it is filled from are small, so nothing is blocked for long.
-- squawk-ignore-file adding-foreign-key-constraint, require-concurrent-index-creation
set local lock_timeout = '1s';

create table private.shelf (
  universe_id uuid primary key references public.universes (id) on delete cascade,
  release_id uuid not null references public.releases (id) on delete cascade,
  theme_key text not null references public.theme_templates (key),
  languages public.language[] not null,
  card_count integer not null,
  published_at timestamptz not null,
  names jsonb not null,
  words tsvector not null
);
comment on table private.shelf is
  'Public universes that nobody hides, each with its present release. words: every word of its names (A), its theme (B) and its cards (D), folded; names: what it is called in each language, folded, to sort by.';
create index shelf_newest_idx on private.shelf (published_at desc, universe_id);
create index shelf_release_id_idx on private.shelf (release_id);
create index shelf_theme_key_idx on private.shelf (theme_key, published_at desc, universe_id);
-- Searches are many and publications few: none finds words that still wait for their place.
create index shelf_words_idx on private.shelf using gin (words) with (fastupdate = off);

create function private.words_of(p_text text) returns text[]
language sql immutable set search_path = '' as $$
  -- What separates words is written out: what counts as a letter depends on the locale of the database.
  select array(
    select distinct left(word, 100)
    from regexp_split_to_table(lower(private.fold(p_text)), '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+') as word
    where word <> '')
$$;
comment on function private.words_of is 'The words of a text, each once, without case and accents: what is looked for, and what it is looked for in.';

create function private.weighed_words(p_names text, p_theme text, p_cards text) returns tsvector
language sql immutable set search_path = '' as $$
  select coalesce(string_agg(quote_literal(word) || ':1' || weight, ' '), '')::tsvector from (
    select word, min(weight) as weight from (
      select unnest(private.words_of(p_names)) as word, 'A' as weight
      union all select unnest(private.words_of(p_theme)), 'B'
      union all select unnest(private.words_of(p_cards)), 'D'
    ) told group by word
  ) each_word
$$;

create function private.all_values(p_names jsonb) returns text
language sql immutable set search_path = '' as $$
  select string_agg(value, ' ') from jsonb_each_text(p_names)
$$;

create function private.shelve(p_universe public.universes) returns void
language sql volatile security definer set search_path = '' as $$
  delete from private.shelf s
  where s.universe_id = p_universe.id and not (private.is_shown(p_universe) and p_universe.visibility = 'public');
  insert into private.shelf as s (universe_id, release_id, theme_key, languages, card_count, published_at, names, words)
  select p_universe.id, r.id, t.key, r.languages, r.card_count, r.published_at,
    (select jsonb_object_agg(l, ltrim(private.fold(coalesce(r.names ->> l::text, r.name)), ' ¿¡"''«“„(')) from unnest(enum_range(null::public.language)) l),
    private.weighed_words(
      concat_ws(' ', r.name, private.all_values(r.names)),
      concat_ws(' ', r.theme, case when t.key <> 'any' then private.all_values(t.names) end),
      (select string_agg(concat_ws(' ', a.concept, private.all_values(a.names)), ' ')
        from public.release_assets a where a.release_id = r.id))
  from public.releases r join public.theme_templates t on t.key = private.find_template(r.theme)
  where r.id = p_universe.release_id and private.is_shown(p_universe) and p_universe.visibility = 'public'
  on conflict (universe_id) do update set (release_id, theme_key, languages, card_count, published_at, names, words) = (
    excluded.release_id, excluded.theme_key, excluded.languages, excluded.card_count, excluded.published_at, excluded.names, excluded.words)
$$;
comment on function private.shelve is 'Puts a universe on the shelf as it is now, or takes it off.';

create function private.tg_universes__shelve() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.shelve(new);
  return null;
end
$$;
create trigger tg_universes__shelve after update of release_id, visibility, hidden_at on public.universes
  for each row when (
    old.release_id is distinct from new.release_id or old.visibility <> new.visibility or old.hidden_at is distinct from new.hidden_at
  ) execute function private.tg_universes__shelve();

select private.shelve(u) from public.universes u where u.release_id is not null;

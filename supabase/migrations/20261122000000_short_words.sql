-- One letter is the beginning of a name: the names of nearly every universe have it somewhere, so it is looked for as a word of its own.
-- The shelf is small, and filled again many times as fast without its index.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion
set local lock_timeout = '1s';

create or replace function private.weighed_words(p_names text, p_theme text, p_cards text) returns tsvector
language sql immutable set search_path = '' as $$
  select coalesce(string_agg(quote_literal(word) || ':1' || weight, ' '), '')::tsvector from (
    select word, min(weight) as weight from (
      select unnest(private.words_of(p_names)) as word, 'A' as weight
      union all select left(unnest(private.words_of(p_names)), 1), 'A'
      union all select unnest(private.words_of(p_theme)), 'B'
      union all select unnest(private.words_of(p_cards)), 'D'
    ) told group by word
  ) each_word
$$;
comment on function private.weighed_words is
  'The words of names (A), theme (B) and cards (D), folded, each with its highest weight; the first letters of those in names too, as words.';

create or replace function private.search_query(p_search text, p_is_lenient boolean) returns tsquery
language sql immutable set search_path = '' as $$
  select string_agg(case
      when length(word) = 1 then quote_literal(word)
      when not p_is_lenient or length(word) < 4 then quote_literal(word) || ':*'
      when length(word) < 6 then quote_literal(left(word, -1)) || ':*'
      else quote_literal(left(word, -2)) || ':*'
    end, ' & ')::tsquery
  from (
    select word from private.words_of(left(p_search, 200)) words, unnest(words) word
    -- Beside longer ones a letter is an article or what an apostrophe has left, and names would not have it.
    where length(word) > 1 or not exists (select from unnest(words) other where length(other) > 1) limit 8
  ) asked
$$;
comment on function private.search_query is
  'All words of a search, each as the beginning of a word, a single letter, where there is nothing longer, as the beginning of a name; lenient: without its last letters, in which languages put plurals. Null without a word.';

drop index private.shelf_words_idx;
select private.shelve(u) from public.universes u where u.release_id is not null;
create index shelf_words_idx on private.shelf using gin (words) with (fastupdate = off);

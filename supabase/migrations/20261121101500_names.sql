-- Names: a ligature at the beginning of a word is folded like one within.
set local lock_timeout = '1s';

create or replace function private.fold(p_text text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(normalize(
    replace(replace(replace(replace(lower(p_text), 'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'), 'ø', 'o'), nfkd), '[\u0300-\u036f]', '', 'g')
$$;

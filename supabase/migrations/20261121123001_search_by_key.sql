-- A search reads one's own drafts and cards by their keys, whatever the planner takes their numbers for: its cost follows
-- what one has, and not what everybody has.
set local lock_timeout = '1s';

create or replace function private.find_drafts(p_draft_ids uuid[], p_search text) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with words as materialized (
    select array_agg(word) as all_of_them from regexp_split_to_table(private.fold(btrim(p_search)), '\s+') as word
    where word <> ''
  ), themes as materialized (
    select t.key, string_agg(n.value, chr(10)) as names from public.theme_templates t, jsonb_each_text(t.names) n group by t.key
  ), own as materialized (
    -- Folding many short texts takes much longer than folding a long one.
    select d.id, private.fold(concat_ws(chr(10), d.name, d.theme, n.names, t.names)) as text
    from unnest(p_draft_ids) as asked (id)
    cross join lateral (select * from public.drafts d where d.id = asked.id offset 0) d
    cross join lateral (
      select string_agg(l.name, chr(10)) as names from public.draft_translations l where l.draft_id = asked.id
    ) n
    join themes t on t.key = d.template_key
  ), missing as materialized (
    select o.id, array(select word from unnest(w.all_of_them) word where strpos(o.text, word) = 0) as words
    from own o cross join words w
  ), told as materialized (
    select m.id, concat_ws(chr(10), a.concept, n.names) as text
    from (select id from missing where cardinality(words) > 0) m
    cross join lateral (select a.id, a.concept from public.draft_assets a where a.draft_id = m.id offset 0) a
    cross join lateral (
      select string_agg(l.name, chr(10)) as names from public.draft_asset_translations l where l.asset_id = a.id
    ) n
  ), cards as materialized (
    -- Taking accents off is what takes long: many cards have none.
    select id, concat_ws(chr(10),
      private.fold(string_agg(text, chr(10)) filter (where octet_length(text) = length(text))),
      private.fold(string_agg(text, chr(10)) filter (where octet_length(text) <> length(text)))) as text
    from told group by id
  )
  select m.id from missing m left join cards c using (id)
  where (select coalesce(bool_and(strpos(coalesce(c.text, ''), word) > 0), true) from unnest(m.words) word)
$$;

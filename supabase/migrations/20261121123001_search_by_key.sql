-- A search reads the names of one's own cards alone, whatever the planner thinks how many those are.
set local lock_timeout = '1s';

create or replace function private.find_drafts(p_draft_ids uuid[], p_search text) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with words as materialized (
    select array_agg(word) as all_of_them from regexp_split_to_table(private.fold(btrim(p_search)), '\s+') as word
    where word <> ''
  ), names as materialized (
    select draft_id, string_agg(name, chr(10)) as names from public.draft_translations
    where draft_id = any (p_draft_ids) group by draft_id
  ), themes as materialized (
    select t.key, string_agg(n.value, chr(10)) as names from public.theme_templates t, jsonb_each_text(t.names) n group by t.key
  ), own as materialized (
    -- Folding many short texts takes much longer than folding a long one.
    select d.id, private.fold(concat_ws(chr(10), d.name, d.theme, n.names, t.names)) as text
    from public.drafts d join themes t on t.key = d.template_key left join names n on n.draft_id = d.id
    where d.id = any (p_draft_ids)
  ), missing as materialized (
    select o.id, array(select word from unnest(w.all_of_them) word where strpos(o.text, word) = 0) as words
    from own o cross join words w
  ), card_words as materialized (
    select a.id, a.draft_id, a.concept from public.draft_assets a
    where a.draft_id = any (array(select m.id from missing m where cardinality(m.words) > 0))
  ), cards as materialized (
    -- Taking accents off is what takes long: most words have none.
    select draft_id, concat_ws(chr(10),
      private.fold(string_agg(text, chr(10)) filter (where octet_length(text) = length(text))),
      private.fold(string_agg(text, chr(10)) filter (where octet_length(text) <> length(text)))) as text
    from (
      select draft_id, concept as text from card_words
      union all
      -- By the key, all at once: the cost follows one's own cards, not everybody's.
      select c.draft_id, n.name from public.draft_asset_translations n join card_words c on c.id = n.asset_id
      where n.asset_id = any (array(select id from card_words))
    ) told group by draft_id
  )
  select m.id from missing m left join cards c on c.draft_id = m.id
  where (select coalesce(bool_and(strpos(coalesce(c.text, ''), word) > 0), true) from unnest(m.words) word)
$$;

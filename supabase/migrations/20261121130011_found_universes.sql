-- Public universes: looked for in five languages, filtered, sorted, in pages.
set local lock_timeout = '1s';

create function private.search_query(p_search text, p_is_lenient boolean) returns tsquery
language sql immutable set search_path = '' as $$
  select string_agg(quote_literal(case
      when not p_is_lenient or length(word) < 4 then word
      when length(word) < 6 then left(word, -1)
      else left(word, -2)
    end) || ':*', ' & ')::tsquery
  from (select word from unnest(private.words_of(left(p_search, 200))) word limit 8) asked
$$;
comment on function private.search_query is
  'All words of a search, each as the beginning of a word; lenient: without its last letters, in which languages put plurals. Null without a word.';

create function private.shelf_query(p_search text) returns tsquery
-- A word that nobody has is one that the planner would read the whole shelf for.
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
  v_query tsquery := private.search_query(p_search, false);
begin
  if v_query is null or exists (select from private.shelf where words @@ v_query) then
    return v_query;
  end if;
  return private.search_query(p_search, true);
end
$$;
comment on function private.shelf_query is 'What to look for on the shelf: the words as they stand, or leniently where these find nothing.';

create function private.shelf_record(p_shelf private.shelf) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', u.id, 'slug', u.slug, 'name', r.name, 'names', r.names, 'languages', to_jsonb(r.languages), 'release', r.number,
    'visibility', u.visibility, 'background_color', r.background_color, 'theme', r.theme, 'card_count', r.card_count,
    'cover_path', r.cover_path, 'thumbnail_path', r.thumbnail_path, 'published_at', r.published_at, 'placeholder_color', (
      select a.placeholder_color from public.release_assets a where a.release_id = r.id order by a.sort_order limit 1))
  from public.universes u join public.releases r on r.id = p_shelf.release_id
  where u.id = p_shelf.universe_id
$$;

drop function public.list_universes(integer, integer);
create function public.list_universes(
  p_skip integer default 0, p_limit integer default 50, p_search text default null, p_language public.language default null,
  p_theme text default null, p_sort text default null, p_reader public.language default 'en'
) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_query tsquery := private.shelf_query(p_search);
  v_sort text := coalesce(p_sort, case when v_query is null then 'newest' else 'best' end);
  v_skip integer := greatest(p_skip, 0);
  v_limit integer := least(greatest(p_limit, 0), 100);
  v_page uuid[];
  v_total bigint;
begin
  if v_sort not in ('best', 'newest', 'name') then
    perform private.refuse('validation_failed', 422, 'Universes are sorted by best, newest or name.');
  end if;
  if v_query is null and v_sort <> 'name' then
    v_page := array(
      select universe_id from private.shelf
      where (p_language is null or p_language = any (languages)) and (p_theme is null or theme_key = p_theme)
      order by published_at desc, universe_id offset v_skip limit v_limit);
    select count(*) into v_total from private.shelf
    where (p_language is null or p_language = any (languages)) and (p_theme is null or theme_key = p_theme);
  else
    with found as materialized (
      select universe_id, published_at, case v_sort when 'best' then ts_rank(words, v_query) end as rank,
        case v_sort when 'name' then names ->> p_reader::text end collate "C" as name
      from private.shelf
      where (v_query is null or words @@ v_query)
        and (p_language is null or p_language = any (languages)) and (p_theme is null or theme_key = p_theme)
    )
    select count(*), array(
      select universe_id from found order by rank desc, name, published_at desc, universe_id offset v_skip limit v_limit)
    into v_total, v_page from found;
  end if;
  return jsonb_build_object('total', v_total, 'items', (
    select coalesce(jsonb_agg(private.shelf_record(s) order by place), '[]')
    from unnest(v_page) with ordinality as page (id, place) join private.shelf s on s.universe_id = page.id));
end
$$;
comment on function public.list_universes is
  'A page of the public universes: those with every word of p_search in their names, theme or cards, in p_language, of p_theme; best first where something is looked for, else newest, or by their names in p_reader: {items, total}.';
grant execute on function public.list_universes to anon, authenticated;

create function public.list_shelf_themes() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('key', t.key, 'names', t.names, 'count', s.count) order by t.sort_order), '[]')
  from (select theme_key, count(*) from private.shelf group by theme_key) s
  join public.theme_templates t on t.key = s.theme_key where t.key <> 'any'
$$;
comment on function public.list_shelf_themes is 'The themes of which there are public universes, with their names and how many there are.';
grant execute on function public.list_shelf_themes to anon, authenticated;

create function public.list_public_addresses() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('slug', u.slug, 'published_at', s.published_at) order by s.published_at desc, u.slug), '[]')
  from (select * from private.shelf order by published_at desc, universe_id limit 49998) s
  join public.universes u on u.id = s.universe_id
$$;
comment on function public.list_public_addresses is
  'Where the public universes are, newest first: as many as one sitemap may name, which is 50,000, beside two pages of the studio.';
grant execute on function public.list_public_addresses to anon, authenticated;

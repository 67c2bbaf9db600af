-- The shelf: also by how many cards a universe has, and as quick for the hundredth search of a connection as for its first.
-- The shelf is small, so nothing is blocked for long.
-- squawk-ignore-file require-concurrent-index-creation
set local lock_timeout = '1s';

create index shelf_card_count_idx on private.shelf (card_count);

-- What is the best is for `list_universes` to say, which knows what was found.
drop function public.list_universes(integer, integer, text, public.language, text, text, public.language);
drop function private.shelf_query(text);

create function private.find_on_shelf(
  p_query tsquery, p_language public.language, p_theme text, p_least integer, p_most integer, p_sort text, p_reader public.language,
  p_skip integer, p_limit integer, out total bigint, out page uuid[]
-- A plan for any search and any filter reads the whole shelf for each.
) language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  if p_sort = 'newest' then
    page := array(
      select universe_id from private.shelf
      where (p_query is null or words @@ p_query) and (p_language is null or p_language = any (languages))
        and (p_theme is null or theme_key = p_theme) and (p_least is null or card_count >= p_least) and (p_most is null or card_count <= p_most)
      order by published_at desc, universe_id offset p_skip limit p_limit);
    select count(*) into total from private.shelf
    where (p_query is null or words @@ p_query) and (p_language is null or p_language = any (languages))
      and (p_theme is null or theme_key = p_theme) and (p_least is null or card_count >= p_least) and (p_most is null or card_count <= p_most);
    return;
  end if;
  with found as materialized (
    select universe_id, published_at, case p_sort when 'best' then ts_rank(words, p_query) end as rank,
      case p_sort when 'name' then names ->> p_reader::text end collate "C" as name
    from private.shelf
    where (p_query is null or words @@ p_query) and (p_language is null or p_language = any (languages))
      and (p_theme is null or theme_key = p_theme) and (p_least is null or card_count >= p_least) and (p_most is null or card_count <= p_most)
  )
  select count(*), array(
    select universe_id from found order by rank desc, name, published_at desc, universe_id offset p_skip limit p_limit)
  into total, page from found;
end
$$;
comment on function private.find_on_shelf is
  'A page of the universes on the shelf that fit, and how many there are in all; sorted by best, newest, or name in p_reader.';

create function private.is_on_shelf(p_query tsquery) returns boolean
-- A word that nobody has is one that the planner would read the whole shelf for.
language sql stable security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
  select exists (select from private.shelf where words @@ p_query)
$$;

create function public.list_universes(
  p_skip integer default 0, p_limit integer default 50, p_search text default null, p_language public.language default null,
  p_theme text default null, p_sort text default null, p_reader public.language default 'en', p_size text default null
) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_query tsquery := private.search_query(p_search, false);
  -- All that single letters find begins with them, so nothing of it is better.
  v_sort text := coalesce(p_sort, case when exists (select from unnest(private.words_of(p_search)) word where length(word) > 1)
    then 'best' else 'newest' end);
  v_least integer := case p_size when 'medium' then 10 when 'long' then 20 end;
  v_most integer := case p_size when 'short' then 9 when 'medium' then 19 end;
  v_skip integer := greatest(p_skip, 0);
  v_limit integer := least(greatest(p_limit, 0), 100);
  v_found record;
begin
  if v_sort not in ('best', 'newest', 'name') or p_size not in ('short', 'medium', 'long') then
    perform private.refuse('validation_failed', 422, 'Universes are sorted by best, newest or name, and short, medium or long.');
  end if;
  if v_query is null and v_sort = 'best' then
    v_sort := 'newest';
  end if;
  v_found := private.find_on_shelf(v_query, p_language, p_theme, v_least, v_most, v_sort, p_reader, v_skip, v_limit);
  if v_found.total = 0 and v_query is not null and not private.is_on_shelf(v_query) then
    v_query := private.search_query(p_search, true);
    v_found := private.find_on_shelf(v_query, p_language, p_theme, v_least, v_most, v_sort, p_reader, v_skip, v_limit);
  end if;
  return jsonb_build_object('total', v_found.total, 'items', (
    select coalesce(jsonb_agg(private.shelf_record(s) order by place), '[]')
    from unnest(v_found.page) with ordinality as page (id, place) join private.shelf s on s.universe_id = page.id));
end
$$;
comment on function public.list_universes is
  'A page of the public universes: those with every word of p_search in their names, theme or cards, in p_language, of p_theme, with up to 9 cards (short), 10 to 19 (medium) or more (long); best first where something is looked for, else newest, or by their names in p_reader: {items, total}.';
grant execute on function public.list_universes to anon, authenticated;

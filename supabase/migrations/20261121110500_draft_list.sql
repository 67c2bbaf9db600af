-- The list of drafts: searched, filtered, sorted, in pages.
set local lock_timeout = '1s';

create function private.find_drafts(p_draft_ids uuid[], p_search text) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with words as materialized (
    select array_agg(word) as all_of_them from regexp_split_to_table(private.fold(btrim(p_search)), '\s+') as word
    where word <> ''
  ), own as materialized (
    -- Folding many short texts takes much longer than folding a long one.
    select d.id, private.fold(concat_ws(chr(10), d.name, d.theme,
      (select string_agg(n.name, chr(10)) from public.draft_translations n where n.draft_id = d.id),
      (select string_agg(n.value, chr(10)) from jsonb_each_text(t.names) n))) as text
    from unnest(p_draft_ids) as asked (id)
    join public.drafts d using (id) join public.theme_templates t on t.key = d.template_key
  ), missing as materialized (
    select o.id, o.text, array(select word from unnest(w.all_of_them) word where strpos(o.text, word) = 0) as words
    from own o cross join words w
  )
  select m.id from missing m
  where cardinality(m.words) = 0 or (
    select bool_and(strpos(cards.text, word) > 0) from unnest(m.words) word
    cross join (
      select private.fold(string_agg(concat_ws(chr(10), a.concept, (
        select string_agg(n.name, chr(10)) from public.draft_asset_translations n where n.asset_id = a.id)), chr(10))) as text
      from public.draft_assets a where a.draft_id = m.id
    ) cards)
$$;
comment on function private.find_drafts is
  'Those of the drafts that have every word, whatever its case and accents, in their names, their theme or on their cards.';

drop function public.list_drafts(integer, integer);
create function public.list_drafts(
  p_skip integer default 0, p_limit integer default 50, p_search text default null,
  p_statuses public.draft_status[] default null, p_themes text[] default null, p_sort text default 'newest',
  p_language public.language default null
) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_ids uuid[];
  v_page uuid[];
begin
  if p_sort is null or p_sort not in ('newest', 'oldest', 'updated', 'name') then
    perform private.refuse('validation_failed', 422, 'Drafts are sorted by newest, oldest, updated or name.');
  end if;
  v_ids := array(
    select d.id from (
      select id from public.drafts where owner_id = v_user
      union all
      select private.shared_drafts()
    ) mine join public.drafts d using (id)
    where (p_statuses is null or d.status = any (p_statuses)) and (p_themes is null or d.template_key = any (p_themes)));
  if btrim(p_search) <> '' then
    v_ids := array(select private.find_drafts(v_ids, p_search));
  end if;
  v_page := array(
    select d.id from public.drafts d where d.id = any (v_ids)
    order by
      case p_sort when 'name' then private.fold(coalesce((
        select n.name from public.draft_translations n where n.draft_id = d.id and n.language = p_language), d.name)) end collate "C",
      case p_sort when 'oldest' then d.created_at end,
      case p_sort when 'updated' then d.updated_at end desc,
      d.created_at desc, d.id
    offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100));
  return jsonb_build_object(
    'total', cardinality(v_ids),
    'items', (
      select coalesce(jsonb_agg(private.draft_record_with_role(d) order by place), '[]')
      from unnest(v_page) with ordinality as page (id, place) join public.drafts d using (id)));
end
$$;
comment on function public.list_drafts is
  'Those drafts of the caller, and shared with the caller, that fit, a page of them in the order asked for: {items, total}. Names are compared in p_language, else the draft''s own.';
grant execute on function public.list_drafts to authenticated;

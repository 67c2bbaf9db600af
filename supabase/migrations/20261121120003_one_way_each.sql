-- One way to find a free address, names that are wanted wherever one is taken away, and failures that a choice has settled.
set local lock_timeout = '1s';

drop function private.add_universe(uuid, text);
create function private.add_universe(p_owner_id uuid, p_name text, p_visibility public.visibility default 'private') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_slug text := private.slugify(p_name);
  v_try text := v_slug;
  v_universe uuid;
begin
  -- The unique constraint decides; a taken address gets the next free number.
  for n in 2 .. 100 loop
    insert into public.universes (owner_id, slug, name, visibility) values (p_owner_id, v_try, p_name, p_visibility)
    on conflict (slug) do nothing returning id into v_universe;
    exit when v_universe is not null;
    v_try := v_slug || '-' || case when n < 50 then n::text else substr(md5(random()::text), 1, 8) end;
  end loop;
  if v_universe is null then
    perform private.refuse('slug_taken', 409, format('The address %s is taken; choose another name.', v_slug));
  end if;
  return v_universe;
end
$$;
comment on function private.add_universe is 'A universe of this name, without a release; its address gets a number when it is taken.';

create or replace function public.create_draft(
  p_theme text, p_name text default null, p_languages public.language[] default '{fr,en,es,it,de}',
  p_count integer default 10, p_visibility public.visibility default 'private', p_pieces text[] default '{image}',
  p_style text default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_template public.theme_templates;
  v_language public.language := (select language from public.profiles where id = v_user);
  v_name text;
  v_draft uuid;
begin
  select * into v_template from public.theme_templates where key = private.find_template(p_theme);
  v_name := coalesce(nullif(btrim(p_name), ''), nullif(v_template.names ->> v_language::text, ''),
    upper(left(btrim(p_theme), 1)) || substr(btrim(p_theme), 2));
  insert into public.drafts (
    universe_id, owner_id, theme, template_key, name, languages, card_count, background_color, pieces, style
  ) values (
    private.add_universe(v_user, v_name, p_visibility), v_user, btrim(p_theme), v_template.key, v_name,
    -- Each language and piece once, in the order in which they were named.
    array(select l from unnest(p_languages) with ordinality as t (l, n) group by l order by min(n)),
    p_count, v_template.background_color,
    array(select p from unnest(p_pieces) with ordinality as t (p, n) group by p order by min(n)), p_style)
  returning id into v_draft;
  insert into public.draft_translations (draft_id, language, name)
  select v_draft, key::public.language, coalesce(nullif(value, ''), v_name)
  from jsonb_each_text(case when p_name is null then v_template.names
    else '{"fr": "", "en": "", "es": "", "it": "", "de": ""}'::jsonb end);
  return v_draft;
end
$$;

create or replace function public.edit_assets(p_draft_id uuid, p_items jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_ids uuid[];
  v_item jsonb;
  v_conflicts jsonb;
  v_cards jsonb;
begin
  if jsonb_typeof(p_items) is distinct from 'array' or jsonb_array_length(p_items) not between 1 and 30 then
    perform private.refuse('validation_failed', 422, 'Between 1 and 30 cards are changed at once.');
  end if;
  perform private.refuse_fields(item, array['id', 'concept', 'names', 'texts', 'image_prompt', 'video_prompt',
    'is_approved', 'expected']) from jsonb_array_elements(p_items) item;
  v_ids := array(select (item ->> 'id')::uuid from jsonb_array_elements(p_items) item);
  perform private.refuse_foreign_cards(p_draft_id, v_ids);
  select coalesce(jsonb_agg(c), '[]') into v_conflicts
  from jsonb_array_elements(p_items) with ordinality i (item, n)
  join public.draft_assets a on a.draft_id = p_draft_id and a.id = (i.item ->> 'id')::uuid
  cross join jsonb_array_elements(private.conflicts(private.asset_fields(a), i.item, 'items.' || i.n - 1 || '.')) c;
  perform private.refuse_conflicts(v_conflicts);
  for v_item in select * from jsonb_array_elements(p_items) loop
    perform private.edit_card((v_item ->> 'id')::uuid, v_item);
  end loop;
  -- Another idea of a card leaves it without the names of the old one.
  if jsonb_path_exists(p_items, '$[*].names') then
    perform private.want_names(p_draft_id);
  end if;
  perform private.note_edit(p_draft_id);
  select jsonb_agg(private.asset_record(a) || jsonb_build_object('texts', private.asset_texts(a.id)) order by a.sort_order)
  into v_cards from public.draft_assets a where a.draft_id = p_draft_id and a.id = any (v_ids);
  return v_cards;
exception when unique_violation then
  perform private.refuse('duplicate_concept', 409, 'Two cards of a universe cannot be about the same.');
end
$$;

create or replace function private.settle_choice(p_draft_id uuid, p_asset_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_asset public.draft_assets;
begin
  update public.draft_assets set status = 'ready', progress = 100, error_code = null, error_message = null
  where id = p_asset_id and image_version_id is not null and status in ('pending', 'failed');
  -- A picture that a person brought along is no failure any more, whatever was tried before.
  update public.draft_assets set error_code = null, error_message = null
  where id = p_asset_id and error_code is not null
    and exists (select from public.jobs where asset_id = p_asset_id and status = 'failed')
    and not exists (select from private.failed_jobs(p_draft_id) f where f.asset_id = p_asset_id);
  update public.drafts set revision = revision + 1 where id = p_draft_id;
  perform private.settle_draft(p_draft_id);
  select * into v_asset from public.draft_assets where id = p_asset_id;
  return private.asset_record(v_asset) || jsonb_build_object('texts', private.asset_texts(p_asset_id));
end
$$;

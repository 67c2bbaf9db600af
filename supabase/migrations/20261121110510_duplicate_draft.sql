-- A second draft like the first, to be changed without touching what children know.
set local lock_timeout = '1s';

create function private.add_universe(p_owner_id uuid, p_name text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_slug text := private.slugify(p_name);
  v_try text := v_slug;
  v_universe uuid;
begin
  -- The unique constraint decides; a taken address gets the next free number.
  for n in 2 .. 100 loop
    insert into public.universes (owner_id, slug, name) values (p_owner_id, v_try, p_name)
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
comment on function private.add_universe is 'A private universe of this name; its address gets a number when it is taken.';

create function private.without_number(p_name text) returns text
language sql immutable set search_path = '' as $$ select regexp_replace(p_name, ' \d{1,3}$', '') $$;

create function private.copy_row(p_row jsonb, p_changes jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select p_row || jsonb_build_object('id', gen_random_uuid(), 'created_at', now(), 'updated_at', now()) || p_changes
$$;
comment on function private.copy_row is 'All columns of a row, those of later migrations too, as a new row with these changes.';

create function private.copy_cards(p_from uuid, p_to uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_card public.draft_assets;
  v_version public.draft_asset_versions;
  v_new jsonb;
  v_id uuid;
  v_current jsonb;
begin
  for v_card in select * from public.draft_assets where draft_id = p_from order by sort_order loop
    v_new := private.copy_row(to_jsonb(v_card), jsonb_build_object('draft_id', p_to, 'approved_at', null,
      'image_version_id', null, 'video_version_id', null, 'model3d_version_id', null, 'error_code', null, 'error_message', null,
      'status', case when v_card.image_version_id is null then 'pending' else 'ready' end,
      'progress', case when v_card.image_version_id is null then 0 else 100 end));
    insert into public.draft_assets select * from jsonb_populate_record(null::public.draft_assets, v_new) returning id into v_id;
    v_current := '{}';
    -- The picture before the film that was made from it.
    for v_version in
      select v.* from public.draft_asset_versions v where v.asset_id = v_card.id and (
        v.id in (v_card.image_version_id, v_card.video_version_id, v_card.model3d_version_id)
        or v.id in (select speech_version_id from public.draft_asset_translations where asset_id = v_card.id))
      order by v.piece <> 'image', v.created_at
    loop
      v_new := private.copy_row(to_jsonb(v_version), jsonb_build_object('asset_id', v_id, 'job_id', null, 'origin', 'copied'));
      v_current := v_current || jsonb_build_object(v_version.id, v_new -> 'id');
      insert into public.draft_asset_versions select * from jsonb_populate_record(null::public.draft_asset_versions, v_new);
    end loop;
    insert into public.draft_asset_translations
    select r.* from public.draft_asset_translations t
    cross join jsonb_populate_record(t, jsonb_build_object('asset_id', v_id,
      'speech_version_id', v_current ->> t.speech_version_id::text)) r
    where t.asset_id = v_card.id;
    update public.draft_assets set
      image_version_id = (v_current ->> v_card.image_version_id::text)::uuid,
      video_version_id = (v_current ->> v_card.video_version_id::text)::uuid,
      model3d_version_id = (v_current ->> v_card.model3d_version_id::text)::uuid,
      -- Whoever found the picture good still does.
      approved_at = v_card.approved_at
    where id = v_id;
  end loop;
end
$$;
comment on function private.copy_cards is 'The cards of a draft with their texts and what is current of their files, for another draft.';

create function public.duplicate_draft(p_draft_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id, 'owner');
  v_base text := private.without_number(v_draft.name);
  v_name text;
  v_number integer := 2;
  v_id uuid;
  v_version public.draft_versions;
  v_new jsonb;
  v_current jsonb := '{}';
begin
  -- The copy of "Jungle 2" is "Jungle 3" where there is a "Jungle"; "Route 66" is a name like any other.
  if not exists (select from public.drafts where owner_id = v_draft.owner_id and name = v_base) then
    v_base := v_draft.name;
  end if;
  loop
    v_name := left(v_base, 96) || ' ' || v_number;
    exit when not exists (select from public.drafts where owner_id = v_draft.owner_id and name = v_name);
    v_number := v_number + 1;
  end loop;
  insert into public.drafts select * from jsonb_populate_record(null::public.drafts, private.copy_row(to_jsonb(v_draft),
    jsonb_build_object('universe_id', private.add_universe(v_draft.owner_id, v_name), 'name', v_name, 'status', 'draft',
      'progress', 0, 'active_job_id', null, 'revision', 1, 'published_revision', null,
      'music_version_id', null, 'cover_version_id', null, 'poster_version_id', null, 'logo_version_id', null)))
  returning id into v_id;
  insert into public.draft_translations
  select r.* from public.draft_translations t
  cross join jsonb_populate_record(t, jsonb_build_object('draft_id', v_id, 'name',
    left(case when v_base = v_draft.name then t.name else private.without_number(t.name) end, 96) || ' ' || v_number)) r
  where t.draft_id = p_draft_id;
  perform private.copy_cards(p_draft_id, v_id);
  for v_version in
    select * from public.draft_versions
    where id in (v_draft.music_version_id, v_draft.cover_version_id, v_draft.poster_version_id, v_draft.logo_version_id)
  loop
    v_new := private.copy_row(to_jsonb(v_version), jsonb_build_object('draft_id', v_id, 'job_id', null, 'origin', 'copied'));
    insert into public.draft_versions select * from jsonb_populate_record(null::public.draft_versions, v_new);
    v_current := v_current || jsonb_build_object(v_version.piece, v_new -> 'id');
  end loop;
  update public.drafts set
    music_version_id = (v_current ->> 'music')::uuid, cover_version_id = (v_current ->> 'cover')::uuid,
    poster_version_id = (v_current ->> 'poster')::uuid, logo_version_id = (v_current ->> 'logo')::uuid
  where id = v_id and v_current <> '{}';
  perform private.settle_draft(v_id);
  return v_id;
end
$$;
comment on function public.duplicate_draft is
  'A private, unpublished copy of a draft of the caller: its cards, texts, prompts and current files, which both use. Nothing is made, so nothing is paid. Returns its id.';
grant execute on function public.duplicate_draft to authenticated;

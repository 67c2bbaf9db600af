-- A universe as its people want it: names, languages, colours, prompts and pieces, field by field.
set local lock_timeout = '1s';

create function private.name_draft(p_draft public.drafts, p_patch jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- A language without a name of its own says that of the universe.
  update public.draft_translations set name = p_patch ->> 'name'
  where draft_id = p_draft.id and name = p_draft.name and p_patch ->> 'name' <> p_draft.name
    and not coalesce(p_patch -> 'names', '{}') ? language::text;
  delete from public.draft_translations t using jsonb_each(p_patch -> 'names') n
  where t.draft_id = p_draft.id and t.language = n.key::public.language and n.value = 'null';
  insert into public.draft_translations as t (draft_id, language, name)
  select p_draft.id, n.key::public.language, n.value #>> '{}' from jsonb_each(p_patch -> 'names') n where n.value <> 'null'
  on conflict (draft_id, language) do update set name = excluded.name where t.name <> excluded.name;
end
$$;
comment on function private.name_draft is 'Name and names of a draft, as a change says.';

create function private.texts_of(p_list jsonb) returns text[]
language sql immutable set search_path = '' as $$
  -- Each once, in the order in which they were named.
  select array(select e from jsonb_array_elements_text(p_list) with ordinality t (e, n) group by e order by min(n))
$$;

create function public.edit_draft(p_draft_id uuid, p_patch jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
begin
  perform private.refuse_fields(p_patch, array['name', 'names', 'languages', 'visibility', 'background_color', 'pieces',
    'style', 'image_prompt', 'video_prompt', 'music_prompt', 'expected']);
  if jsonb_typeof(coalesce(p_patch -> 'languages', '[]')) <> 'array' or jsonb_typeof(coalesce(p_patch -> 'pieces', '[]')) <> 'array' then
    perform private.refuse('validation_failed', 422, 'Languages and pieces are lists.');
  end if;
  perform private.refuse_conflicts(private.conflicts(private.draft_record(v_draft), p_patch));
  perform private.name_draft(v_draft, p_patch);
  if p_patch ? 'visibility' then
    update public.universes set visibility = (p_patch ->> 'visibility')::public.visibility
    where id = v_draft.universe_id and visibility <> (p_patch ->> 'visibility')::public.visibility;
  end if;
  -- In one statement, which comes last: its message tells all.
  update public.drafts set
    revision = revision + 1, status = case when status = 'published' then 'ready' else status end,
    name = case when p_patch ? 'name' then p_patch ->> 'name' else name end,
    languages = case when p_patch ? 'languages' then private.texts_of(p_patch -> 'languages')::public.language[] else languages end,
    background_color = case when p_patch ? 'background_color' then p_patch ->> 'background_color' else background_color end,
    pieces = case when p_patch ? 'pieces' then private.texts_of(p_patch -> 'pieces') else pieces end,
    style = case when p_patch ? 'style' then p_patch ->> 'style' else style end,
    image_prompt = case when p_patch ? 'image_prompt' then p_patch ->> 'image_prompt' else image_prompt end,
    video_prompt = case when p_patch ? 'video_prompt' then p_patch ->> 'video_prompt' else video_prompt end,
    music_prompt = case when p_patch ? 'music_prompt' then p_patch ->> 'music_prompt' else music_prompt end
  where id = p_draft_id;
  if p_patch ? 'languages' then
    perform private.want_names(p_draft_id);
  end if;
  return public.get_draft(p_draft_id);
end
$$;
comment on function public.edit_draft is
  'Sets the fields of a draft that the change names; `expected` says what its editor saw. Refuses with changed_meanwhile where something else is stored, and changes nothing then. Languages that are taken away keep their names, unseen. Returns the draft.';
grant execute on function public.edit_draft to authenticated;

create function private.want_names(p_draft_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.drafts d set pieces = d.pieces || '{names}'
  where d.id = p_draft_id and not 'names' = any (d.pieces)
    and exists (select from public.draft_assets a where a.draft_id = d.id and private.lacks(a, d.languages, 'names'))
$$;
comment on function private.want_names is
  'Ideas bring their names along. A card that was added by hand, and those of a deck that gets another language, need theirs made.';

-- Cards as their people want them: names and texts in five languages, prompts and approval, field by field.
set local lock_timeout = '1s';

create function private.asset_fields(p_asset public.draft_assets) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('concept', p_asset.concept, 'names', private.asset_names(p_asset.id),
    'texts', private.asset_texts(p_asset.id), 'image_prompt', p_asset.image_prompt, 'video_prompt', p_asset.video_prompt,
    'is_approved', p_asset.approved_at is not null)
$$;
comment on function private.asset_fields is 'What a person may change of a card, as it is now.';

create function private.name_card(p_asset_id uuid, p_names jsonb, p_texts jsonb, p_at jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.draft_asset_translations t using jsonb_each(p_names) n
  where t.asset_id = p_asset_id and t.language = n.key::public.language and n.value = 'null';
  insert into public.draft_asset_translations as t (asset_id, language, name, edited_at, speech_version_id)
  select p_asset_id, n.key::public.language, n.value #>> '{}', jsonb_build_object('name', p_at),
    -- A name that comes back finds its voice.
    (select v.id from public.draft_asset_versions v
      where v.asset_id = p_asset_id and v.piece = 'speech' and v.language::text = n.key
        and v.prompt = coalesce(p_texts #>> array[n.key, 'speak_as'], n.value #>> '{}')
      order by v.created_at desc limit 1)
  from jsonb_each(p_names) n where n.value <> 'null'
  on conflict (asset_id, language) do update set name = excluded.name, needs_review = false,
    -- How to say the old name is no help with the new one.
    speak_as = case when t.name = excluded.name then t.speak_as end, edited_at = t.edited_at || excluded.edited_at;
end
$$;
comment on function private.name_card is 'Names of a card as a person wants them; null takes one away, with its texts.';

create function private.write_texts(p_asset_id uuid, p_texts jsonb, p_at jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from private.leaves(p_texts) l where l.value <> 'null' and not exists (
      select from public.draft_asset_translations t where t.asset_id = p_asset_id and t.language = l.path[1]::public.language)
  ) then
    perform private.refuse('validation_failed', 422, 'Name the card in this language first.');
  end if;
  update public.draft_asset_translations t set
    speak_as = case when w.text ? 'speak_as' then w.text ->> 'speak_as' else t.speak_as end,
    alt_text = case when w.text ? 'alt_text' then w.text ->> 'alt_text' else t.alt_text end,
    fun_fact = case when w.text ? 'fun_fact' then w.text ->> 'fun_fact' else t.fun_fact end,
    story = case when w.text ? 'story' then w.text ->> 'story' else t.story end,
    edited_at = t.edited_at || (select coalesce(jsonb_object_agg(k, p_at), '{}') from jsonb_object_keys(w.text) k)
  from jsonb_each(p_texts) as w (language, text)
  where t.asset_id = p_asset_id and t.language = w.language::public.language;
end
$$;
comment on function private.write_texts is 'Texts of a card as a person wants them, in languages that have a name.';

create function private.edit_card(p_asset_id uuid, p_patch jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- The clock, under the draft's lock: later than every job that was asked for before.
  v_at jsonb := to_jsonb(clock_timestamp());
begin
  update public.draft_assets set
    concept = case when p_patch ? 'concept' then p_patch ->> 'concept' else concept end,
    image_prompt = case when p_patch ? 'image_prompt' then p_patch ->> 'image_prompt' else image_prompt end,
    video_prompt = case when p_patch ? 'video_prompt' then p_patch ->> 'video_prompt' else video_prompt end,
    approved_at = case when not p_patch ? 'is_approved' then approved_at
      when (p_patch ->> 'is_approved')::boolean then coalesce(approved_at, now()) end
  where id = p_asset_id;
  if p_patch ? 'names' then
    perform private.name_card(p_asset_id, p_patch -> 'names', p_patch -> 'texts', v_at);
  end if;
  if p_patch ? 'texts' then
    perform private.write_texts(p_asset_id, p_patch -> 'texts', v_at);
  end if;
end
$$;
comment on function private.edit_card is 'Sets the fields of one card that the change names.';

create function public.edit_assets(p_draft_id uuid, p_items jsonb) returns jsonb
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
  perform private.note_edit(p_draft_id);
  select jsonb_agg(private.asset_record(a) || jsonb_build_object('texts', private.asset_texts(a.id)) order by a.sort_order)
  into v_cards from public.draft_assets a where a.draft_id = p_draft_id and a.id = any (v_ids);
  return v_cards;
exception when unique_violation then
  perform private.refuse('duplicate_concept', 409, 'Two cards of a universe cannot be about the same.');
end
$$;
comment on function public.edit_assets is
  'Sets fields of up to 30 cards: [{id, field: value, expected: {field: what its editor saw}}], all or none. Refuses with changed_meanwhile where something else is stored. Returns the cards.';
grant execute on function public.edit_assets to authenticated;

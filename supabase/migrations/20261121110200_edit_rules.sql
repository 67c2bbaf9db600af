-- Edits: a person's word is compared with what the editor saw, and stays when a model answers late.
set local lock_timeout = '1s';

alter table public.draft_asset_translations add column edited_at jsonb not null default '{}';
comment on column public.draft_asset_translations.edited_at is
  'When a person last set each field, by its name. A model that was asked before that does not change it.';

create function private.leaves(p_tree jsonb) returns table (path text[], value jsonb)
language sql immutable set search_path = '' as $$
  with recursive leaf (path, value) as (
    select array[e.key], e.value from jsonb_each(p_tree) e
    union all
    select l.path || e.key, e.value from leaf l
    cross join jsonb_each(case jsonb_typeof(l.value) when 'object' then l.value else '{}' end) e
  )
  select l.path, l.value from leaf l where jsonb_typeof(l.value) <> 'object'
$$;
comment on function private.leaves is 'Every field of a change with its path; a list is one value.';

create function private.conflicts(p_now jsonb, p_change jsonb, p_prefix text default '') returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'path', p_prefix || array_to_string(e.path, '.'), 'message', coalesce(p_now #> e.path, 'null')::text) order by e.path), '[]')
  from private.leaves(coalesce(p_change -> 'expected', '{}')) e
  where coalesce(p_now #> e.path, 'null') <> e.value
    -- Two who wrote the same have nothing to settle.
    and coalesce(p_now #> e.path, 'null') is distinct from p_change #> e.path
$$;
comment on function private.conflicts is
  'The fields of a change that say something else than its editor saw, as {path, message: the value now as JSON}.';

create function private.refuse_conflicts(p_conflicts jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  if p_conflicts <> '[]' then
    raise exception using errcode = 'PT409', message = 'changed_meanwhile',
      detail = 'Somebody changed this since it was read; nothing was written.', hint = p_conflicts::text;
  end if;
end
$$;
comment on function private.refuse_conflicts is 'Refuses with 409 where there are conflicts, which go along as the hint.';

create function private.refuse_fields(p_change jsonb, p_known text[]) returns void
language plpgsql set search_path = '' as $$
begin
  if jsonb_typeof(p_change) is distinct from 'object' or exists (
    select from jsonb_object_keys(case jsonb_typeof(p_change) when 'object' then p_change else '{}' end) k
    where k <> all (p_known)
  ) or exists (
    select from unnest(array['names', 'texts', 'expected']) k
    where jsonb_typeof(coalesce(p_change -> k, '{}')) <> 'object'
  ) or exists (
    select from jsonb_each(case jsonb_typeof(p_change -> 'texts') when 'object' then p_change -> 'texts' else '{}' end) t
    where jsonb_typeof(t.value) <> 'object' or exists (
      select from jsonb_object_keys(case jsonb_typeof(t.value) when 'object' then t.value else '{}' end) k
      where k <> all (array['speak_as', 'alt_text', 'fun_fact', 'story']))
  ) then
    perform private.refuse('validation_failed', 422, 'A change names fields that there are.');
  end if;
end
$$;
comment on function private.refuse_fields is 'Refuses a change that is no object, or that names other fields than these.';

create function private.note_edit(p_draft_id uuid, p_card_count integer default null) returns void
language sql security definer set search_path = '' as $$
  update public.drafts set revision = revision + 1, card_count = coalesce(p_card_count, card_count),
    -- What children see is not this any more.
    status = case when status = 'published' then 'ready' else status end
  where id = p_draft_id
$$;
comment on function private.note_edit is 'The content of a draft is another one. Comes last, so that its message tells all.';

create function private.may_fill(p_edited_at jsonb, p_field text, p_asked_at timestamptz) returns boolean
language sql stable set search_path = '' as $$
  select coalesce((p_edited_at ->> p_field)::timestamptz < p_asked_at, true)
$$;
comment on function private.may_fill is 'Whether no person has set this field since the model was asked.';

-- Removed names are told like all others.
create trigger tg_draft_asset_translations__announce_removal after delete on public.draft_asset_translations
  referencing old table as new_rows
  for each statement execute function private.tg_draft_asset_translations__announce();

create or replace function private.apply_texts(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.draft_asset_translations t set
    alt_text = case when private.may_fill(t.edited_at, 'alt_text', p_job.created_at)
      then coalesce(r.value ->> 'alt_text', t.alt_text) else t.alt_text end,
    fun_fact = case when private.may_fill(t.edited_at, 'fun_fact', p_job.created_at)
      then coalesce(r.value ->> 'fun_fact', t.fun_fact) else t.fun_fact end,
    story = case when private.may_fill(t.edited_at, 'story', p_job.created_at)
      then coalesce(r.value ->> 'story', t.story) else t.story end
  from jsonb_each(p_result -> 'texts') r
  where t.asset_id = p_job.asset_id and t.language::text = r.key;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;
comment on function private.apply_texts is
  'Alt text, fun fact and story of a card, for each language that has a name, but for what a person wrote since they were asked for.';

create or replace function private.apply_names(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.draft_assets where id = p_job.asset_id) then
    return;
  end if;
  insert into public.draft_asset_translations as t (asset_id, language, name, needs_review)
  select p_job.asset_id, n.key::public.language, n.value, coalesce((p_result ->> 'needs_review')::boolean, false)
  from jsonb_each_text(p_result -> 'names') n
  where n.value <> '' and n.key = any (enum_range(null::public.language)::text[])
  -- What was typed stays; what is missing, or was asked for anew, is filled in.
  on conflict (asset_id, language) do update set name = excluded.name, needs_review = excluded.needs_review,
    speak_as = null, speech_version_id = null
  where (p_job.payload ->> 'is_anew')::boolean and t.language <> (p_job.payload ->> 'language')::public.language
    and t.name <> excluded.name and private.may_fill(t.edited_at, 'name', p_job.created_at);
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;

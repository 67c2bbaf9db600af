-- Publish: freeze what is published, then move the one pointer when its pictures are in the public bucket.

create function private.draft_names(p_draft_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_object_agg(l.language, t.name)
  from unnest(enum_range(null::public.language)) as l (language)
  left join public.draft_translations t on t.draft_id = p_draft_id and t.language = l.language
$$;

create function private.asset_names(p_asset_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_object_agg(l.language, t.name)
  from unnest(enum_range(null::public.language)) as l (language)
  left join public.draft_asset_translations t on t.asset_id = p_asset_id and t.language = l.language
$$;
comment on function private.asset_names is 'Names in the five languages; null where there is none yet.';

create function public.request_publish(p_draft_id uuid, p_visibility public.visibility) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_assets jsonb;
begin
  if p_visibility = 'private' then
    perform private.refuse('validation_failed', 422, 'A release is public or unlisted.');
  elsif exists (
    select from public.jobs where draft_id = p_draft_id and status in ('pending', 'processing')
  ) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; publish when it is done.');
  end if;
  select jsonb_agg(jsonb_build_object(
    'sort_order', place - 1, 'concept', concept, 'names', names, 'storage_path', storage_path,
    'image_path', image_path, 'sha256', sha256, 'image_prompt', prompt) order by place)
  into v_assets from (
    select row_number() over (order by a.sort_order) as place, a.concept, private.asset_names(a.id) as names,
      v.storage_path, v.sha256, v.prompt,
      left(v.sha256, 2) || '/' || v.sha256 || substring(v.storage_path from '\.[a-z0-9]+$') as image_path
    from public.draft_assets a join public.draft_asset_versions v on v.id = a.image_version_id
    where a.draft_id = p_draft_id
  ) cards;
  if v_assets is null then
    perform private.refuse('nothing_to_publish', 409, 'Make at least one picture first.');
  end if;
  return (select public.enqueue_jobs(jsonb_build_array(jsonb_build_object(
    'user_id', v_draft.owner_id, 'draft_id', p_draft_id, 'type', 'publish', 'priority', 9,
    'planned_steps', jsonb_array_length(v_assets) + 1,
    'payload', jsonb_build_object(
      'visibility', p_visibility, 'universe_id', v_draft.universe_id, 'revision', v_draft.revision,
      'name', v_draft.name, 'theme', v_draft.theme, 'names', private.draft_names(p_draft_id),
      'languages', to_jsonb(v_draft.languages), 'background_color', v_draft.background_color, 'assets', v_assets)))));
end
$$;
comment on function public.request_publish is 'Freezes the finished cards into a manifest and queues its publication. Returns the job.';
grant execute on function public.request_publish to authenticated;

create function private.apply_release(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_manifest jsonb := p_job.payload;
  v_universe public.universes;
  v_release uuid;
begin
  select * into v_universe from public.universes where id = (v_manifest ->> 'universe_id')::uuid for update;
  if v_universe.id is null then
    return;
  end if;
  insert into public.releases (
    universe_id, number, name, theme, names, languages, background_color, thumbnail_path, card_count, draft_revision, job_id
  ) values (
    v_universe.id, 1 + coalesce((select max(number) from public.releases where universe_id = v_universe.id), 0),
    v_manifest ->> 'name', v_manifest ->> 'theme', v_manifest -> 'names',
    array(select jsonb_array_elements_text(v_manifest -> 'languages')::public.language),
    v_manifest ->> 'background_color', v_manifest -> 'assets' -> 0 ->> 'image_path',
    jsonb_array_length(v_manifest -> 'assets'), (v_manifest ->> 'revision')::bigint, p_job.id
  ) returning id into v_release;
  insert into public.release_assets (release_id, sort_order, concept, names, image_path, image_sha256, image_prompt)
  select v_release, (a ->> 'sort_order')::integer, a ->> 'concept', a -> 'names', a ->> 'image_path', a ->> 'sha256', a ->> 'image_prompt'
  from jsonb_array_elements(v_manifest -> 'assets') as a;
  update public.universes set
    release_id = v_release, name = v_manifest ->> 'name', visibility = (v_manifest ->> 'visibility')::public.visibility
  where id = v_universe.id;
  update public.drafts set published_revision = (v_manifest ->> 'revision')::bigint where id = p_job.draft_id;
end
$$;
comment on function private.apply_release is 'Inserts the release with its cards and moves the pointer: the public sees the old release or the new one.';

create function private.tg_universes__revalidate() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.post('studio_url', '/api/revalidate', jsonb_build_object('slug', old.slug));
  return null;
end
$$;
comment on function private.tg_universes__revalidate is 'Tells the studio to render the page of this universe anew; a lost call is healed by the page''s own expiry.';
create trigger tg_universes__revalidate after update of release_id, visibility, slug on public.universes
  for each row when (
    old.release_id is distinct from new.release_id or old.visibility <> new.visibility or old.slug <> new.slug
  ) execute function private.tg_universes__revalidate();
create trigger tg_universes__revalidate_deleted after delete on public.universes
  for each row when (old.release_id is not null) execute function private.tg_universes__revalidate();

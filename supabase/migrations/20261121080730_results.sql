-- Results: what a finished job brings, and how it is completed in one transaction.

create function private.apply_concepts(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts;
  v_next integer;
  v_missing integer;
  v_card jsonb;
  v_asset uuid;
  v_images jsonb := '[]';
begin
  select * into v_draft from public.drafts where id = p_job.draft_id for no key update;
  if v_draft.id is null then
    return;
  end if;
  select coalesce(max(sort_order) + 1, 0), v_draft.card_count - count(*) into v_next, v_missing
  from public.draft_assets where draft_id = v_draft.id;
  for v_card in select * from jsonb_array_elements(p_result -> 'concepts') loop
    -- A request that was tried again late may find the cards of another one.
    exit when v_missing <= 0;
    insert into public.draft_assets (draft_id, sort_order, concept)
    values (v_draft.id, v_next, v_card ->> 'key')
    on conflict (draft_id, lower(concept)) do nothing returning id into v_asset;
    continue when v_asset is null;
    insert into public.draft_asset_translations (asset_id, language, name)
    select v_asset, key::public.language, value from jsonb_each_text(v_card -> 'names') where value <> '';
    v_images := v_images || (private.image_job(v_asset) || jsonb_build_object('parent_id', p_job.parent_id));
    v_next := v_next + 1;
    v_missing := v_missing - 1;
  end loop;
  -- The model may know the theme in the languages that the educator did not type.
  insert into public.draft_translations (draft_id, language, name)
  select v_draft.id, key::public.language, value
  from jsonb_each_text(coalesce(p_result -> 'theme_names', '{}')) where value <> ''
  on conflict (draft_id, language) do update set name = excluded.name
  where draft_translations.name = v_draft.name and v_draft.template_key = 'any' and lower(v_draft.name) = lower(v_draft.theme);
  update public.drafts set revision = revision + 1 where id = v_draft.id;
  if jsonb_array_length(v_images) > 0 then
    perform public.enqueue_jobs(v_images);
  end if;
end
$$;
comment on function private.apply_concepts is 'Concepts become cards with names, and each card gets its image job under the same parent.';

create function private.apply_image(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_version uuid;
begin
  if p_job.asset_id is null then
    return;
  end if;
  insert into public.draft_asset_versions (
    asset_id, piece, sha256, storage_path, mime_type, size_bytes, width, height, prompt, seed, job_id
  ) values (
    p_job.asset_id, 'image', p_result ->> 'sha256', p_result ->> 'storage_path', p_result ->> 'mime_type',
    (p_result ->> 'size_bytes')::bigint, (p_result ->> 'width')::integer, (p_result ->> 'height')::integer,
    p_job.payload ->> 'prompt', (p_job.payload ->> 'seed')::integer, p_job.id
  ) returning id into v_version;
  update public.draft_assets set image_version_id = v_version where id = p_job.asset_id;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;

create function public.complete_job(
  p_job_id uuid, p_attempt integer, p_result jsonb, p_now timestamptz default now()
) returns void language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
begin
  case v_job.type
    when 'generate_concepts' then perform private.apply_concepts(v_job, p_result);
    when 'generate_image' then perform private.apply_image(v_job, p_result);
    when 'publish' then perform private.apply_release(v_job, p_result);
    else null;
  end case;
  update public.predictions set status = 'succeeded', completed_at = p_now
  where job_id = p_job_id and attempt = p_attempt and status = 'open';
  update public.jobs set
    status = 'completed', progress = 100, current_step = total_steps, result = p_result, completed_at = p_now,
    lease_owner = null, lease_expires_at = null, error_code = null, error_message = null, error_detail = null,
    cost_micros = (select coalesce(sum(cost_micros), 0) from public.predictions where job_id = p_job_id),
    actual_duration_ms = extract(epoch from p_now - started_at) * 1000
  where id = p_job_id;
end
$$;
comment on function public.complete_job is
  'The result, what it changes (cards, picture, release), the event, progress and what it unblocks, in one transaction. Refuses a stale attempt.';

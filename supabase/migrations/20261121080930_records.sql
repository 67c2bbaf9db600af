-- Records: drafts, cards, jobs and universes in the one shape that messages and the API share.

create function private.draft_record(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_draft.id, 'slug', u.slug, 'name', p_draft.name, 'theme', p_draft.theme,
    'names', private.draft_names(p_draft.id), 'languages', to_jsonb(p_draft.languages), 'count', p_draft.card_count,
    'status', p_draft.status, 'progress', p_draft.progress, 'revision', p_draft.revision, 'visibility', u.visibility,
    'background_color', p_draft.background_color, 'active_job_id', p_draft.active_job_id,
    'thumbnail_path', (
      select v.storage_path from public.draft_assets a
      join public.draft_asset_versions v on v.id = a.image_version_id
      where a.draft_id = p_draft.id order by a.sort_order limit 1),
    'release', (select number from public.releases where id = u.release_id),
    'created_at', p_draft.created_at, 'updated_at', p_draft.updated_at)
  from public.universes u where u.id = p_draft.universe_id
$$;
comment on function private.draft_record is 'A draft as messages and the API show it.';

create function private.asset_record(p_asset public.draft_assets) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_asset.id, 'draft_id', p_asset.draft_id, 'sort_order', p_asset.sort_order, 'concept', p_asset.concept,
    'status', p_asset.status, 'progress', p_asset.progress, 'names', private.asset_names(p_asset.id),
    'image_prompt', private.resolve_image_prompt(p_asset.id),
    'image_path', (select storage_path from public.draft_asset_versions where id = p_asset.image_version_id),
    'error_code', p_asset.error_code, 'error_message', p_asset.error_message, 'updated_at', p_asset.updated_at)
$$;
comment on function private.asset_record is 'A card as messages and the API show it, but for the signed addresses of its files.';

create function private.job_record(p_job public.jobs) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', p_job.id, 'user_id', p_job.user_id, 'draft_id', p_job.draft_id, 'asset_id', p_job.asset_id,
    'parent_id', p_job.parent_id, 'type', p_job.type, 'status', p_job.status, 'priority', p_job.priority,
    'progress', p_job.progress, 'current_step', p_job.current_step, 'total_steps', p_job.total_steps,
    'message', p_job.message, 'error_code', p_job.error_code, 'error_message', p_job.error_message,
    'attempt', p_job.attempt, 'retry_count', p_job.retry_count, 'max_retries', p_job.max_retries,
    'created_at', p_job.created_at, 'started_at', p_job.started_at, 'completed_at', p_job.completed_at,
    'updated_at', p_job.updated_at)
$$;
comment on function private.job_record is 'A job as messages show it: without payload, result and error_detail.';

grant execute on function private.draft_record, private.asset_record, private.job_record to authenticated, service_role;

create function public.get_draft(p_draft_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select private.draft_record(d) from public.drafts d where d.id = p_draft_id
$$;
comment on function public.get_draft is 'A draft that the caller may read, or null.';

create function public.list_drafts(p_skip integer default 0, p_limit integer default 50) returns jsonb
language sql stable set search_path = '' as $$
  with mine as (select d from public.drafts d where d.owner_id = (select auth.uid()))
  select jsonb_build_object(
    'total', (select count(*) from mine),
    'items', coalesce((
      select jsonb_agg(private.draft_record(page.d) order by (page.d).created_at desc, (page.d).id) from (
        select d from mine order by (d).created_at desc, (d).id offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)
      ) page), '[]'))
$$;
comment on function public.list_drafts is 'The caller''s own drafts, newest first: {items, total}.';

create function public.list_draft_assets(p_draft_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(private.asset_record(a) order by a.sort_order), '[]')
  from public.draft_assets a where a.draft_id = p_draft_id
$$;
comment on function public.list_draft_assets is 'The cards of a draft in their order.';

create function public.get_draft_progress(p_draft_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'status', d.status, 'progress', d.progress, 'current_step', coalesce(j.current_step, 0),
    'total_steps', coalesce(j.total_steps, 0), 'message', coalesce(j.message, j.error_message))
  from public.drafts d
  left join lateral (
    select j.current_step, j.total_steps, j.message, j.error_message from public.jobs j
    where j.draft_id = d.id and j.parent_id is null
    order by j.id = d.active_job_id desc, j.created_at desc limit 1
  ) j on true
  where d.id = p_draft_id
$$;
comment on function public.get_draft_progress is 'Where the draft''s running, else its last, request stands; null when the caller may not read it.';

create function public.get_job(p_job_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_job public.jobs;
begin
  select * into v_job from public.jobs
  where id = p_job_id and (user_id = private.require_user() or private.is_staff());
  if v_job.id is null then
    return null;
  end if;
  return private.job_record(v_job) || jsonb_build_object('result', v_job.result)
    || case when private.is_staff() then jsonb_build_object('error_detail', v_job.error_detail) else '{}'::jsonb end;
end
$$;
comment on function public.get_job is 'A job of the caller, any job for staff, or null. Only staff see error_detail.';

create function public.list_jobs(
  p_status public.job_status default null, p_type public.job_type default null, p_draft_id uuid default null,
  p_is_everyones boolean default false, p_skip integer default 0, p_limit integer default 50
) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_found jsonb;
begin
  if p_is_everyones and not private.is_staff() then
    perform private.refuse('forbidden', 403, 'Only support and admins see the jobs of everyone.');
  end if;
  with found as (
    select j.id, j.created_at from public.jobs j
    where (p_is_everyones or j.user_id = v_user)
      and (p_status is null or j.status = p_status) and (p_type is null or j.type = p_type)
      and (p_draft_id is null or j.draft_id = p_draft_id)
  ), page as (
    select id from found order by created_at desc, id desc offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)
  )
  select jsonb_build_object(
    'total', (select count(*) from found),
    'items', coalesce(jsonb_agg(private.job_record(j) || jsonb_build_object(
      'result', null, 'user_email', case when p_is_everyones then p.email end, 'draft_name', d.name
    ) order by j.created_at desc, j.id desc), '[]'))
  into v_found
  from page join public.jobs j using (id) join public.profiles p on p.id = j.user_id left join public.drafts d on d.id = j.draft_id;
  return v_found;
end
$$;
comment on function public.list_jobs is 'Jobs of the caller, or of everyone for staff, newest first: {items, total}.';

create function public.list_universes(p_skip integer default 0, p_limit integer default 50) returns jsonb
language sql stable security definer set search_path = '' as $$
  with found as (
    select u.slug, u.visibility, r.*
    from public.universes u join public.releases r on r.id = u.release_id where u.visibility = 'public'
  )
  select jsonb_build_object(
    'total', (select count(*) from found),
    'items', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', f.universe_id, 'slug', f.slug, 'name', f.name, 'names', f.names, 'languages', to_jsonb(f.languages),
        'release', f.number, 'visibility', f.visibility, 'background_color', f.background_color, 'theme', f.theme,
        'card_count', f.card_count, 'thumbnail_path', f.thumbnail_path, 'published_at', f.published_at
      ) order by f.published_at desc, f.id)
      from (select * from found order by published_at desc, id offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)) f), '[]'))
$$;
comment on function public.list_universes is 'Published public universes, newest first: {items, total}.';

grant execute on function public.get_draft, public.list_drafts, public.list_draft_assets, public.get_draft_progress,
  public.get_job, public.list_jobs to authenticated;
grant execute on function public.list_universes to anon, authenticated;

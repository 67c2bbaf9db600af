-- How the last request of a draft ended: what of it was made, what was not, and why; also after a reload.
-- Only requests are in the index, which are few among the jobs, so it is made in a moment.
-- squawk-ignore-file require-concurrent-index-creation
set local lock_timeout = '1s';

create index jobs_ended_requests_idx on public.jobs (draft_id, completed_at desc)
  where draft_id is not null and parent_id is null and completed_at is not null;

create function private.reasons_of(p_request public.jobs) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('piece', f.piece, 'code', f.code, 'count', f.n) order by f.n desc, f.piece, f.code), '[]')
  from (
    select coalesce(private.piece_of(j), case j.type when 'publish' then 'release' else 'concepts' end) as piece,
      j.error_code as code, count(*) as n
    from public.jobs j
    where j.status = 'failed' and (j.parent_id = p_request.id or j.id = p_request.id and not j.is_parent)
    group by 1, 2
  ) f
$$;
comment on function private.reasons_of is 'Why parts of a request were not made: [{piece, code, count}], the most common one first.';

create function private.last_request(p_draft_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', j.id, 'status', j.status, 'ended_at', j.completed_at,
    'kind', case when j.type = 'publish' then 'publish' when (j.payload ->> 'is_ideas_only')::boolean then 'ideas' else 'make' end,
    'finished', case when j.is_parent then coalesce((j.result ->> 'completed')::integer, 0) else (j.status = 'completed')::integer end,
    'failed', case when j.is_parent then coalesce((j.result ->> 'failed')::integer, 0) else (j.status = 'failed')::integer end,
    'stopped', case when j.is_parent then coalesce((j.result ->> 'cancelled')::integer, 0) else (j.status = 'cancelled')::integer end,
    'reasons', case when j.error_code is null then '[]' else private.reasons_of(j) end)
  from public.jobs j
  where j.draft_id = p_draft_id and j.parent_id is null and j.completed_at is not null
  order by j.completed_at desc limit 1
$$;
comment on function private.last_request is
  'How the request of a draft that ended last has ended, for as long as its jobs are kept; null where there is none.';

create or replace function private.draft_record(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p_draft.id, 'slug', u.slug, 'name', p_draft.name, 'theme', p_draft.theme, 'template', p_draft.template_key,
    'names', private.draft_names(p_draft.id), 'languages', to_jsonb(p_draft.languages), 'count', p_draft.card_count,
    'status', p_draft.status, 'progress', p_draft.progress, 'revision', p_draft.revision, 'visibility', u.visibility,
    'background_color', p_draft.background_color, 'pieces', to_jsonb(p_draft.pieces), 'style', p_draft.style,
    'image_prompt', p_draft.image_prompt, 'video_prompt', p_draft.video_prompt, 'music_prompt', p_draft.music_prompt,
    'music_mood', p_draft.music_mood, 'music_genre', p_draft.music_genre, 'stale', private.stale_parts(p_draft),
    'active_job_id', p_draft.active_job_id, 'last_request', private.last_request(p_draft.id),
    'thumbnail_path', (
      select v.storage_path from public.draft_assets a
      join public.draft_asset_versions v on v.id = a.image_version_id
      where a.draft_id = p_draft.id order by a.sort_order limit 1),
    'music_path', (select storage_path from public.draft_versions where id = p_draft.music_version_id),
    'cover_path', (select storage_path from public.draft_versions where id = p_draft.cover_version_id),
    'poster_path', (select storage_path from public.draft_versions where id = p_draft.poster_version_id),
    'logo_path', (select storage_path from public.draft_versions where id = p_draft.logo_version_id),
    'release', (select number from public.releases where id = u.release_id),
    'created_at', p_draft.created_at, 'updated_at', p_draft.updated_at)
  from public.universes u where u.id = p_draft.universe_id
$$;

-- What the worker asks about a publication, and the one step that children notice.
set local lock_timeout = '1s';

create function private.missing_files(p_job_id uuid) returns setof private.publication_files
language sql stable security definer set search_path = '' as $$
  select f.* from private.publication_files f
  where f.job_id = p_job_id and not exists (
    select from storage.objects o where o.bucket_id = 'published' and o.name = f.path)
$$;
comment on function private.missing_files is 'Files of a publication that are not in the public bucket yet.';

create function public.get_missing_files(p_job_id uuid, p_attempt integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.hold_job(p_job_id, p_attempt);
  if not exists (select from private.publications where job_id = p_job_id) then
    return null;
  end if;
  return jsonb_build_object(
    'total', (select count(*) from private.publication_files where job_id = p_job_id),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('path', path, 'storage_path', storage_path) order by path), '[]')
      from private.missing_files(p_job_id)));
end
$$;
comment on function public.get_missing_files is
  'For a worker that holds a publication: how many files it has, and those that are still to be copied into the public bucket. Null where nobody knows any more what it was to publish. Refuses a stale attempt.';

create function public.note_copies(p_job_id uuid, p_attempt integer, p_copied integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
begin
  update public.jobs set
    current_step = least(greatest(p_copied, current_step), total_steps - 1),
    progress = least(99, 100 * greatest(p_copied, 0) / greatest(total_steps, 1)), message = 'copying'
  where id = v_job.id;
end
$$;
comment on function public.note_copies is
  'For a worker that holds a publication: that many of its files are in the public bucket. The last step is left to complete_job. Refuses a stale attempt.';

create or replace function private.apply_release(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_publication private.publications;
  v_content jsonb;
  v_universe public.universes;
  v_release uuid;
  v_number integer;
begin
  select * into v_publication from private.publications where job_id = p_job.id;
  select u.* into v_universe from public.universes u join public.drafts d on d.universe_id = u.id
  where d.id = p_job.draft_id for update of u;
  if v_universe.id is null then
    return;
  elsif v_publication.job_id is null then
    raise exception using errcode = '40001', message = 'what this was to publish holds no longer';
  end if;
  -- Against the sweep, which takes the same lock: what is there now stays. Otherwise the worker looks and copies again.
  perform pg_advisory_xact_lock_shared(hashtext('published files'));
  if not private.is_whole(p_job.id) then
    raise exception using errcode = '40001', message = 'files of this publication are not in the public bucket yet';
  end if;
  v_content := private.content_of(v_publication.manifest, 'path');
  v_number := 1 + coalesce((select max(number) from public.releases where universe_id = v_universe.id), 0);
  insert into public.releases (
    universe_id, number, name, theme, names, languages, background_color, thumbnail_path, cover_path, logo_path, poster_path,
    music_path, card_count, draft_revision, job_id, notes, override_reason, gaps
  ) select
    v_universe.id, v_number, c.name, c.theme, c.names, c.languages, c.background_color, v_content #>> '{assets,0,image_path}',
    c.cover_path, c.logo_path, c.poster_path, c.music_path, jsonb_array_length(v_content -> 'assets'), v_publication.revision,
    p_job.id, v_publication.notes, v_publication.override_reason, v_publication.gaps
  from jsonb_to_record(v_content) as c (
    name text, theme text, names jsonb, languages public.language[], background_color text, cover_path text, logo_path text,
    poster_path text, music_path text)
  returning id into v_release;
  insert into public.release_assets (
    release_id, asset_id, sort_order, concept, names, texts, speech, placeholder_color, image_path, image_sha256, image_prompt,
    video_path, video_prompt, model3d_path)
  select v_release, c.id, c.sort_order, m ->> 'concept', c.names, c.texts, c.speech, c.placeholder_color, c.image_path,
    m #>> '{image,sha256}', m ->> 'image_prompt', c.video_path, m ->> 'video_prompt', c.model3d_path
  from jsonb_to_recordset(v_content -> 'assets') as c (
    id uuid, sort_order integer, names jsonb, texts jsonb, speech jsonb, placeholder_color text, image_path text, video_path text,
    model3d_path text)
  join jsonb_array_elements(v_publication.manifest -> 'assets') m on (m ->> 'id')::uuid = c.id;
  insert into private.release_files (release_id, path, sha256, size_bytes)
  select v_release, path, sha256, size_bytes from private.publication_files where job_id = p_job.id;
  -- What children see changes here, and what its people see with the statement after it.
  update public.universes set
    release_id = v_release, name = v_content ->> 'name', visibility = v_publication.visibility
  where id = v_universe.id;
  update public.drafts set published_revision = v_publication.revision where id = p_job.draft_id;
  perform private.note_decision('publish', v_universe.id, jsonb_strip_nulls(jsonb_build_object(
    'release', v_number, 'visibility', v_publication.visibility, 'gaps', jsonb_array_length(v_publication.gaps),
    'reason', v_publication.override_reason)), p_job.user_id);
end
$$;

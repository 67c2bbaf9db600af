-- What the jobs of a card mean for the card, and what a worker needs to know of it.
set local lock_timeout = '1s';

-- A card is at work while any of its pieces is, and as far as all pieces of the same request are together.
create or replace function private.reflect_on_card(p_job public.jobs) returns void
language sql security definer set search_path = '' as $$
  with piece as (
    select bool_or(j.status in ('pending', 'processing')) as is_at_work,
      sum(j.weight * case when j.status in ('pending', 'processing') then j.progress else 100 end) / sum(j.weight) as progress,
      (array_agg(j.error_code order by j.completed_at desc) filter (where j.status = 'failed'))[1] as error_code,
      (array_agg(j.error_message order by j.completed_at desc) filter (where j.status = 'failed'))[1] as error_message
    from public.jobs j
    where j.asset_id = p_job.asset_id and j.parent_id is not distinct from p_job.parent_id
      and (p_job.parent_id is not null or j.id = p_job.id)
  )
  update public.draft_assets a set
    status = case
      when p.is_at_work then 'generating'::public.asset_status
      when p.error_code is not null and a.image_version_id is null then 'failed'
      when a.image_version_id is null then 'pending' else 'ready' end,
    -- It only rises: what is tried again was further already.
    progress = case
      when p.is_at_work then greatest(p.progress, case when a.status = 'generating' then a.progress end)
      when a.image_version_id is null then 0 else 100 end,
    error_code = p.error_code, error_message = p.error_message
  from piece p where a.id = p_job.asset_id
$$;

create function public.get_job_sources(p_job_id uuid, p_attempt integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
begin
  return jsonb_build_object(
    'image', (
      select jsonb_build_object('storage_path', v.storage_path, 'sha256', v.sha256, 'mime_type', v.mime_type)
      from public.draft_assets a join public.draft_asset_versions v on v.id = a.image_version_id where a.id = v_job.asset_id),
    'voice', (
      select jsonb_build_object('storage_path', v.storage_path, 'sha256', v.sha256, 'mime_type', v.mime_type)
      from public.draft_asset_translations t join public.draft_asset_versions v on v.id = t.speech_version_id
      where t.asset_id = v_job.asset_id and t.language::text = v_job.payload ->> 'voice_language'));
end
$$;
comment on function public.get_job_sources is
  'For a worker that holds the job: the card''s picture, and its spoken name in the payload''s voice_language; null where there is none. Refuses a stale attempt.';

-- A job without draft, card, model and parent changes nothing but itself: one statement is its fence and its result. All others
-- are held first, since their draft has to be taken before them.
set local lock_timeout = '1s';

alter function public.complete_job(uuid, integer, jsonb, timestamptz) rename to complete_held_job;
alter function public.complete_held_job(uuid, integer, jsonb, timestamptz) set schema private;

create function public.complete_job(p_job_id uuid, p_attempt integer, p_result jsonb, p_now timestamptz default now())
returns void language plpgsql security definer set search_path = '' as $$
begin
  update public.jobs set
    status = 'completed', progress = 100, current_step = total_steps, result = p_result, completed_at = p_now,
    lease_owner = null, lease_expires_at = null, deadline_at = null,
    error_code = null, error_message = null, error_detail = null,
    actual_duration_ms = private.milliseconds(started_at, p_now)
  where id = p_job_id and attempt = p_attempt and status = 'processing' and not is_parent
    and draft_id is null and asset_id is null and model_id is null and parent_id is null;
  if not found then
    perform private.complete_held_job(p_job_id, p_attempt, p_result, p_now);
  end if;
end
$$;
comment on function public.complete_job is
  'The result, what it changes (cards, picture, release), the event, progress and what it unblocks, in one transaction. Keeps the result for whoever asks for the same. Refuses a stale attempt.';

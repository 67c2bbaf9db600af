-- Requests whose answer came late cost what they cost, also when nobody waits for them any more.
set local lock_timeout = '1s';

create or replace function public.save_prediction(
  p_prediction_id uuid, p_attempt integer, p_external_id text, p_now timestamptz default now()
) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_prediction public.predictions;
  v_job public.jobs;
  v_price bigint;
begin
  select * into v_prediction from public.predictions where id = p_prediction_id;
  if v_prediction.id is null then
    perform private.refuse('not_found', 404, 'This prediction was not made here.');
  end if;
  perform from public.drafts where id = (select draft_id from public.jobs where id = v_prediction.job_id) for no key update;
  select * into v_job from public.jobs where id = v_prediction.job_id for update;
  select * into v_prediction from public.predictions where id = p_prediction_id for update;
  v_price := coalesce((select m.price_micros from public.models m where m.id = v_prediction.model_id), 0);
  if v_prediction.external_id <> p_external_id then
    perform private.refuse('stale_attempt', 409, 'This request belongs to another prediction.');
  elsif v_prediction.status not in ('submitting', 'open', 'lost') then
    return false;
  elsif v_job.status <> 'processing' or v_job.attempt <> p_attempt or v_prediction.status = 'lost' then
    -- Nobody waits for it, but the provider works on it: once its id is known, the sweep can cancel it.
    update public.predictions set external_id = p_external_id, status = 'open', submitted_at = coalesce(submitted_at, p_now),
      completed_at = null, cost_micros = v_price
    where id = p_prediction_id;
    return false;
  end if;
  update public.predictions p set
    external_id = p_external_id, attempt = p_attempt, status = 'open', submitted_at = coalesce(submitted_at, p_now),
    checked_at = coalesce(checked_at, p_now),
    cost_micros = v_price
  where id = p_prediction_id;
  -- The provider holds the job now, for as long as its model may take.
  update public.jobs set
    external_id = p_external_id, lease_owner = 'provider', progress = greatest(progress, 10),
    lease_expires_at = p_now + make_interval(secs => (
      select coalesce(max(m.timeout_seconds), 300) from public.models m where m.id = v_job.model_id))
  where id = v_job.id and external_id is distinct from p_external_id;
  return true;
end
$$;

-- Predictions: written down before a request leaves, found again when its answer is lost, paid for once.

create function public.record_prediction(p_job_id uuid, p_attempt integer, p_input jsonb, p_input_hash text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  v_id uuid;
begin
  insert into public.predictions (job_id, attempt, model_id, input, input_hash)
  values (p_job_id, p_attempt, v_job.model_id, p_input, p_input_hash) returning id into v_id;
  return v_id;
end
$$;
comment on function public.record_prediction is
  'Writes down that one request is about to leave for the provider. The id goes into its webhook address.';

create function public.save_prediction(
  p_prediction_id uuid, p_attempt integer, p_external_id text, p_now timestamptz default now()
) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_prediction public.predictions;
  v_job public.jobs;
begin
  select * into v_prediction from public.predictions where id = p_prediction_id;
  if v_prediction.id is null then
    perform private.refuse('not_found', 404, 'This prediction was not made here.');
  end if;
  perform from public.drafts where id = (select draft_id from public.jobs where id = v_prediction.job_id) for no key update;
  select * into v_job from public.jobs where id = v_prediction.job_id for update;
  select * into v_prediction from public.predictions where id = p_prediction_id for update;
  if v_prediction.external_id <> p_external_id then
    perform private.refuse('stale_attempt', 409, 'This request belongs to another prediction.');
  elsif v_prediction.status not in ('submitting', 'open', 'lost') then
    return false;
  elsif v_job.status <> 'processing' or v_job.attempt <> p_attempt or v_prediction.status = 'lost' then
    -- Nobody waits for it, but the provider works on it: once its id is known, the sweep can cancel it.
    update public.predictions set external_id = p_external_id, status = 'open', submitted_at = coalesce(submitted_at, p_now),
      completed_at = null
    where id = p_prediction_id;
    return false;
  end if;
  update public.predictions p set
    external_id = p_external_id, attempt = p_attempt, status = 'open', submitted_at = coalesce(submitted_at, p_now),
    checked_at = coalesce(checked_at, p_now),
    cost_micros = (select coalesce(max(m.price_micros), 0) from public.models m where m.id = p.model_id)
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
comment on function public.save_prediction is
  'The provider accepted the request: the job waits for it without a worker. p_attempt may be a later one than recorded: that adopts a stray. False when it has ended already, or when this attempt does not hold the job: then it is only written down, for the sweep to cancel.';

create function public.mark_prediction_lost(p_prediction_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.predictions set status = 'lost', completed_at = now() where id = p_prediction_id and status = 'submitting'
$$;
comment on function public.mark_prediction_lost is 'The provider never heard of this request.';

create function public.find_prediction(p_prediction_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p.id, 'external_id', p.external_id, 'status', p.status, 'job_id', j.id, 'attempt', p.attempt,
    'is_current', j.status = 'processing' and j.attempt = p.attempt,
    'type', j.type, 'user_id', j.user_id, 'draft_id', j.draft_id, 'asset_id', j.asset_id, 'payload', j.payload)
  from public.predictions p join public.jobs j on j.id = p.job_id where p.id = p_prediction_id
$$;
comment on function public.find_prediction is 'The prediction and its job, as the webhook and the sweep need it; null when unknown.';

create function public.get_open_predictions(p_limit integer, p_now timestamptz default now()) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_found jsonb;
begin
  with due as (
    select p.id from public.predictions p join public.jobs j on j.id = p.job_id
    where p.status = 'open' and (p.checked_at is null or p.checked_at
      <= p_now - make_interval(secs => (select prediction_check_seconds from private.settings)))
      -- What an earlier attempt left is for the next one to adopt or cancel, until that one has a prediction of its own.
      and j.status <> 'pending' and (j.status <> 'processing' or j.attempt = p.attempt or j.external_id is not null)
    order by p.checked_at nulls first limit p_limit for update of p skip locked
  ), touched as (
    update public.predictions p set checked_at = p_now from due where p.id = due.id returning p.*
  )
  select jsonb_agg(jsonb_build_object(
    'id', t.id, 'external_id', t.external_id, 'must_cancel', j.status <> 'processing' or j.attempt <> t.attempt))
  into v_found from touched t join public.jobs j on j.id = t.job_id;
  return coalesce(v_found, '[]');
end
$$;
comment on function public.get_open_predictions is
  'Predictions that nobody has asked the provider about lately; must_cancel when no job waits for them any more.';

create function public.settle_prediction(p_prediction_id uuid, p_status text) returns void
language sql security definer set search_path = '' as $$
  update public.predictions p set status = p_status, completed_at = now()
  where p.id = p_prediction_id and p.status in ('submitting', 'open')
    -- A success that came between two attempts is paid for: it stays open for the next attempt to adopt.
    and not (p_status = 'succeeded' and exists (
      select from public.jobs j where j.id = p.job_id
        and (j.status = 'pending' or j.status = 'processing' and j.external_id is null)))
$$;
comment on function public.settle_prediction is
  'What became of a prediction: succeeded, failed or cancelled. Its first end stays; a success that its job can still use stays open.';

-- The gate before every request to the provider, results that are never paid for twice, and strays of what was deleted.
set local lock_timeout = '1s';

create table private.results (
  input_hash text primary key,
  type public.job_type not null,
  result jsonb not null,
  created_at timestamptz not null default now()
);
comment on table private.results is 'What a model made of an input: the same model, input and seed is not paid for again.';
create index results_created_at_idx on private.results (created_at);

create table private.strays (
  prediction_id uuid primary key,
  external_id text not null,
  checked_at timestamptz
);
comment on table private.strays is 'Predictions that the provider works on for a job or an account that is gone: to be cancelled.';

create function private.tg_predictions__remember_stray() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.strays (prediction_id, external_id) values (old.id, old.external_id) on conflict do nothing;
  return old;
end
$$;
create trigger tg_predictions__remember_stray before delete on public.predictions
  for each row when (old.status = 'open' and old.external_id is not null)
  execute function private.tg_predictions__remember_stray();

drop function public.record_prediction(uuid, integer, jsonb, text);
create function public.record_prediction(
  p_job_id uuid, p_attempt integer, p_input jsonb, p_input_hash text, p_now timestamptz default now()
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  v_held_until timestamptz := (select held_until from private.provider_state);
  v_result jsonb;
  v_wait numeric;
  v_id uuid;
begin
  -- Of two jobs that ask for the same thing at once, the second sees the first.
  perform pg_advisory_xact_lock(hashtextextended('input ' || p_input_hash, 0));
  select result into v_result from private.results where input_hash = p_input_hash and type = v_job.type;
  if v_result is not null then
    return jsonb_build_object('action', 'reuse', 'result', v_result);
  end if;
  if v_held_until > p_now then
    v_wait := extract(epoch from v_held_until - p_now);
    perform public.defer_job(p_job_id, p_attempt, v_wait, 'provider_busy', 'The model is busy.', p_now);
  elsif exists (
    select from public.predictions p join public.jobs j on j.id = p.job_id
    where p.input_hash = p_input_hash and p.status in ('submitting', 'open') and p.job_id <> p_job_id
      -- One that is back in the queue will look for the answer that it missed.
      and j.status in ('pending', 'processing') and j.type = v_job.type
  ) then
    v_wait := (select twin_check_seconds from private.settings);
    perform public.defer_job(p_job_id, p_attempt, v_wait, 'being_made', 'The same is being made already.', p_now);
  else
    insert into public.predictions (job_id, attempt, model_id, input, input_hash, created_at)
    values (p_job_id, p_attempt, v_job.model_id, p_input, p_input_hash, p_now) returning id into v_id;
    return jsonb_build_object('action', 'submit', 'prediction_id', v_id);
  end if;
  return jsonb_build_object('action', 'wait', 'seconds', v_wait);
end
$$;
comment on function public.record_prediction is
  'The gate before every request: submit (written down, now send exactly one), reuse (paid for before), or wait (back in the queue: the provider asked for patience, or another job makes the same).';

create function public.forget_result(p_input_hash text) returns void
language sql security definer set search_path = '' as $$
  delete from private.results where input_hash = p_input_hash
$$;
comment on function public.forget_result is 'The file of this result is gone: it has to be made anew.';

create or replace function public.complete_job(
  p_job_id uuid, p_attempt integer, p_result jsonb, p_now timestamptz default now()
) returns void language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
  v_cost bigint := 0;
  v_paid boolean := false;
begin
  perform private.apply_result(v_job, p_result);
  if v_job.model_id is not null then
    update public.predictions set status = 'succeeded', completed_at = p_now
    where job_id = p_job_id and attempt = p_attempt and status = 'open';
    insert into private.results (input_hash, type, result, created_at)
    select p.input_hash, v_job.type, p_result, p_now from public.predictions p
    where p.job_id = p_job_id and p.attempt = p_attempt and p.status = 'succeeded' limit 1
    on conflict (input_hash) do update set result = excluded.result, created_at = excluded.created_at;
    v_paid := found;
    v_cost := (select coalesce(sum(cost_micros), 0) from public.predictions where job_id = p_job_id);
    update public.models set unavailable_since = null where id = v_job.model_id and unavailable_since is not null;
  end if;
  update public.jobs set
    status = 'completed', progress = 100, current_step = total_steps, result = p_result, completed_at = p_now,
    lease_owner = null, lease_expires_at = null, deadline_at = null,
    error_code = null, error_message = null, error_detail = null, cost_micros = v_cost,
    -- What was paid for before costs nobody credits.
    credits = case when v_job.model_id is null or v_paid then credits else 0 end,
    actual_duration_ms = private.milliseconds(started_at, p_now)
  where id = p_job_id;
end
$$;
comment on function public.complete_job is
  'The result, what it changes (cards, picture, release), the event, progress and what it unblocks, in one transaction. Keeps the result for whoever asks for the same. Refuses a stale attempt.';

create or replace function public.find_prediction(p_prediction_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p.id, 'external_id', p.external_id, 'status', p.status, 'job_id', j.id, 'attempt', p.attempt,
    'is_current', j.status = 'processing' and j.attempt = p.attempt, 'input_hash', p.input_hash,
    'retry_count', j.retry_count, 'max_retries', j.max_retries,
    'type', j.type, 'user_id', j.user_id, 'draft_id', j.draft_id, 'asset_id', j.asset_id, 'payload', j.payload)
  from public.predictions p join public.jobs j on j.id = p.job_id where p.id = p_prediction_id
$$;

create or replace function public.get_open_predictions(p_limit integer, p_now timestamptz default now()) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_before timestamptz := p_now - make_interval(secs => (select prediction_check_seconds from private.settings));
  v_found jsonb;
  v_strays jsonb;
begin
  with due as (
    select p.id from public.predictions p join public.jobs j on j.id = p.job_id
    where p.status = 'open' and (p.checked_at is null or p.checked_at <= v_before)
      -- What an earlier attempt left is for the next one to adopt or cancel, until that one has a prediction of its own.
      and j.status <> 'pending' and (j.status <> 'processing' or j.attempt = p.attempt or j.external_id is not null)
    order by p.checked_at nulls first limit p_limit for update of p skip locked
  ), touched as (
    update public.predictions p set checked_at = p_now from due where p.id = due.id returning p.*
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', t.id, 'external_id', t.external_id, 'must_cancel', j.status <> 'processing' or j.attempt <> t.attempt)), '[]')
  into v_found from touched t join public.jobs j on j.id = t.job_id;
  with due as (
    select prediction_id from private.strays where checked_at is null or checked_at <= v_before
    order by checked_at nulls first limit p_limit for update skip locked
  ), touched as (
    update private.strays s set checked_at = p_now from due where s.prediction_id = due.prediction_id returning s.*
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', prediction_id, 'external_id', external_id, 'must_cancel', true)), '[]')
  into v_strays from touched;
  return v_found || v_strays;
end
$$;
comment on function public.get_open_predictions is
  'Predictions that nobody has asked the provider about lately; must_cancel when no job waits for them any more, also where the job or its account is gone.';

create or replace function public.settle_prediction(p_prediction_id uuid, p_status text) returns void
language sql security definer set search_path = '' as $$
  update public.predictions p set status = p_status, completed_at = now()
  where p.id = p_prediction_id and p.status in ('submitting', 'open')
    -- A success that came between two attempts is paid for: it stays open for the next attempt to adopt.
    and not (p_status = 'succeeded' and exists (
      select from public.jobs j where j.id = p.job_id
        and (j.status = 'pending' or j.status = 'processing' and j.external_id is null)));
  delete from private.strays where prediction_id = p_prediction_id;
$$;

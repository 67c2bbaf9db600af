-- Several drafts are started at once: each is a request of its own, and all of them together are one generation.
set local lock_timeout = '1s';

create or replace function private.take_request(p_user_id uuid, p_is_generation boolean, p_credits integer, p_now timestamptz)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_plan public.plans := private.plan_of(p_user_id);
  v_today date := (p_now at time zone 'utc')::date;
  v_month date := date_trunc('month', p_now at time zone 'utc')::date;
  v_left jsonb;
  v_back integer;
begin
  insert into public.user_quotas (user_id) values (p_user_id) on conflict do nothing;
  perform from public.user_quotas where user_id = p_user_id for no key update;
  with back as (
    update public.credit_entries set is_counted = true where user_id = p_user_id and not is_counted returning credits
  )
  select coalesce(sum(credits), 0) into v_back from back;
  update public.user_quotas q set
    hour_started_at = case when q.hour_started_at + interval '1 hour' <= p_now then p_now else q.hour_started_at end,
    hour_count = 1 + case when q.hour_started_at + interval '1 hour' <= p_now then 0 else q.hour_count end,
    day = greatest(q.day, v_today), day_count = 1 + case when q.day < v_today then 0 else q.day_count end,
    generated_at = case when p_is_generation then greatest(q.generated_at, p_now) else q.generated_at end,
    credits_month = greatest(q.credits_month, v_month),
    credits_left = v_back + case when q.credits_month < v_month then v_plan.monthly_credits else q.credits_left end - p_credits
  where q.user_id = p_user_id
    and (q.hour_started_at + interval '1 hour' <= p_now or q.hour_count < v_plan.requests_per_hour)
    and (q.day < v_today or q.day_count < v_plan.requests_per_day)
    -- Of two requests at once, the one that began first may come second: without an interval that is no matter.
    and (not p_is_generation or v_plan.generation_interval_seconds = 0
      or q.generated_at + make_interval(secs => v_plan.generation_interval_seconds) <= p_now
      -- The time is that of the transaction: this one was let through already, with another draft of the batch.
      or q.generated_at = p_now and p_now = now())
    and v_back + case when q.credits_month < v_month then v_plan.monthly_credits else q.credits_left end >= p_credits;
  if found then
    return;
  end if;
  v_left := private.quota_of(p_user_id, p_now);
  if (v_left #>> '{requests,day,left}')::integer <= 0 then
    perform private.refuse_until('rate_limited', format('That is %s requests today; there will be more tomorrow.',
      v_plan.requests_per_day), (v_left #>> '{requests,day,reset_at}')::timestamptz);
  elsif (v_left #>> '{requests,hour,left}')::integer <= 0 then
    perform private.refuse_until('rate_limited', format('That is %s requests within an hour; wait a little.',
      v_plan.requests_per_hour), (v_left #>> '{requests,hour,reset_at}')::timestamptz);
  elsif p_is_generation and v_left #>> '{requests,generation,ready_at}' is not null
    and (v_left #>> '{credits,left}')::integer >= p_credits then
    perform private.refuse_until('rate_limited', 'One whole universe after the other; wait a moment.',
      (v_left #>> '{requests,generation,ready_at}')::timestamptz);
  else
    perform private.refuse_until('out_of_credits', format('This needs %s credits, and %s are left.', p_credits,
      v_left #>> '{credits,left}'), (v_left #>> '{credits,renewed_at}')::timestamptz);
  end if;
end
$$;

create function private.lock_batch(p_draft_ids uuid[]) returns uuid[]
language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(cardinality(p_draft_ids), 0) not between 1 and 30 or array_position(p_draft_ids, null) is not null then
    perform private.refuse('validation_failed', 422, 'Name 1 to 30 drafts.');
  end if;
  -- All of them before anything else, in the order of everybody: quotas are taken after drafts.
  perform from public.drafts
  where id = any (p_draft_ids) and (owner_id = (select auth.uid()) or id in (select private.shared_drafts()))
  order by id for no key update;
  return array(
    select wanted.id from (select distinct unnest(p_draft_ids) as id) wanted left join public.drafts d using (id)
    -- Owners' quotas too are taken in one order, whoever asks.
    order by d.owner_id, array_position(p_draft_ids, wanted.id));
end
$$;

create function public.request_generations(p_draft_ids uuid[], p_idempotency_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_answers jsonb := '{}';
  v_id uuid;
  v_job uuid;
  v_state text;
  v_code text;
  v_detail text;
  v_hint text;
begin
  foreach v_id in array private.lock_batch(p_draft_ids) loop
    begin
      v_job := public.request_generation(v_id, p_idempotency_key => md5(p_idempotency_key) || ':' || v_id);
      v_answers := v_answers || jsonb_build_object(v_id, jsonb_build_object('draft_id', v_id, 'job_id', v_job));
    exception when others then
      get stacked diagnostics v_state = returned_sqlstate, v_code = message_text, v_detail = pg_exception_detail, v_hint = pg_exception_hint;
      -- A refusal concerns this draft; anything else ends them all.
      if v_state not like 'PT%' then
        raise;
      end if;
      v_answers := v_answers || jsonb_build_object(v_id, jsonb_build_object('draft_id', v_id, 'refusal',
        jsonb_build_object('code', v_state, 'message', v_code, 'details', v_detail, 'hint', v_hint)));
    end;
  end loop;
  return (
    select jsonb_agg(v_answers -> asked.id::text order by asked.place)
    from (select id, min(n) as place from unnest(p_draft_ids) with ordinality as t (id, n) group by id) asked);
end
$$;
comment on function public.request_generations is
  'Starts what each of these drafts lacks: [{draft_id, job_id} or {draft_id, refusal}] in their order. What one is refused for does not stop the others.';
grant execute on function public.request_generations to authenticated;

set local lock_timeout = '1s';

-- A batch takes its interval once. Its transaction was known by its time, which another may share to the microsecond: of fifty
-- requests at once, two were granted. It is known by a setting of its own now.
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
      -- This transaction was let through already, with another draft of the batch.
      or q.generated_at = p_now and current_setting('private.generating', true) = p_user_id::text)
    and v_back + case when q.credits_month < v_month then v_plan.monthly_credits else q.credits_left end >= p_credits;
  if found then
    if p_is_generation then
      perform set_config('private.generating', p_user_id::text, true);
    end if;
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

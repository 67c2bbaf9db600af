-- Credits of requests: charged when they are made or made again, given back once for what was not made.
set local lock_timeout = '1s';

create function private.paid_credits(p_job_id uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(case kind when 'charge' then credits else -credits end), 0)::integer
  from public.credit_entries where job_id = p_job_id
$$;

create function private.charge(p_job public.jobs, p_credits integer, p_now timestamptz) returns void
language sql security definer set search_path = '' as $$
  insert into public.credit_entries (user_id, job_id, kind, round, credits, created_at)
  select p_job.user_id, p_job.id, 'charge', p_job.round, p_credits, p_now where p_credits > 0
$$;
comment on function private.charge is 'Notes what take_request has taken for this round of a request.';

create function private.settle_credits(p_job public.jobs) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- What was made, by this job itself or by its pieces.
  v_owed integer := case when p_job.is_parent then (
      select coalesce(sum(credits), 0) from public.jobs where parent_id = p_job.id and status = 'completed')
    when p_job.status = 'completed' then p_job.credits else 0 end;
  v_back integer := private.paid_credits(p_job.id) - v_owed;
begin
  if v_back > 0 then
    insert into public.credit_entries (user_id, job_id, kind, round, credits, is_counted)
    values (p_job.user_id, p_job.id, 'refund', p_job.round, v_back, false) on conflict do nothing;
  end if;
end
$$;
comment on function private.settle_credits is 'A request has ended: what was paid and not made goes back, once per round.';

-- The dashboard: figures of the engine, and everything about one job.
set local lock_timeout = '1s';

create function private.throughput(p_now timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_agg(jsonb_build_object('minute', m.minute, 'completed', coalesce(n.completed, 0), 'failed', coalesce(n.failed, 0)) order by m.minute)
  from generate_series(date_trunc('minute', p_now) - interval '59 minutes', date_trunc('minute', p_now), interval '1 minute') as m (minute)
  left join (
    select date_trunc('minute', completed_at) as minute,
      count(*) filter (where status = 'completed') as completed, count(*) filter (where status = 'failed') as failed
    from public.jobs where completed_at >= date_trunc('minute', p_now) - interval '59 minutes' and not is_parent group by 1
  ) n using (minute)
$$;

create function private.job_statistics(p_now timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
  with waiting as (
    select
      count(*) filter (where unmet_dependencies = 0 and run_at <= p_now) as ready,
      count(*) filter (where unmet_dependencies = 0 and run_at > p_now) as delayed,
      count(*) filter (where unmet_dependencies > 0) as blocked,
      min(run_at) filter (where unmet_dependencies = 0 and run_at <= p_now) as oldest,
      count(*) filter (where unmet_dependencies = 0
        and run_at < p_now - make_interval(secs => (select stuck_waiting_seconds from private.settings))) as stuck
    from public.jobs where status = 'pending' and not is_parent
  ), running as (
    select count(*) as n, count(*) filter (where lease_expires_at
      < p_now - make_interval(secs => (select stuck_lease_seconds from private.settings))) as stuck
    from public.jobs where status = 'processing' and not is_parent
  ), ended as (
    select count(*) filter (where status = 'completed') as completed, count(*) filter (where status = 'failed') as failed,
      count(*) filter (where status = 'cancelled') as cancelled
    from public.jobs where completed_at > p_now - interval '1 hour' and not is_parent
  ), workers as (
    select lease_owner as name, count(*) as jobs, min(started_at) as oldest_started_at, min(lease_expires_at) as lease_expires_at
    from public.jobs where status = 'processing' and not is_parent group by lease_owner order by lease_owner limit 100
  )
  select jsonb_build_object(
    'at', p_now,
    'counts', jsonb_build_object('waiting', w.ready, 'delayed', w.delayed, 'blocked', w.blocked, 'running', r.n),
    'last_hour', jsonb_build_object('completed', e.completed, 'failed', e.failed, 'cancelled', e.cancelled),
    'throughput', private.throughput(p_now),
    'queue_age_seconds', round(extract(epoch from p_now - w.oldest)),
    'failure_rate', round(e.failed::numeric / nullif(e.completed + e.failed, 0), 4),
    'workers', (select coalesce(jsonb_agg(to_jsonb(workers)), '[]') from workers),
    'stuck', w.stuck + r.stuck,
    'set_aside', (select count(*) from public.jobs
      where completed_at > p_now - interval '1 day' and status = 'failed' and error_code = 'worker_died'),
    'pauses', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'type', p.type, 'user_id', p.user_id, 'user_email', u.email,
        'reason', p.reason, 'paused_by_email', b.email, 'paused_at', p.paused_at) order by p.paused_at), '[]')
      from public.job_pauses p left join public.profiles u on u.id = p.user_id left join public.profiles b on b.id = p.paused_by
      where p.resumed_at is null),
    'provider_held_until', (select held_until from private.provider_state where held_until > p_now))
  from waiting w, running r, ended e
$$;

create function private.require_staff() returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_user();
  if not private.is_staff() then
    perform private.refuse('forbidden', 403, 'Only support and admins see this.');
  end if;
end
$$;

create function public.get_job_statistics() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_staff();
  return private.job_statistics(now());
end
$$;
comment on function public.get_job_statistics is
  'Staff: what waits and runs, the last hour, age of the queue, failure rate, workers with their leases, pauses.';

create function private.neighbours(p_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'type', type, 'status', status) order by created_at), '[]')
  from public.jobs where id = any (p_ids)
$$;

create function public.get_job_timeline(p_job_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_is_staff boolean := private.is_staff();
  v_job public.jobs;
begin
  select * into v_job from public.jobs where id = p_job_id and (user_id = private.require_user() or v_is_staff);
  if v_job.id is null then
    return null;
  end if;
  return jsonb_build_object(
    'job', case when v_is_staff then private.staff_job_record(v_job) || jsonb_build_object('error_detail', v_job.error_detail)
        else private.job_record(v_job) end
      || jsonb_build_object('payload', v_job.payload, 'result', v_job.result, 'credits', v_job.credits,
        'model', (select name from public.models where id = v_job.model_id),
        'estimated_duration_ms', v_job.estimated_duration_ms, 'actual_duration_ms', v_job.actual_duration_ms),
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object('sequence', e.sequence, 'event', e.event, 'actor', e.actor,
        'actor_email', (select p.email from public.profiles p where (v_is_staff or p.id = v_job.user_id)
          and p.id = case when e.actor ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.actor::uuid end),
        'from_status', e.from_status, 'to_status', e.to_status, 'data', e.data, 'created_at', e.created_at) order by e.sequence), '[]')
      from (select * from public.job_events where job_id = p_job_id order by sequence desc limit 500) e),
    -- The id of a prediction is the secret in its webhook address, so it stays here.
    'predictions', case when v_is_staff then (
      select coalesce(jsonb_agg(jsonb_build_object('attempt', p.attempt, 'model', (select name from public.models where id = p.model_id),
        'external_id', p.external_id, 'status', p.status, 'cost_micros', p.cost_micros, 'input', p.input,
        'created_at', p.created_at, 'submitted_at', p.submitted_at, 'completed_at', p.completed_at) order by p.created_at), '[]')
      from public.predictions p where p.job_id = p_job_id) else '[]' end,
    'children', (
      select coalesce(jsonb_agg(case when v_is_staff then private.staff_job_record(c) else private.job_record(c) end
        order by c.created_at), '[]') from public.jobs c where c.parent_id = p_job_id),
    'depends_on', private.neighbours(array(select depends_on_id from public.job_dependencies where job_id = p_job_id)),
    'unblocks', private.neighbours(array(select job_id from public.job_dependencies where depends_on_id = p_job_id)));
end
$$;
comment on function public.get_job_timeline is
  'A job of the caller, any job for staff, with its events, pieces and what it waits for; for staff also predictions and technical detail. Null when unknown.';
grant execute on function public.get_job_statistics, public.get_job_timeline to authenticated;

create or replace function public.get_job(p_job_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_is_staff boolean := private.is_staff();
  v_job public.jobs;
begin
  select * into v_job from public.jobs where id = p_job_id and (user_id = private.require_user() or v_is_staff);
  if v_job.id is null then
    return null;
  end if;
  return case when v_is_staff then private.staff_job_record(v_job) || jsonb_build_object('error_detail', v_job.error_detail)
    else private.job_record(v_job) end || jsonb_build_object('result', v_job.result);
end
$$;

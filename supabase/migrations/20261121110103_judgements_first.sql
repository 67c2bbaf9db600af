-- Whoever waits for a judgement sits before a page: it neither takes turns with pictures nor counts among them.
set local lock_timeout = '1s';

create function public.get_next_judgements(
  p_worker text, p_limit integer, p_now timestamptz default now(), p_payload_version integer default 1
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_settings private.settings;
  v_claimed jsonb;
  v_actor text := set_config('private.actor', p_worker, true);
begin
  -- Mostly there is none, and one look tells.
  if not exists (select from public.jobs j where j.type = 'moderate' and j.status = 'pending' and j.run_at <= p_now)
    or (select held_until from private.provider_state) > p_now then
    return '[]';
  end if;
  -- The slots of a model are counted by one claim at a time.
  perform pg_advisory_xact_lock(hashtextextended('model ' || m.id, 0))
  from (select id from public.models where job_type = 'moderate' order by id) m;
  select * into v_settings from private.settings;
  with due as (
    select j.id, j.model_id, row_number() over (partition by j.model_id order by j.run_at, j.created_at) as place
    from public.jobs j
    where j.type = 'moderate' and j.status = 'pending' and j.run_at <= p_now
      and (j.started_at is not null or j.expires_at > p_now) and j.payload_version <= p_payload_version
      and not exists (
        select from public.job_pauses p where p.resumed_at is null
          and (p.type = 'moderate' or p.user_id = j.user_id or p.type is null and p.user_id is null))
  ), chosen as (
    select d.id from due d left join public.models m on m.id = d.model_id
    where m.id is null or d.place <= m.max_concurrency - (
      select count(*) from public.jobs r where r.model_id = m.id and r.status = 'processing')
    order by d.place limit p_limit
  ), locked as (
    select j.id from public.jobs j join chosen using (id) where j.status = 'pending' for update of j skip locked
  ), claimed as (
    update public.jobs j set
      status = 'processing', attempt = attempt + 1, progress = 0, message = null, lease_owner = p_worker,
      lease_expires_at = p_now + make_interval(secs => v_settings.lease_seconds),
      deadline_at = p_now + make_interval(secs => v_settings.max_attempt_seconds),
      started_at = coalesce(started_at, p_now), external_id = null
    from locked l where j.id = l.id returning j.*
  )
  select jsonb_agg(private.claimed_job(c::public.jobs, p_now) order by c.run_at, c.created_at) into v_claimed from claimed c;
  return coalesce(v_claimed, '[]');
end
$$;
comment on function public.get_next_judgements is
  'Claims up to p_limit judgements for a worker, as get_next_jobs claims everything else: within the slots of their models and past pauses, but whatever else their users have running.';

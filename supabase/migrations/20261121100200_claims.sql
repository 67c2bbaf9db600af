-- Claims: users in turn, priority within a user, inside the limits, without one claim waiting for another's user.
set local lock_timeout = '1s';

-- As with records, a body that becomes a part of the query that calls it, and so finds its index.
create function private.is_claimable(
  p_job public.jobs, p_types public.job_type[], p_closed uuid[], p_version integer, p_now timestamptz
) returns boolean language sql stable
return (p_job).status = 'pending' and (p_job).unmet_dependencies = 0 and not (p_job).is_parent
  and (p_job).run_at <= p_now and ((p_job).started_at is not null or (p_job).expires_at > p_now)
  and (p_job).type = any (p_types) and (p_job).payload_version <= p_version
  and not coalesce((p_job).model_id = any (p_closed), false);
comment on function private.is_claimable is 'Due, not expired, of these types, of a version that the worker knows, of none of these models.';

create function private.take_lanes(
  p_count integer, p_types public.job_type[], p_closed uuid[], p_version integer, p_running integer, p_now timestamptz
) returns uuid[] language plpgsql security definer set search_path = ''
-- Lanes are read in the order of their index, no further than to the last one that is taken.
set enable_sort = off as $$
declare
  v_lanes uuid[];
begin
  select array_agg(taken.user_id) into v_lanes from (
    select l.user_id from private.lanes l cross join lateral (
      select from public.jobs j
      where j.user_id = l.user_id and private.is_claimable(j, p_types, p_closed, p_version, p_now) limit 1) next
    where not exists (select from public.job_pauses p where p.resumed_at is null and p.user_id = l.user_id)
      and p_running > (
        select count(*) from public.jobs r where r.user_id = l.user_id and r.status = 'processing' and not r.is_parent)
    order by l.served_at limit p_count for update of l skip locked
  ) taken;
  if v_lanes is null then
    -- Whoever could be served is in the hands of another claim: wait for that one, holding nothing.
    select array[l.user_id] into v_lanes from private.lanes l cross join lateral (
      select from public.jobs j
      where j.user_id = l.user_id and private.is_claimable(j, p_types, p_closed, p_version, p_now) limit 1) next
    where not exists (select from public.job_pauses p where p.resumed_at is null and p.user_id = l.user_id)
      and p_running > (
        select count(*) from public.jobs r where r.user_id = l.user_id and r.status = 'processing' and not r.is_parent)
    order by l.served_at limit 1 for update of l;
  end if;
  return v_lanes;
end
$$;
comment on function private.take_lanes is 'Locks the lanes of up to p_count users with something to claim, the one served longest ago first.';

create function private.take_slots(p_lanes uuid[], p_types public.job_type[], p_closed uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_model uuid;
begin
  -- The slots of a model are counted by one claim at a time. Those who wait hold lanes, which nobody waits for in turn.
  for v_model in
    select m.id from public.models m where m.job_type = any (p_types) and not m.id = any (p_closed) and exists (
      select from unnest(p_lanes) as l (user_id) join public.jobs j on j.user_id = l.user_id
      where j.status = 'pending' and j.unmet_dependencies = 0 and not j.is_parent and j.model_id = m.id)
    order by m.id
  loop
    perform pg_advisory_xact_lock(hashtextextended('model ' || v_model, 0));
  end loop;
end
$$;
comment on function private.take_slots is 'Takes turns for the models of what waits in these lanes.';

create function private.choose_jobs(
  p_lanes uuid[], p_limit integer, p_types public.job_type[], p_closed uuid[], p_version integer, p_running integer,
  p_now timestamptz
) returns uuid[] language plpgsql security definer set search_path = '' as $$
declare
  v_chosen uuid[];
begin
  with lane as (
    select l.user_id, l.place, p_running - (
      select count(*) from public.jobs r where r.user_id = l.user_id and r.status = 'processing' and not r.is_parent) as free
    from unnest(p_lanes) with ordinality as l (user_id, place)
  ), candidate as (
    select j.id, j.model_id, l.place, row_number() over (
      partition by l.user_id order by j.priority desc, j.run_at, j.created_at) as turn
    from lane l cross join lateral (
      select j.id, j.model_id, j.priority, j.run_at, j.created_at from public.jobs j
      where j.user_id = l.user_id and private.is_claimable(j, p_types, p_closed, p_version, p_now)
      order by j.priority desc, j.run_at, j.created_at limit greatest(l.free, 0)
    ) j
  ), within_model as (
    select c.*, row_number() over (partition by c.model_id order by c.turn, c.place) as model_turn from candidate c
  ), chosen as (
    select w.id from within_model w left join public.models m on m.id = w.model_id
    where m.id is null or w.model_turn <= m.max_concurrency - (
      select count(*) from public.jobs r where r.model_id = m.id and r.status = 'processing')
    order by w.turn, w.place limit p_limit
  ), locked as (
    select j.id from public.jobs j join chosen using (id) where j.status = 'pending' for update of j skip locked
  )
  select array_agg(id) into v_chosen from locked;
  return v_chosen;
end
$$;
comment on function private.choose_jobs is
  'Locks up to p_limit jobs of these users, one of each before a second of any, within the limits per user and model.';

-- The floor: what claiming and completing costs in plain SKIP LOCKED functions, over a table with the columns of
-- public.jobs and an index for the claim. No limits, no rotation, no events, no messages.
create schema floor;

create table floor.jobs (like public.jobs including defaults including generated, primary key (id)) with (fillfactor = 70);
create index on floor.jobs (priority desc, run_at, id)
  where status = 'pending' and unmet_dependencies = 0 and not is_parent;

create function floor.claim(p_worker text, p_limit integer) returns jsonb language sql as $$
  with locked as materialized (
    select id from floor.jobs
    where status = 'pending' and unmet_dependencies = 0 and not is_parent and run_at <= now()
    order by priority desc, run_at, id limit p_limit for update skip locked
  ), claimed as (
    update floor.jobs j set
      status = 'processing', attempt = j.attempt + 1, lease_owner = p_worker,
      lease_expires_at = now() + interval '60 seconds', started_at = coalesce(j.started_at, now())
    from locked where j.id = locked.id
    returning j.id, j.attempt, j.payload
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'attempt', attempt, 'payload', payload)), '[]') from claimed
$$;

create function floor.complete(p_id uuid, p_attempt integer) returns void language sql as $$
  update floor.jobs set
    status = 'completed', progress = 100, result = '{}', completed_at = now(), lease_owner = null, lease_expires_at = null
  where id = p_id and attempt = p_attempt and status = 'processing'
$$;

create function floor.complete_all(p_ids uuid[], p_attempts integer[]) returns void language sql as $$
  update floor.jobs j set
    status = 'completed', progress = 100, result = '{}', completed_at = now(), lease_owner = null, lease_expires_at = null
  from unnest(p_ids, p_attempts) as done (id, attempt)
  where j.id = done.id and j.attempt = done.attempt and j.status = 'processing'
$$;

-- Running again: a job that failed or was stopped, or what failed of a request.
set local lock_timeout = '1s';

create function private.is_made_since(p_job public.jobs) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.jobs n
    where n.draft_id = p_job.draft_id and n.asset_id is not distinct from p_job.asset_id
      and (n.asset_id is not null or n.type in ('generate_music', 'generate_graphic'))
      and n.type = p_job.type and n.status = 'completed' and n.created_at > p_job.created_at
      and (n.type <> 'generate_graphic' or n.payload ->> 'kind' = p_job.payload ->> 'kind')
      and (n.type <> 'generate_speech' or n.payload ->> 'language' = p_job.payload ->> 'language'))
$$;
comment on function private.is_made_since is 'Whether a later job has made what this one was to make.';

-- Which jobs run again with this one: itself, its request (which runs while a piece does), the failed pieces of a
-- request, what was cancelled because it waited for one of them, and what they wait for themselves.
create function private.jobs_to_retry(p_job public.jobs) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with recursive again as (
    select j.id from public.jobs j
    where (j.id in (p_job.id, p_job.parent_id) or j.parent_id = p_job.id)
      and (j.status in ('failed', 'cancelled') or j.is_parent and j.status = 'completed')
      and (j.id = p_job.id or not private.is_made_since(j))
    union
    select near.id from again a cross join lateral (
      select j.id, j.parent_id from public.job_dependencies d join public.jobs j on j.id = d.job_id
      where d.depends_on_id = a.id and j.status = 'cancelled' and j.error_code = 'dependency_failed'
      union all
      select j.id, j.parent_id from public.job_dependencies d join public.jobs j on j.id = d.depends_on_id
      where d.job_id = a.id and j.status in ('failed', 'cancelled') and not j.is_parent and not private.is_made_since(j)
    ) near
    where near.parent_id is not distinct from case when p_job.is_parent then p_job.id else p_job.parent_id end
  )
  select id from again
$$;

create function private.retry(p_job public.jobs, p_is_free boolean, p_now timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_ids uuid[];
  v_again record;
  v_root public.jobs;
  v_credits integer;
begin
  perform private.refuse_retry(p_job);
  v_ids := array(select private.jobs_to_retry(p_job));
  if not exists (select from public.jobs where id = any (v_ids) and not is_parent) then
    perform private.refuse('nothing_to_do', 409, 'Nothing of this failed.');
  end if;
  select * into v_root from public.jobs where id = coalesce(p_job.parent_id, p_job.id);
  -- A request that is run again as a whole, or from its concepts, may still make what it never came to; else its pieces
  -- cost what they cost.
  v_credits := case when p_job.is_parent or p_job.type = 'generate_concepts'
    then greatest(0, v_root.credits - private.paid_credits(v_root.id))
    else (select coalesce(sum(credits), 0) from public.jobs where id = any (v_ids) and not is_parent) end;
  -- A publication asks no model, so trying it again is no request.
  if not p_is_free and p_job.type <> 'publish' then
    perform private.take_request(p_job.user_id, false, v_credits, p_now);
  end if;
  perform private.open_lanes(array[p_job.user_id]);
  for v_again in
    select j.id, j.is_parent from public.jobs j where j.id = any (v_ids) order by j.is_parent desc, j.created_at
  loop
    perform set_config('private.retrying', v_again.id::text, true);
    update public.jobs set
      status = case when is_parent then 'processing'::public.job_status else 'pending' end,
      started_at = case when is_parent then p_now end, completed_at = null, actual_duration_ms = null,
      run_at = p_now, expires_at = p_now + make_interval(secs => (select start_within_seconds from private.settings)),
      retry_count = 0, death_count = 0, round = round + 1,
      error_code = null, error_message = null, error_detail = null, result = null,
      -- What failed and is not run again has been made by a later job.
      unmet_dependencies = (select count(*) from public.job_dependencies d join public.jobs e on e.id = d.depends_on_id
        where d.job_id = v_again.id and e.status <> 'completed' and (e.id = any (v_ids) or e.completed_at is null)),
      progress = case when is_parent then least(progress, 99) else 0 end
    where id = v_again.id;
  end loop;
  perform set_config('private.retrying', '', true);
  if not p_is_free then
    perform private.charge(r, v_credits, p_now) from public.jobs r where r.id = v_root.id;
  end if;
end
$$;
comment on function private.retry is 'Runs a held, ended job again, or the failed parts of a request that no later one has made. Free of quota and credits for who acts for an admin.';

create or replace function public.retry_job(p_job_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.own_job(p_job_id);
begin
  perform private.retry(v_job, v_job.user_id is distinct from auth.uid(), now());
  return p_job_id;
end
$$;
comment on function public.retry_job is
  'Runs a failed or stopped job again, or the failed parts of a request that no later one has made. Counts as one request of its owner; an admin''s retry counts for nobody.';

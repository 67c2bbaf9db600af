-- Roll-up, once per statement: from jobs to their cards, those that wait for them, their parents and their drafts.
set local lock_timeout = '1s';

create function private.free_dependents(p_job public.jobs) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_job.status = 'completed' then
    update public.jobs set unmet_dependencies = unmet_dependencies - 1
    where id in (select job_id from public.job_dependencies where depends_on_id = p_job.id) and unmet_dependencies > 0;
  else
    -- What waited for this can never start.
    update public.jobs set status = 'cancelled', completed_at = now(), error_code = 'dependency_failed',
      error_message = 'What this needed was not made.'
    where id in (select job_id from public.job_dependencies where depends_on_id = p_job.id) and status = 'pending';
  end if;
end
$$;
comment on function private.free_dependents is 'A job has ended: what waited for it is nearer to its start, or will never start.';

create function private.roll_up(p_jobs public.jobs[], p_is_new boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
  v_id uuid;
begin
  perform from public.drafts d where d.id in (select j.draft_id from unnest(p_jobs) j) order by d.id for no key update;
  for v_job in select j.* from unnest(p_jobs) j where j.asset_id is not null order by j.draft_id, j.created_at loop
    perform private.reflect_on_card(v_job);
  end loop;
  if not p_is_new then
    for v_job in
      select j.* from unnest(p_jobs) j where j.status in ('completed', 'failed', 'cancelled')
        and exists (select from public.job_dependencies d where d.depends_on_id = j.id)
      order by j.draft_id, j.created_at
    loop
      perform private.free_dependents(v_job);
    end loop;
  end if;
  for v_id in
    select distinct j.parent_id from unnest(p_jobs) j
    where j.parent_id is not null and (not p_is_new or j.status = 'cancelled') order by 1
  loop
    perform private.settle_parent(v_id);
  end loop;
  for v_job in
    select j.* from unnest(p_jobs) j
    -- What turned out to be paid for before costs nothing any more, and was charged.
    where j.parent_id is null and (j.credits > 0 or j.model_id is not null)
      and j.status in ('completed', 'failed', 'cancelled') order by j.id
  loop
    perform private.settle_credits(v_job);
  end loop;
  for v_id in
    select distinct j.draft_id from unnest(p_jobs) j where j.draft_id is not null and j.parent_id is null order by 1
  loop
    perform private.settle_draft(v_id);
  end loop;
end
$$;
comment on function private.roll_up is 'Under the drafts'' locks: what these changes mean for cards, dependents, parents, credits and drafts.';

create function private.tg_jobs__roll_up_creation() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_jobs public.jobs[] := (select array_agg(n::public.jobs) from new_rows n where n.draft_id is not null or n.parent_id is not null);
begin
  if v_jobs is not null then
    perform private.roll_up(v_jobs, true);
  end if;
  return null;
end
$$;
create trigger tg_jobs__roll_up_creation after insert on public.jobs referencing new table as new_rows
  for each statement execute function private.tg_jobs__roll_up_creation();

create function private.tg_jobs__roll_up_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  -- A claim changes nothing for card, parent and draft: they have been at work since the job was made.
  v_jobs public.jobs[] := (
    select array_agg(n::public.jobs) from new_rows n join old_rows o using (id)
    where (n.status, n.progress) is distinct from (o.status, o.progress)
      and not (o.status = 'pending' and n.status = 'processing')
      and (n.draft_id is not null or n.parent_id is not null or o.credits > 0
        or exists (select from public.job_dependencies d where d.depends_on_id = n.id)));
begin
  if v_jobs is not null then
    perform private.roll_up(v_jobs, false);
  end if;
  return null;
end
$$;
create trigger tg_jobs__roll_up_change after update on public.jobs
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.tg_jobs__roll_up_change();

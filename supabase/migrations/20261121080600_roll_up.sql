-- Roll-up: what a job's end means for those that wait for it, for its parent, its card and its draft.

create function private.settle_parent(p_parent_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_parent public.jobs;
  v record;
begin
  select * into v_parent from public.jobs where id = p_parent_id for update;
  if v_parent.id is null or v_parent.status in ('completed', 'failed', 'cancelled') then
    return;
  end if;
  select
    count(*) as n,
    count(*) filter (where status = 'completed') as completed,
    count(*) filter (where status = 'failed') as failed,
    count(*) filter (where status in ('completed', 'failed', 'cancelled')) as ended,
    coalesce(sum(weight), 0) as weight,
    coalesce(sum(weight * case when status in ('completed', 'failed', 'cancelled') then 100 else progress end), 0) as done,
    (array_agg(error_code order by completed_at) filter (where status = 'failed'))[1] as error_code,
    (array_agg(error_message order by completed_at) filter (where status = 'failed'))[1] as error_message
  into v from public.jobs where parent_id = p_parent_id;
  if v.n = 0 then
    return;
  end if;
  if v.ended < v.n then
    update public.jobs set
      progress = least(99, greatest(progress, v.done / greatest(v.weight, planned_weight, 1))),
      current_step = v.ended, total_steps = greatest(v.n, planned_steps)
    where id = p_parent_id;
    return;
  end if;
  update public.jobs set
    status = case
      when v.completed = 0 and v.failed > 0 then 'failed'::public.job_status
      when v.completed = 0 then 'cancelled' else 'completed' end,
    progress = case when v.completed = 0 then progress else 100 end,
    current_step = v.ended, total_steps = v.n,
    error_code = v.error_code, error_message = v.error_message,
    result = jsonb_build_object('completed', v.completed, 'failed', v.failed, 'cancelled', v.ended - v.completed - v.failed),
    completed_at = now(), started_at = coalesce(started_at, now()),
    actual_duration_ms = extract(epoch from now() - coalesce(started_at, created_at)) * 1000
  where id = p_parent_id;
end
$$;
comment on function private.settle_parent is
  'Progress of a request from its children by weight (it only rises), and its end when all of them have ended.';

create function private.settle_draft(p_draft_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts;
  v_active public.jobs;
  v_is_publishing boolean;
  v_cards integer;
  v_ready integer;
  v_failed boolean;
  v_status public.draft_status;
begin
  select * into v_draft from public.drafts where id = p_draft_id for no key update;
  if v_draft.id is null then
    return;
  end if;
  select * into v_active from public.jobs
  where draft_id = p_draft_id and status in ('pending', 'processing') and parent_id is null
  order by created_at desc limit 1;
  select exists (
    select from public.jobs where draft_id = p_draft_id and status in ('pending', 'processing') and type = 'publish'
  ) into v_is_publishing;
  select count(*), count(image_version_id) into v_cards, v_ready from public.draft_assets where draft_id = p_draft_id;
  if v_active.id is null and v_ready = 0 then
    select coalesce((
      -- A request that made its concepts but not one picture has completed, with an error.
      select status = 'failed' or error_code is not null from public.jobs where draft_id = p_draft_id and parent_id is null
      order by created_at desc limit 1), false) into v_failed;
  end if;
  v_status := case
    when v_is_publishing then 'publishing'
    when v_active.id is not null then 'generating'
    when v_cards > 0 and v_ready = v_cards and v_draft.published_revision = v_draft.revision then 'published'
    when v_cards > 0 and v_ready = v_cards then 'ready'
    when v_ready > 0 then 'partial'
    when v_failed then 'failed'
    else 'draft' end;
  update public.drafts set
    status = v_status, active_job_id = v_active.id,
    progress = case when v_active.id is not null then v_active.progress
      when v_status in ('ready', 'published') then 100
      when v_cards > 0 then 100 * v_ready / v_cards else 0 end
  where id = p_draft_id
    and (status, active_job_id, progress) is distinct from (
      v_status, v_active.id, (case when v_active.id is not null then v_active.progress
        when v_status in ('ready', 'published') then 100
        when v_cards > 0 then 100 * v_ready / v_cards else 0 end)::smallint);
end
$$;
comment on function private.settle_draft is 'Status and progress of a draft from its cards and its running jobs.';

-- The card shows the state of the job that works on it; a failed try keeps the picture it had.
create function private.reflect_on_card(p_job public.jobs) returns void
language sql security definer set search_path = '' as $$
  update public.draft_assets a set
    status = case
      when p_job.status in ('pending', 'processing') then 'generating'::public.asset_status
      when p_job.status = 'failed' and a.image_version_id is null then 'failed'
      when a.image_version_id is null then 'pending' else 'ready' end,
    progress = case when p_job.status in ('pending', 'processing') then p_job.progress
      when a.image_version_id is null then 0 else 100 end,
    error_code = case when p_job.status = 'failed' then p_job.error_code end,
    error_message = case when p_job.status = 'failed' then p_job.error_message end
  where a.id = p_job.asset_id
$$;

create function private.tg_jobs__roll_up() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- A claim changes nothing for card, parent and draft: they have been at work since the job was made.
  if tg_op = 'UPDATE' and ((new.status, new.progress) is not distinct from (old.status, old.progress)
    or old.status = 'pending' and new.status = 'processing') then
    return null;
  end if;
  perform from public.drafts where id = new.draft_id for no key update;
  if new.asset_id is not null then
    perform private.reflect_on_card(new);
  end if;
  if new.status = 'completed' and tg_op = 'UPDATE' then
    update public.jobs set unmet_dependencies = unmet_dependencies - 1
    where id in (select job_id from public.job_dependencies where depends_on_id = new.id) and unmet_dependencies > 0;
  elsif new.status in ('failed', 'cancelled') and tg_op = 'UPDATE' then
    -- What waited for this can never start.
    update public.jobs set status = 'cancelled', completed_at = now(), error_code = 'dependency_failed',
      error_message = 'What this needed was not made.'
    where id in (select job_id from public.job_dependencies where depends_on_id = new.id) and status = 'pending';
  end if;
  if new.parent_id is not null and tg_op = 'UPDATE' then
    perform private.settle_parent(new.parent_id);
  end if;
  if new.draft_id is not null and new.parent_id is null then
    perform private.settle_draft(new.draft_id);
  end if;
  return null;
end
$$;
comment on function private.tg_jobs__roll_up is 'Under the draft''s lock: from the job to its card, those that wait for it, its parent and its draft.';
create trigger tg_jobs__roll_up after insert or update on public.jobs
  for each row execute function private.tg_jobs__roll_up();

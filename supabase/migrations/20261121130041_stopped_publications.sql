-- An admin who tries many jobs again does not publish what its owner stopped from being published.

set local lock_timeout = '1s';

create or replace function public.change_jobs(
  p_action text, p_filter jsonb, p_priority integer default null, p_is_dry_run boolean default true, p_limit integer default 200
)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_conditions text;
  v_matched integer;
  v_ids uuid[];
  v_last jsonb;
  v_job public.jobs;
  v_id uuid;
  v_changed integer := 0;
  v_refused integer := 0;
begin
  perform private.require_admin();
  if p_action is null or p_action not in ('retry', 'cancel', 'reprioritise') then
    perform private.refuse('validation_failed', 422, 'The action is retry, cancel or reprioritise.');
  elsif p_action = 'reprioritise' and (p_priority is null or p_priority not between 1 and 10) then
    perform private.refuse('validation_failed', 422, 'A priority is 1 to 10; 10 goes first.');
  end if;
  v_conditions := private.job_conditions(p_filter) || case when p_action = 'retry'
    -- What its owner stopped from being published is not for others to publish.
    then ' and j.status in (''failed'', ''cancelled'') and not (j.type = ''publish'' and j.status = ''cancelled'')'
    else ' and j.status in (''pending'', ''processing'')' end;
  v_matched := private.count_jobs(v_conditions);
  if p_is_dry_run then
    return jsonb_build_object('matched', v_matched, 'changed', 0, 'refused', 0, 'next', null);
  end if;
  select array_agg(j.id order by j.draft_id, j.created_at desc, j.id),
    (array_agg(jsonb_build_object('created_at', j.created_at, 'id', j.id) order by j.created_at, j.id))[1]
  into v_ids, v_last from private.page_of_jobs(v_conditions, least(greatest(p_limit, 1), 500), 0) j;
  -- All drafts at first, in one order, as for everyone who takes several; then the jobs, before the first message takes
  -- a number: a claim holds its jobs while it waits for that.
  perform from public.drafts d where d.id in (select draft_id from public.jobs where id = any (v_ids)) order by d.id for no key update;
  if p_action = 'retry' then
    perform private.open_lanes(array(select user_id from public.jobs where id = any (v_ids)));
  end if;
  perform from public.jobs j where j.id = any (v_ids) or j.parent_id = any (v_ids) order by j.is_parent, j.id for update;
  foreach v_id in array coalesce(v_ids, '{}') loop
    begin
      v_job := private.own_job(v_id);
      case p_action
        when 'retry' then perform private.retry(v_job, true, now());
        when 'cancel' then perform private.cancel(v_job);
        else perform private.reprioritise(v_job, p_priority);
      end case;
      v_changed := v_changed + 1;
    exception when sqlstate 'PT404' or sqlstate 'PT409' then
      -- Its request took it along, or it moved on by itself.
      v_refused := v_refused + 1;
    end;
  end loop;
  return jsonb_build_object('matched', v_matched, 'changed', v_changed, 'refused', v_refused,
    'next', case when cardinality(v_ids) = least(greatest(p_limit, 1), 500)
      then v_last end);
end
$$;

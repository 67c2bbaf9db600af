-- A person's own list shows what they asked for. That their words were judged on the way is not among it, unless they look for that.
set local lock_timeout = '1s';

create function private.asked_for() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_agg(t) from unnest(enum_range(null::public.job_type)) t where t <> 'moderate'
$$;
comment on function private.asked_for is 'The types of jobs that a person asks for.';

create or replace function public.list_jobs(
  p_filter jsonb default '{}', p_is_everyones boolean default false, p_limit integer default 50, p_skip integer default 0
) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_limit integer := least(greatest(p_limit, 1), case when p_is_everyones then 1000 else 100 end);
  v_filter jsonb := case when p_is_everyones then p_filter
    else jsonb_build_object('type', private.asked_for()) || p_filter || jsonb_build_object('user_id', v_user) end;
  v_conditions text;
  v_total integer;
  v_items jsonb;
  v_last jsonb;
  v_has_more boolean;
begin
  if p_is_everyones and not private.is_staff() then
    perform private.refuse('forbidden', 403, 'Only support and admins see the jobs of everyone.');
  end if;
  v_conditions := private.job_conditions(v_filter);
  v_total := private.count_jobs(private.job_conditions(v_filter - 'after'));
  -- One row more than asked for tells whether there is a next page.
  with found as (
    select j, row_number() over (order by j.created_at desc, j.id desc) as place
    from private.page_of_jobs(v_conditions, v_limit + 1, greatest(p_skip, 0)) j
  )
  select
    jsonb_agg(case when p_is_everyones then private.staff_job_record(j) else
      private.job_record(j) || jsonb_build_object('draft_name', (select name from public.drafts where id = (j).draft_id)) end
      || jsonb_build_object('result', null) order by place) filter (where place <= v_limit),
    (array_agg(jsonb_build_object('created_at', (j).created_at, 'id', (j).id)) filter (where place = v_limit))[1],
    max(place) > v_limit
  into v_items, v_last, v_has_more from found;
  return jsonb_build_object('total', v_total, 'items', coalesce(v_items, '[]'), 'next', case when v_has_more then v_last end);
end
$$;
comment on function public.list_jobs is
  'Jobs of the caller, or of everyone for staff, newest first: {items, total (exact to 10,000), next (the after of the next page, or null)}. One''s own without those in which words were judged, unless the filter names that type.';

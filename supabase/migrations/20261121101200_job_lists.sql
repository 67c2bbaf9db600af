-- Lists of jobs: one filter for lists, exports and actions in bulk, and pages by key.
set local lock_timeout = '1s';

create function private.filter_ids(p_filter jsonb, p_key text) returns uuid
language plpgsql immutable set search_path = '' as $$
begin
  return (p_filter ->> p_key)::uuid;
exception when invalid_text_representation then
  perform private.refuse('validation_failed', 422, format('%s is not an id.', p_key));
end
$$;

create function private.text_condition(p_text text, p_user_id uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  v_like text := '%' || replace(replace(replace(p_text, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  if p_text ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return case
      when exists (select from public.profiles where id = p_text::uuid) then format('j.user_id = %L', p_text)
      when exists (select from public.drafts where id = p_text::uuid) then format('j.draft_id = %L', p_text)
      else format('(j.id = %L or j.parent_id = %1$L)', p_text) end;
  end if;
  -- Found in the small tables first, so that the big one is asked by its indexes.
  return format('(j.user_id = any (%L::uuid[]) or j.draft_id = any (%L::uuid[]) or j.status = ''failed'' and j.error_code = %L)',
    array(select id from public.profiles where email ilike v_like and (p_user_id is null or id = p_user_id)
      order by created_at desc limit 1000),
    array(select id from public.drafts where (name ilike v_like or theme ilike v_like)
      and (p_user_id is null or owner_id = p_user_id) order by created_at desc limit 1000), p_text);
end
$$;
comment on function private.text_condition is 'Jobs by an id, by e-mail, name or theme of the draft, or by the code of their error.';

create function private.job_conditions(p_filter jsonb) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  v_parts text[] := '{true}';
  v_key text;
  v_settings private.settings;
begin
  if jsonb_typeof(p_filter) is distinct from 'object' then
    perform private.refuse('validation_failed', 422, 'A filter is an object.');
  end if;
  if p_filter ? 'status' then
    v_parts := v_parts || format('j.status = any (%L::public.job_status[])',
      array(select jsonb_array_elements_text(p_filter -> 'status'))::public.job_status[]);
  end if;
  if p_filter ? 'type' then
    v_parts := v_parts || format('j.type = any (%L::public.job_type[])',
      array(select jsonb_array_elements_text(p_filter -> 'type'))::public.job_type[]);
  end if;
  foreach v_key in array array['user_id', 'draft_id', 'parent_id'] loop
    if p_filter ? v_key then
      v_parts := v_parts || format('j.%I = %L', v_key, private.filter_ids(p_filter, v_key));
    end if;
  end loop;
  if p_filter ? 'universe_slug' then
    v_parts := v_parts || format('j.draft_id = any (%L::uuid[])', array(
      select d.id from public.drafts d join public.universes u on u.id = d.universe_id where u.slug = p_filter ->> 'universe_slug'));
  end if;
  if btrim(p_filter ->> 'text') <> '' then
    v_parts := v_parts || private.text_condition(btrim(p_filter ->> 'text'), private.filter_ids(p_filter, 'user_id'));
  end if;
  if p_filter ? 'created_from' then
    v_parts := v_parts || format('j.created_at >= %L', (p_filter ->> 'created_from')::timestamptz);
  end if;
  if p_filter ? 'created_to' then
    v_parts := v_parts || format('j.created_at < %L', (p_filter ->> 'created_to')::timestamptz);
  end if;
  if (p_filter ->> 'is_stuck')::boolean then
    select * into v_settings from private.settings;
    v_parts := v_parts || format($sql$(
      j.status = 'processing' and not j.is_parent and j.lease_expires_at < now() - %s * interval '1 second'
      or j.status = 'pending' and not j.is_parent and j.unmet_dependencies = 0 and j.run_at < now() - %s * interval '1 second')$sql$,
      v_settings.stuck_lease_seconds, v_settings.stuck_waiting_seconds);
  end if;
  if p_filter -> 'after' is distinct from 'null' and p_filter ? 'after' then
    v_parts := v_parts || format('(j.created_at, j.id) < (%L::timestamptz, %L::uuid)',
      (p_filter -> 'after' ->> 'created_at')::timestamptz, private.filter_ids(p_filter -> 'after', 'id'));
  end if;
  return array_to_string(v_parts, ' and ');
exception when data_exception then
  perform private.refuse('validation_failed', 422, 'A value of the filter cannot be read.');
end
$$;
comment on function private.job_conditions is
  'The condition on jobs j of a filter: status[], type[], user_id, draft_id, parent_id, universe_slug, text, created_from, created_to, is_stuck, after.';

create function private.page_of_jobs(p_conditions text, p_limit integer, p_skip integer) returns setof public.jobs
language plpgsql stable security definer set search_path = '' as $$
begin
  return query execute format(
    'select j.* from public.jobs j where %s order by j.created_at desc, j.id desc offset $2 limit $1', p_conditions)
  using p_limit, p_skip;
end
$$;

create function private.count_jobs(p_conditions text) returns integer
language plpgsql stable security definer set search_path = '' as $$
declare
  v_count integer;
begin
  execute format('select count(*) from (select from public.jobs j where %s limit 10001) found', p_conditions) into v_count;
  return v_count;
end
$$;
comment on function private.count_jobs is 'Exact up to 10,000; 10,001 stands for more.';

drop function public.list_jobs(public.job_status, public.job_type, uuid, boolean, integer, integer);
create function public.list_jobs(
  p_filter jsonb default '{}', p_is_everyones boolean default false, p_limit integer default 50, p_skip integer default 0
) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_limit integer := least(greatest(p_limit, 1), case when p_is_everyones then 1000 else 100 end);
  v_filter jsonb := case when p_is_everyones then p_filter else p_filter || jsonb_build_object('user_id', v_user) end;
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
  'Jobs of the caller, or of everyone for staff, newest first: {items, total (exact to 10,000), next (the after of the next page, or null)}.';

create function public.change_jobs(
  p_action text, p_filter jsonb, p_priority integer default null, p_is_dry_run boolean default true, p_limit integer default 200
) returns jsonb language plpgsql security definer set search_path = '' as $$
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
    then ' and j.status in (''failed'', ''cancelled'')' else ' and j.status in (''pending'', ''processing'')' end;
  v_matched := private.count_jobs(v_conditions);
  if p_is_dry_run then
    return jsonb_build_object('matched', v_matched, 'changed', 0, 'refused', 0, 'next', null);
  end if;
  select array_agg(j.id order by j.draft_id, j.created_at desc, j.id), (array_agg(jsonb_build_object('created_at', j.created_at, 'id', j.id) order by j.created_at, j.id))[1]
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
comment on function public.change_jobs is
  'Admin: retries, cancels or reprioritises what a filter finds, a batch at a time; next is the filter''s after for the next batch. A dry run only counts.';
grant execute on function public.list_jobs, public.change_jobs to authenticated;

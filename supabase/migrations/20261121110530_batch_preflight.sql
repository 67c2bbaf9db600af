-- What starting several drafts at once would take, and which of them would be refused.
set local lock_timeout = '1s';

create function private.batch_refusal(p_quota jsonb, p_types jsonb, p_credits integer) returns text
language sql immutable set search_path = '' as $$
  select case
    when (p_quota #>> '{requests,hour,left}')::integer <= 0 or (p_quota #>> '{requests,day,left}')::integer <= 0
      or p_types ? 'generate_concepts' and p_quota #>> '{requests,generation,ready_at}' is not null then 'rate_limited'
    when (p_quota #>> '{credits,left}')::integer < p_credits then 'out_of_credits' end
$$;

create function private.quota_after(p_quota jsonb, p_credits integer) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_set(jsonb_set(jsonb_set(p_quota,
    '{credits,left}', to_jsonb((p_quota #>> '{credits,left}')::integer - p_credits)),
    '{requests,hour,left}', to_jsonb((p_quota #>> '{requests,hour,left}')::integer - 1)),
    '{requests,day,left}', to_jsonb((p_quota #>> '{requests,day,left}')::integer - 1))
$$;

create function public.get_batch_preflight(p_draft_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_own jsonb := private.quota_of(v_user, now());
  v_quotas jsonb := jsonb_build_object(v_user, v_own);
  v_draft public.drafts;
  v_types jsonb;
  v_all jsonb := '{}';
  v_credits integer;
  v_needed integer := 0;
  v_role text;
  v_refusal text;
  v_items jsonb := '[]';
  v_estimate record;
begin
  if coalesce(cardinality(p_draft_ids), 0) not between 1 and 30 then
    perform private.refuse('validation_failed', 422, 'Name 1 to 30 drafts.');
  end if;
  for v_draft in
    select d.* from public.drafts d where d.id = any (p_draft_ids) order by array_position(p_draft_ids, d.id)
  loop
    v_role := private.role_in(v_draft.id);
    continue when coalesce(v_role, 'staff') = 'staff';
    if not v_quotas ? v_draft.owner_id::text then
      v_quotas := v_quotas || jsonb_build_object(v_draft.owner_id, private.quota_of(v_draft.owner_id, now()));
    end if;
    v_types := private.plan_request(v_draft, null, v_draft.pieces) -> 'types';
    v_credits := private.price_of(v_types);
    v_refusal := case
      when v_role = 'viewer' then 'forbidden'
      when private.is_busy(v_draft.id) then 'already_running'
      when v_types = '{}' then 'nothing_to_do'
      else coalesce(private.refusal_of_models(v_types, now()),
        private.batch_refusal(v_quotas -> v_draft.owner_id::text, v_types, v_credits)) end;
    if v_refusal is null then
      -- Each takes of what those before it leave.
      v_quotas := v_quotas || jsonb_build_object(v_draft.owner_id,
        private.quota_after(v_quotas -> v_draft.owner_id::text, v_credits));
      v_needed := v_needed + case when v_draft.owner_id = v_user then v_credits else 0 end;
      v_all := (
        select jsonb_object_agg(key, n) from (
          select key, sum(value::integer) as n from (
            select * from jsonb_each_text(v_all) union all select * from jsonb_each_text(v_types)
          ) both_of_them group by key
        ) summed);
    end if;
    v_items := v_items || jsonb_build_object('draft_id', v_draft.id, 'credits', v_credits, 'refusal', v_refusal,
      'is_own', v_draft.owner_id = v_user,
      'retry_at', case v_refusal when 'out_of_credits' then v_quotas #> array[v_draft.owner_id::text, 'credits', 'renewed_at']
        when 'rate_limited' then case
          when (v_quotas #>> array[v_draft.owner_id::text, 'requests', 'day', 'left'])::integer <= 0
          then v_quotas #> array[v_draft.owner_id::text, 'requests', 'day', 'reset_at']
          when (v_quotas #>> array[v_draft.owner_id::text, 'requests', 'hour', 'left'])::integer <= 0
          then v_quotas #> array[v_draft.owner_id::text, 'requests', 'hour', 'reset_at']
          else v_quotas #> array[v_draft.owner_id::text, 'requests', 'generation', 'ready_at'] end end);
  end loop;
  select * into v_estimate from private.estimate(v_user, v_all);
  return jsonb_build_object('items', v_items, 'universes_ahead', v_estimate.universes_ahead,
    'seconds_p50', v_estimate.p50, 'seconds_p90', v_estimate.p90,
    'credits', v_own -> 'credits' || jsonb_build_object('needed', v_needed));
end
$$;
comment on function public.get_batch_preflight is
  'Before several drafts are started: what each takes and is refused for when those before it are started too, and what all take of the caller''s credits. Drafts that the caller cannot see are left out.';
grant execute on function public.get_batch_preflight to authenticated;

-- A forecast for a draft that is not there yet knows its languages: voices are made in each of them.
set local lock_timeout = '1s';

drop function public.get_preflight(uuid, integer, uuid[], text[]);
create function public.get_preflight(
  p_draft_id uuid default null, p_count integer default null, p_asset_ids uuid[] default null,
  p_pieces text[] default null, p_languages public.language[] default null
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_draft public.drafts;
  v_payer uuid;
  v_quota jsonb;
  v_types jsonb;
  v_jobs integer;
  v_credits integer;
  v_estimate record;
  v_refusal text;
begin
  if p_draft_id is not null then
    select * into v_draft from public.drafts
    where id = p_draft_id and private.role_in(p_draft_id) in ('owner', 'editor', 'viewer');
    if v_draft.id is null then
      perform private.refuse('not_found', 404, 'There is no such draft in your account.');
    end if;
    perform private.refuse_foreign_cards(p_draft_id, p_asset_ids);
  elsif p_count not between 1 and 30 then
    perform private.refuse('validation_failed', 422, 'A universe has 1 to 30 cards.');
  else
    v_draft.card_count := coalesce(p_count, 10);
    v_draft.languages := coalesce(
      -- Each once, as create_draft keeps them.
      (select array_agg(distinct l) from unnest(p_languages) l), enum_range(null::public.language));
    v_draft.pieces := '{image}';
  end if;
  v_payer := coalesce(v_draft.owner_id, v_user);
  v_quota := private.quota_of(v_payer, now());
  v_types := private.plan_request(v_draft, p_asset_ids, coalesce(p_pieces, v_draft.pieces)) -> 'types';
  v_jobs := (select coalesce(sum(value::integer), 0) from jsonb_each_text(v_types));
  v_credits := private.price_of(v_types);
  select * into v_estimate from private.estimate(v_payer, v_types);
  v_refusal := case
    when private.is_busy(v_draft.id) then 'already_running'
    when v_jobs = 0 then 'nothing_to_do'
    when private.refusal_of_models(v_types, now()) is not null then private.refusal_of_models(v_types, now())
    when (v_quota #>> '{requests,hour,left}')::integer <= 0 or (v_quota #>> '{requests,day,left}')::integer <= 0
      or v_types ? 'generate_concepts' and v_quota #>> '{requests,generation,ready_at}' is not null then 'rate_limited'
    when (v_quota #>> '{credits,left}')::integer < v_credits then 'out_of_credits' end;
  return jsonb_build_object(
    'jobs', v_jobs, 'universes_ahead', v_estimate.universes_ahead,
    'seconds_p50', v_estimate.p50, 'seconds_p90', v_estimate.p90,
    'credits', v_quota -> 'credits' || jsonb_build_object('needed', v_credits), 'requests', v_quota -> 'requests',
    'refusal', v_refusal,
    'retry_at', case v_refusal
      when 'out_of_credits' then v_quota #> '{credits,renewed_at}'
      when 'rate_limited' then case
        when (v_quota #>> '{requests,day,left}')::integer <= 0 then v_quota #> '{requests,day,reset_at}'
        when (v_quota #>> '{requests,hour,left}')::integer <= 0 then v_quota #> '{requests,hour,reset_at}'
        else v_quota #> '{requests,generation,ready_at}' end end);
end
$$;
comment on function public.get_preflight is
  'Before the click: how long it will take (p50, p90 of history), how many requests are ahead, what it costs and what is left. Of a draft, or of a new one with p_count cards in p_languages (all, where none are named).';
grant execute on function public.get_preflight to authenticated;

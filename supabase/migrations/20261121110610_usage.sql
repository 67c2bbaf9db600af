-- What a person has used: for the account page.
set local lock_timeout = '1s';

create function public.get_usage(p_pieces text[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_plan public.plans := private.plan_of(v_user);
  v_quota jsonb := private.quota_of(v_user, now());
  v_month timestamp := date_trunc('month', now() at time zone 'utc');
  v_draft public.drafts;
  v_types jsonb;
begin
  v_draft.card_count := 10;
  v_draft.languages := enum_range(null::public.language);
  v_types := private.plan_request(v_draft, null, p_pieces) -> 'types';
  return jsonb_build_object(
    'plan', v_plan.key,
    'credits', v_quota -> 'credits' || jsonb_build_object(
      'monthly', v_plan.monthly_credits, 'per_universe', private.price_of(v_types)),
    'requests', (v_quota -> 'requests') - 'generation',
    'months', (
      select jsonb_agg(jsonb_build_object('month', to_char(m.month, 'YYYY-MM'), 'credits', coalesce(u.credits, 0),
        'requests', coalesce(u.requests, 0)) order by m.month desc)
      from generate_series(v_month - interval '5 months', v_month, interval '1 month') as m (month)
      left join (
        select date_trunc('month', e.created_at at time zone 'utc') as month,
          -- What is given back is found a moment after what was charged: across midnight of the last it may exceed it.
          greatest(0, sum(case e.kind when 'charge' then e.credits else -e.credits end)) as credits,
          count(*) filter (where e.kind = 'charge') as requests
        from public.credit_entries e
        where e.user_id = v_user and e.created_at >= (v_month - interval '5 months') at time zone 'utc'
        group by 1
      ) u using (month)
    ));
end
$$;
comment on function public.get_usage is
  'What the caller has used and has left: {plan, credits: {left, monthly, renewed_at, per_universe}, requests: {hour, day}, months: [{month: "2026-11", credits, requests}]}, the last six months of UTC, newest first; per_universe is the price of ten cards with these pieces.';
grant execute on function public.get_usage to authenticated;

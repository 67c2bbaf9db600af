-- Ideas first: a request for the cards of a deck alone, which can be changed before anything else is made of them.
set local lock_timeout = '1s';

create function private.concepts_job(p_draft public.drafts, p_count integer) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('user_id', p_draft.owner_id, 'draft_id', p_draft.id, 'type', 'generate_concepts',
    'priority', 8, 'payload', jsonb_build_object(
      'theme', p_draft.theme, 'template', p_draft.template_key, 'count', p_count, 'languages', to_jsonb(p_draft.languages),
      'instruction', (select concepts_prompt from public.theme_templates where key = p_draft.template_key),
      'exclude', (select coalesce(jsonb_agg(concept order by sort_order), '[]') from public.draft_assets where draft_id = p_draft.id),
      'seed', private.first_seed(p_draft.id)))
$$;
comment on function private.concepts_job is 'The job that finds so many cards more for a draft.';

create or replace function public.request_generation(
  p_draft_id uuid, p_asset_ids uuid[] default null, p_idempotency_key text default null,
  p_pieces text[] default null, p_options jsonb default '{}'
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_parent uuid := private.find_request(v_draft.owner_id, p_idempotency_key, p_draft_id, null, 'generate_universe');
  v_plan jsonb;
  v_missing integer;
  v_credits integer;
begin
  if v_parent is not null then
    return v_parent;
  end if;
  perform private.refuse_wishes(p_options);
  perform private.refuse_foreign_cards(p_draft_id, p_asset_ids);
  if private.is_busy(p_draft_id) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; wait for it or stop it first.');
  end if;
  -- Names are made anew for who names them: what a person typed is not lost to "once more".
  v_plan := private.plan_request(v_draft, p_asset_ids, coalesce(p_pieces, case when p_asset_ids is null
    then v_draft.pieces else coalesce(nullif(array_remove(v_draft.pieces, 'names'), '{}'), v_draft.pieces) end));
  v_missing := v_plan -> 'missing';
  if v_plan -> 'types' = '{}' then
    perform private.refuse('nothing_to_do', 409, 'Every card has this already.');
  end if;
  perform private.refuse_missing_models(v_plan -> 'types', now());
  v_credits := private.price_of(v_plan -> 'types');
  -- A universe a minute; what is lacking may be asked for at once.
  perform private.take_request(v_draft.owner_id, v_missing > 0, v_credits, now());
  v_parent := private.enqueue_request(v_draft, v_plan, jsonb_build_object(
    'payload', jsonb_build_object('options', p_options, 'pieces', (v_plan -> 'new') || (v_plan -> 'universe')),
    'credits', v_credits, 'idempotency_key', p_idempotency_key));
  perform public.enqueue_jobs((
    select jsonb_agg(job || jsonb_build_object('parent_id', v_parent)) from (
      select private.card_jobs((c ->> 'id')::uuid, array(select jsonb_array_elements_text(c -> 'pieces')), null, p_options,
        p_asset_ids is not null) as job
      from jsonb_array_elements(v_plan -> 'cards') c
      union all
      select private.universe_job(v_draft, p, p_options) from jsonb_array_elements_text(v_plan -> 'universe') p
      where v_missing = 0 or p = 'music'
      union all
      select private.concepts_job(v_draft, v_missing) where v_missing > 0
    ) children));
  return v_parent;
end
$$;

create function public.request_concepts(
  p_draft_id uuid, p_count integer default null, p_idempotency_key text default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_parent uuid := private.find_request(v_draft.owner_id, p_idempotency_key, p_draft_id, null, 'generate_universe');
  v_cards integer := (select count(*) from public.draft_assets where draft_id = p_draft_id);
  v_count integer := coalesce(p_count, v_draft.card_count - v_cards);
  v_plan jsonb := '{"types": {"generate_concepts": 1}}';
  v_credits integer := private.price_of(v_plan -> 'types');
begin
  if v_parent is not null then
    return v_parent;
  elsif private.is_busy(p_draft_id) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; wait for it or stop it first.');
  elsif v_count <= 0 and p_count is null then
    perform private.refuse('nothing_to_do', 409, 'There are as many cards as were wanted.');
  elsif v_count < 1 or v_cards + v_count > 30 then
    perform private.refuse('validation_failed', 422, 'A universe has at most 30 cards.');
  end if;
  perform private.refuse_missing_models(v_plan -> 'types', now());
  -- The first ideas are the beginning of a universe, of which there is one a minute.
  perform private.take_request(v_draft.owner_id, v_cards = 0, v_credits, now());
  v_parent := private.enqueue_request(v_draft, v_plan, jsonb_build_object(
    'payload', jsonb_build_object('pieces', '{}'::text[], 'is_ideas_only', true),
    'credits', v_credits, 'idempotency_key', p_idempotency_key));
  perform public.enqueue_jobs(jsonb_build_array(
    private.concepts_job(v_draft, v_count) || jsonb_build_object('parent_id', v_parent)));
  return v_parent;
end
$$;
comment on function public.request_concepts is
  'Finds cards for a draft and makes nothing else of them: as many as it lacks, or so many more. Counts as one request. Returns the parent job; the same idempotency key gets the same job.';
grant execute on function public.request_concepts to authenticated;

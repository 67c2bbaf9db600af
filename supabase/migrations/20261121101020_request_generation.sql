-- Requests of educators: what a universe lacks, what is to be made anew, and what that would take.
set local lock_timeout = '1s';

drop function public.request_generation(uuid, uuid[], text);
create function public.request_generation(
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
  v_plan := private.plan_request(v_draft, p_asset_ids, coalesce(p_pieces, v_draft.pieces));
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
      select jsonb_build_object('user_id', v_draft.owner_id, 'draft_id', p_draft_id, 'type', 'generate_concepts',
        'priority', 8, 'payload', jsonb_build_object(
          'theme', v_draft.theme, 'template', v_draft.template_key, 'count', v_missing, 'languages', to_jsonb(v_draft.languages),
          'instruction', (select concepts_prompt from public.theme_templates where key = v_draft.template_key),
          'exclude', (select coalesce(jsonb_agg(concept), '[]') from public.draft_assets where draft_id = p_draft_id),
          'seed', private.first_seed(p_draft_id)))
      where v_missing > 0
    ) children));
  return v_parent;
end
$$;
comment on function public.request_generation is
  'Starts what a draft still lacks of these pieces, or of its own (concepts first), or makes them anew for the given cards. Counts as one request and takes its credits. Returns the parent job; the same idempotency key gets the same job.';
grant execute on function public.request_generation to authenticated;

drop function public.regenerate_asset(uuid, uuid, text, integer);
create function public.regenerate_asset(
  p_draft_id uuid, p_asset_id uuid, p_prompt text default null, p_seed integer default null, p_idempotency_key text default null,
  p_pieces text[] default '{image}', p_options jsonb default '{}'
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_job uuid := private.find_request(v_draft.owner_id, p_idempotency_key, p_draft_id, p_asset_id, null);
  v_asset public.draft_assets;
  v_plan jsonb;
  v_jobs jsonb;
begin
  if v_job is not null then
    return v_job;
  end if;
  perform private.refuse_wishes(p_options);
  select * into v_asset from public.draft_assets where id = p_asset_id and draft_id = p_draft_id for update;
  if v_asset.id is null then
    perform private.refuse('not_found', 404, 'This card is not in this draft.');
  elsif exists (
    select from public.jobs where asset_id = p_asset_id and status in ('pending', 'processing')
  ) or exists (
    select from public.jobs where draft_id = p_draft_id and status in ('pending', 'processing') and type = 'publish'
  ) then
    perform private.refuse('already_running', 409, 'This card is being made right now.');
  end if;
  v_plan := private.plan_request(v_draft, array[p_asset_id], p_pieces);
  if v_plan -> 'cards' = '[]' then
    perform private.refuse('validation_failed', 422, 'Name the pieces of a card.');
  elsif v_plan -> 'types' = '{}' then
    perform private.refuse('nothing_to_do', 409, 'This card has no name to be spoken.');
  end if;
  perform private.refuse_missing_models(v_plan -> 'types', now());
  perform private.take_request(v_draft.owner_id, false, private.price_of(v_plan -> 'types'), now());
  if p_prompt is not null and p_prompt is distinct from private.resolve_image_prompt(p_asset_id) then
    update public.draft_assets set image_prompt = p_prompt where id = p_asset_id;
    update public.drafts set revision = revision + 1 where id = p_draft_id;
  end if;
  select jsonb_agg(j) into v_jobs from private.card_jobs(
    p_asset_id, array(select jsonb_array_elements_text(v_plan #> '{cards,0,pieces}')), p_seed, p_options, true) j;
  if jsonb_array_length(v_jobs) > 1 then
    v_job := private.enqueue_request(v_draft, v_plan, jsonb_build_object(
      'payload', jsonb_build_object('asset_id', p_asset_id), 'idempotency_key', p_idempotency_key,
      'credits', private.price_of(v_plan -> 'types')));
    perform public.enqueue_jobs((
      select jsonb_agg(j || jsonb_build_object('parent_id', v_job)) from jsonb_array_elements(v_jobs) j));
  else
    v_job := (select public.enqueue_jobs(jsonb_build_array(v_jobs -> 0 || jsonb_build_object(
      'idempotency_key', p_idempotency_key,
      'estimated_duration_ms', (select round(p50 * 1000) from private.estimate(v_draft.owner_id, v_plan -> 'types'))))));
    perform private.charge(j, j.credits, now()) from public.jobs j where j.id = v_job;
  end if;
  return v_job;
end
$$;
comment on function public.regenerate_asset is
  'New pieces for one card, with a new seed and, if given, a new prompt. Counts as one request. Returns the job, or the parent of several; the same idempotency key gets the same job.';
grant execute on function public.regenerate_asset to authenticated;

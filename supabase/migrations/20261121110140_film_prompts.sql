-- New words for a film are the film's, and not the picture's.
set local lock_timeout = '1s';

create or replace function public.regenerate_asset(
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
  -- Of a request for a film alone, the words are the film's.
  if 'video' = any (p_pieces) and not p_pieces && array['image', 'model3d'] then
    update public.draft_assets set video_prompt = p_prompt
    where id = p_asset_id and p_prompt is distinct from private.resolve_video_prompt(p_asset_id) and p_prompt is not null;
  else
    update public.draft_assets set image_prompt = p_prompt
    where id = p_asset_id and p_prompt is distinct from private.resolve_image_prompt(p_asset_id) and p_prompt is not null;
  end if;
  if found then
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
  'New pieces for one card, with a new seed and, if given, a new prompt: of the picture, or of the film where only that is made. Counts as one request. Returns the job, or the parent of several; the same idempotency key gets the same job.';
grant execute on function public.regenerate_asset to authenticated;

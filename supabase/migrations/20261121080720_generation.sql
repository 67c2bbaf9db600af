-- Generation: from an educators request to jobs.

create function public.request_generation(
  p_draft_id uuid, p_asset_ids uuid[] default null, p_idempotency_key text default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_same public.jobs;
  v_parent uuid;
  v_missing integer;
  v_assets uuid[];
begin
  select * into v_same from public.jobs where user_id = v_draft.owner_id and idempotency_key = p_idempotency_key;
  if v_same.draft_id = p_draft_id and v_same.type = 'generate_universe' then
    return v_same.id;
  elsif v_same.id is not null then
    perform private.refuse('validation_failed', 422, 'This idempotency key belongs to another request.');
  end if;
  if p_asset_ids is not null and exists (
    select from unnest(p_asset_ids) as wanted (id)
    where not exists (select from public.draft_assets a where a.id = wanted.id and a.draft_id = p_draft_id)
  ) then
    perform private.refuse('not_found', 404, 'One of these cards is not in this draft.');
  end if;
  if exists (
    select from public.jobs where draft_id = p_draft_id and status in ('pending', 'processing')
      and type in ('generate_universe', 'publish')
  ) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; wait for it or stop it first.');
  end if;
  v_missing := case when p_asset_ids is null
    then v_draft.card_count - (select count(*) from public.draft_assets where draft_id = p_draft_id) else 0 end;
  select coalesce(array_agg(a.id order by a.sort_order), '{}') into v_assets from public.draft_assets a
  where a.draft_id = p_draft_id and a.status <> 'generating'
    and (a.id = any (p_asset_ids) or p_asset_ids is null and a.image_version_id is null);
  if v_missing <= 0 and cardinality(v_assets) = 0 then
    perform private.refuse('nothing_to_do', 409, 'Every card has its picture already.');
  end if;
  select e into v_parent from public.enqueue_jobs(jsonb_build_array(jsonb_build_object(
    'user_id', v_draft.owner_id, 'draft_id', p_draft_id, 'type', 'generate_universe',
    'planned_weight', case when v_missing > 0 then 1 + 4 * v_missing else 0 end + 4 * cardinality(v_assets),
    'planned_steps', case when v_missing > 0 then 1 + v_missing else 0 end + cardinality(v_assets),
    'idempotency_key', p_idempotency_key))) e;
  perform public.enqueue_jobs((
    select jsonb_agg(job || jsonb_build_object('parent_id', v_parent)) from (
      select private.image_job(id) as job from unnest(v_assets) as id
      union all
      select jsonb_build_object('user_id', v_draft.owner_id, 'draft_id', p_draft_id, 'type', 'generate_concepts',
        'priority', 8, 'payload', jsonb_build_object(
          'theme', v_draft.theme, 'template', v_draft.template_key, 'count', v_missing,
          'instruction', (select concepts_prompt from public.theme_templates where key = v_draft.template_key),
          'exclude', (select coalesce(jsonb_agg(concept), '[]') from public.draft_assets where draft_id = p_draft_id),
          'seed', private.first_seed(p_draft_id)))
      where v_missing > 0
    ) children));
  return v_parent;
end
$$;
comment on function public.request_generation is
  'Starts what a draft still lacks (concepts, then pictures), or new pictures for the given cards. Returns the parent job; the same idempotency key gets the same job.';
grant execute on function public.request_generation to authenticated;

create function public.regenerate_asset(
  p_draft_id uuid, p_asset_id uuid, p_prompt text default null, p_seed integer default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_asset public.draft_assets;
begin
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
  if p_prompt is not null and p_prompt is distinct from private.resolve_image_prompt(p_asset_id) then
    update public.draft_assets set image_prompt = p_prompt where id = p_asset_id;
    update public.drafts set revision = revision + 1 where id = p_draft_id;
  end if;
  return (select public.enqueue_jobs(jsonb_build_array(private.image_job(p_asset_id, p_seed))));
end
$$;
comment on function public.regenerate_asset is 'A new picture for one card, with a new seed and, if given, a new prompt. Returns the job.';
grant execute on function public.regenerate_asset to authenticated;

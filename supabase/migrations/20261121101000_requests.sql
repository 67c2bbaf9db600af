-- Requests of educators, with quota, credits, idempotency key and an estimate that is kept beside what came true.
set local lock_timeout = '1s';

create function private.typical_seconds(p_type public.job_type) returns table (p50 numeric, p90 numeric)
language sql stable security definer set search_path = '' as $$
  select
    greatest(0.1, coalesce(h.p50, m.expected_seconds, 10))::numeric,
    greatest(0.1, coalesce(h.p90, m.expected_seconds * 2, 20))::numeric
  from (
    select (percentile_cont(0.5) within group (order by recent.ms) / 1000)::numeric as p50,
      (percentile_cont(0.9) within group (order by recent.ms) / 1000)::numeric as p90
    from (
      select actual_duration_ms as ms from public.jobs
      where type = p_type and status = 'completed' order by completed_at desc limit 100
    ) recent
  ) h
  left join public.models m on m.job_type = p_type and m.is_active
$$;
comment on function private.typical_seconds is 'Half of the last hundred jobs of this type took no longer than p50, nine in ten no longer than p90.';

-- Pictures are made side by side, in the slots that are left to one user when all who wait take turns.
create function private.estimate(p_user_id uuid, p_concepts integer, p_images integer)
returns table (p50 numeric, p90 numeric, universes_ahead integer)
language sql stable security definer set search_path = '' as $$
  with others as (
    select count(*)::integer as roots, count(distinct j.user_id)::integer as users
    from public.jobs j where j.parent_id is null and j.status in ('pending', 'processing') and j.user_id <> p_user_id
  ), slots as (
    select greatest(1, least((select user_running_limit from private.settings),
      coalesce((select max_concurrency from public.models where job_type = 'generate_image' and is_active), 1) / (o.users + 1))) as n
    from others o
  )
  select
    round(case when p_concepts > 0 then c.p50 else 0 end + ceil(p_images::numeric / s.n) * i.p50, 1),
    round(case when p_concepts > 0 then c.p90 else 0 end + ceil(p_images::numeric / s.n) * i.p90, 1),
    o.roots
  from others o, slots s, private.typical_seconds('generate_concepts') c, private.typical_seconds('generate_image') i
$$;
comment on function private.estimate is 'Seconds until this much work is done (half of the time, nine times in ten), and how many requests are in the queue already.';

create function private.missing_pieces(p_draft public.drafts, p_asset_ids uuid[]) returns table (missing integer, assets uuid[])
language sql stable security definer set search_path = '' as $$
  select
    case when p_asset_ids is null
      then greatest(0, p_draft.card_count - (select count(*) from public.draft_assets where draft_id = p_draft.id))::integer
      else 0 end,
    (select coalesce(array_agg(a.id order by a.sort_order), '{}') from public.draft_assets a
      where a.draft_id = p_draft.id and a.status <> 'generating'
        and (a.id = any (p_asset_ids) or p_asset_ids is null and a.image_version_id is null))
$$;
comment on function private.missing_pieces is 'What a request would make: how many new cards, and which cards get a picture.';

create function private.refuse_foreign_cards(p_draft_id uuid, p_asset_ids uuid[]) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (
    select from unnest(p_asset_ids) as wanted (id)
    where not exists (select from public.draft_assets a where a.id = wanted.id and a.draft_id = p_draft_id)
  ) then
    perform private.refuse('not_found', 404, 'One of these cards is not in this draft.');
  end if;
end
$$;

create function private.is_busy(p_draft_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.jobs where draft_id = p_draft_id and status in ('pending', 'processing')
      and type in ('generate_universe', 'publish'))
$$;
comment on function private.is_busy is 'Whether a request of this draft as a whole is being worked on.';

create function private.is_model_unavailable(p_now timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.models where is_active and job_type in ('generate_concepts', 'generate_image')
      and unavailable_since > p_now - make_interval(secs => (select unavailable_model_seconds from private.settings)))
$$;

create function private.refuse_unavailable_models(p_now timestamptz) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.is_model_unavailable(p_now) then
    raise exception using errcode = 'PT503', message = 'model_unavailable',
      detail = 'The provider does not offer this model any more. Support has been told.',
      hint = private.moment(p_now + make_interval(secs => (select unavailable_model_seconds from private.settings)));
  end if;
end
$$;

create function private.find_request(p_user_id uuid, p_key text, p_draft_id uuid, p_asset_id uuid, p_type public.job_type)
returns uuid language plpgsql stable security definer set search_path = '' as $$
declare
  v_same public.jobs;
begin
  select * into v_same from public.jobs where user_id = p_user_id and idempotency_key = p_key;
  if v_same.id is not null and (v_same.draft_id, v_same.type, coalesce(v_same.asset_id, v_same.id))
    is distinct from (p_draft_id, p_type, coalesce(p_asset_id, v_same.id)) then
    perform private.refuse('validation_failed', 422, 'This idempotency key belongs to another request.');
  end if;
  return v_same.id;
end
$$;
comment on function private.find_request is 'The job that was made with this idempotency key, or null. Refuses a key that belongs to something else.';

create or replace function public.request_generation(
  p_draft_id uuid, p_asset_ids uuid[] default null, p_idempotency_key text default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_parent uuid := private.find_request(v_draft.owner_id, p_idempotency_key, p_draft_id, null, 'generate_universe');
  v_missing integer;
  v_assets uuid[];
  v_credits integer;
begin
  if v_parent is not null then
    return v_parent;
  end if;
  perform private.refuse_foreign_cards(p_draft_id, p_asset_ids);
  if private.is_busy(p_draft_id) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; wait for it or stop it first.');
  end if;
  select missing, assets into v_missing, v_assets from private.missing_pieces(v_draft, p_asset_ids);
  if v_missing = 0 and cardinality(v_assets) = 0 then
    perform private.refuse('nothing_to_do', 409, 'Every card has its picture already.');
  end if;
  perform private.refuse_unavailable_models(now());
  v_credits := private.price_of(v_missing, cardinality(v_assets));
  perform private.take_request(v_draft.owner_id, p_asset_ids is null, v_credits, now());
  select e into v_parent from public.enqueue_jobs(jsonb_build_array(jsonb_build_object(
    'user_id', v_draft.owner_id, 'draft_id', p_draft_id, 'type', 'generate_universe', 'credits', v_credits,
    'planned_weight', case when v_missing > 0 then 1 + 4 * v_missing else 0 end + 4 * cardinality(v_assets),
    'planned_steps', case when v_missing > 0 then 1 + v_missing else 0 end + cardinality(v_assets),
    'estimated_duration_ms', (
      select round(p50 * 1000) from private.estimate(v_draft.owner_id, v_missing, v_missing + cardinality(v_assets))),
    'idempotency_key', p_idempotency_key))) e;
  perform private.charge(j, v_credits, now()) from public.jobs j where j.id = v_parent;
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
  'Starts what a draft still lacks (concepts, then pictures), or new pictures for the given cards. Counts as one request and takes its credits. Returns the parent job; the same idempotency key gets the same job.';

create function private.price_of(p_concepts integer, p_images integer) returns integer
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(case job_type
    when 'generate_concepts' then case when p_concepts > 0 then credits else 0 end
    when 'generate_image' then credits * (p_concepts + p_images) else 0 end), 0)::integer
  from public.models where is_active
$$;
comment on function private.price_of is 'Credits for making this many new cards and this many pictures for cards that exist.';

drop function public.regenerate_asset(uuid, uuid, text, integer);
create function public.regenerate_asset(
  p_draft_id uuid, p_asset_id uuid, p_prompt text default null, p_seed integer default null, p_idempotency_key text default null
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_job uuid := private.find_request(v_draft.owner_id, p_idempotency_key, p_draft_id, p_asset_id, 'generate_image');
  v_asset public.draft_assets;
begin
  if v_job is not null then
    return v_job;
  end if;
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
  perform private.refuse_unavailable_models(now());
  perform private.take_request(v_draft.owner_id, false, private.price_of(0, 1), now());
  if p_prompt is not null and p_prompt is distinct from private.resolve_image_prompt(p_asset_id) then
    update public.draft_assets set image_prompt = p_prompt where id = p_asset_id;
    update public.drafts set revision = revision + 1 where id = p_draft_id;
  end if;
  v_job := (select public.enqueue_jobs(jsonb_build_array(private.image_job(p_asset_id, p_seed) || jsonb_build_object(
    'idempotency_key', p_idempotency_key,
    'estimated_duration_ms', (select round(p50 * 1000) from private.estimate(v_draft.owner_id, 0, 1))))));
  perform private.charge(j, j.credits, now()) from public.jobs j where j.id = v_job;
  return v_job;
end
$$;
comment on function public.regenerate_asset is
  'A new picture for one card, with a new seed and, if given, a new prompt. Counts as one request. Returns the job; the same idempotency key gets the same job.';
grant execute on function public.regenerate_asset to authenticated;

create function public.get_preflight(
  p_draft_id uuid default null, p_count integer default null, p_asset_ids uuid[] default null
) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_draft public.drafts;
  v_missing integer := coalesce(p_count, 10);
  v_images integer := 0;
  v_quota jsonb := private.quota_of(v_user, now());
  v_credits integer;
  v_estimate record;
  v_refusal text;
begin
  if p_draft_id is not null then
    select * into v_draft from public.drafts where id = p_draft_id and owner_id = v_user;
    if v_draft.id is null then
      perform private.refuse('not_found', 404, 'There is no such draft in your account.');
    end if;
    perform private.refuse_foreign_cards(p_draft_id, p_asset_ids);
    select missing, cardinality(assets) into v_missing, v_images from private.missing_pieces(v_draft, p_asset_ids);
  elsif v_missing not between 1 and 30 then
    perform private.refuse('validation_failed', 422, 'A universe has 1 to 30 cards.');
  end if;
  v_credits := private.price_of(v_missing, v_images);
  select * into v_estimate from private.estimate(v_user, v_missing, v_missing + v_images);
  v_refusal := case
    when private.is_busy(v_draft.id) then 'already_running'
    when v_missing + v_images = 0 then 'nothing_to_do'
    when private.is_model_unavailable(now()) then 'model_unavailable'
    when (v_quota #>> '{requests,hour,left}')::integer <= 0 or (v_quota #>> '{requests,day,left}')::integer <= 0
      or p_asset_ids is null and v_quota #>> '{requests,generation,ready_at}' is not null then 'rate_limited'
    when (v_quota #>> '{credits,left}')::integer < v_credits then 'out_of_credits' end;
  return jsonb_build_object(
    'jobs', v_missing + v_images + (v_missing > 0)::integer, 'universes_ahead', v_estimate.universes_ahead,
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
  'Before the click: how long it will take (p50, p90 of history), how many requests are ahead, what it costs and what is left. Of a draft, or of a new one with p_count cards.';
grant execute on function public.get_preflight to authenticated;

-- As before, but no visibility at all is refused at once too, and not when the release is made.
create or replace function public.request_publish(p_draft_id uuid, p_visibility public.visibility) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_assets jsonb;
begin
  if p_visibility is null or p_visibility = 'private' then
    perform private.refuse('validation_failed', 422, 'A release is public or unlisted.');
  elsif exists (
    select from public.jobs where draft_id = p_draft_id and status in ('pending', 'processing')
  ) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; publish when it is done.');
  end if;
  select jsonb_agg(jsonb_build_object(
    'sort_order', place - 1, 'concept', concept, 'names', names, 'storage_path', storage_path,
    'image_path', image_path, 'sha256', sha256, 'image_prompt', prompt) order by place)
  into v_assets from (
    select row_number() over (order by a.sort_order) as place, a.concept, private.asset_names(a.id) as names,
      v.storage_path, v.sha256, v.prompt,
      left(v.sha256, 2) || '/' || v.sha256 || substring(v.storage_path from '\.[a-z0-9]+$') as image_path
    from public.draft_assets a join public.draft_asset_versions v on v.id = a.image_version_id
    where a.draft_id = p_draft_id
  ) cards;
  if v_assets is null then
    perform private.refuse('nothing_to_publish', 409, 'Make at least one picture first.');
  end if;
  return (select public.enqueue_jobs(jsonb_build_array(jsonb_build_object(
    'user_id', v_draft.owner_id, 'draft_id', p_draft_id, 'type', 'publish', 'priority', 9,
    'planned_steps', jsonb_array_length(v_assets) + 1,
    'payload', jsonb_build_object(
      'visibility', p_visibility, 'universe_id', v_draft.universe_id, 'revision', v_draft.revision,
      'name', v_draft.name, 'theme', v_draft.theme, 'names', private.draft_names(p_draft_id),
      'languages', to_jsonb(v_draft.languages), 'background_color', v_draft.background_color, 'assets', v_assets)))));
end
$$;

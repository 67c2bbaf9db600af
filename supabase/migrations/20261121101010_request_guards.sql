-- What a request is refused for.
set local lock_timeout = '1s';

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

create function private.wishes_of(p_piece text) returns text[]
language sql immutable set search_path = '' as $$
  select case
    when p_piece = 'video' then array['duration', 'resolution', 'voice_language']
    when p_piece = 'music' then array['mood', 'genre', 'language', 'duration']
    when p_piece = 'text' then array['tone', 'audience']
    when p_piece in ('cover', 'poster', 'logo') then array['width', 'height'] end
$$;
comment on function private.wishes_of is 'What a request may say of how this piece is made. All else of a payload is ours.';

create function private.refuse_wishes(p_options jsonb) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if jsonb_typeof(p_options) is distinct from 'object' or exists (
    select from jsonb_each(case jsonb_typeof(p_options) when 'object' then p_options else '{}' end) as o (piece, wishes)
    where private.wishes_of(o.piece) is null or jsonb_typeof(o.wishes) <> 'object' or exists (
      select from jsonb_each(case jsonb_typeof(o.wishes) when 'object' then o.wishes else '{}' end) as w (name, value)
      where w.name <> all (private.wishes_of(o.piece)) or jsonb_typeof(w.value) not in ('string', 'number', 'null')
        or length(w.value #>> '{}') > 100)
  ) then
    perform private.refuse('validation_failed', 422, 'A piece cannot be made in this way.');
  end if;
end
$$;
comment on function private.refuse_wishes is
  'Refuses options that are not {piece: {wish: value}}. Whether a value is in its bounds is judged by who works with it.';

create function private.is_busy(p_draft_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.jobs where draft_id = p_draft_id and status in ('pending', 'processing')
      and type in ('generate_universe', 'publish'))
$$;
comment on function private.is_busy is 'Whether a request of this draft as a whole is being worked on.';

create function private.refusal_of_models(p_types jsonb, p_now timestamptz) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when bool_or(m.id is null) then 'model_not_configured'
    when bool_or(m.unavailable_since > p_now - make_interval(secs => (select unavailable_model_seconds from private.settings)))
    then 'model_unavailable' end
  from jsonb_object_keys(p_types) t left join public.models m on m.job_type = t::public.job_type and m.is_active
$$;
comment on function private.refusal_of_models is 'Why jobs of these types cannot be made now, or null.';

create function private.refuse_missing_models(p_types jsonb, p_now timestamptz) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  case private.refusal_of_models(p_types, p_now)
    when 'model_unavailable' then
      raise exception using errcode = 'PT503', message = 'model_unavailable',
        detail = 'The provider does not offer this model any more. Support has been told.',
        hint = private.moment(p_now + make_interval(secs => (select unavailable_model_seconds from private.settings)));
    when 'model_not_configured' then
      perform private.refuse('model_not_configured', 503, format('No model is set up for %s.', (
        select string_agg(replace(replace(t, 'generate_', ''), '_', ' '), ', ' order by t) from jsonb_object_keys(p_types) t
        where not exists (select from public.models m where m.job_type = t::public.job_type and m.is_active))));
    else null;
  end case;
end
$$;

create function private.find_request(p_user_id uuid, p_key text, p_draft_id uuid, p_asset_id uuid, p_type public.job_type)
returns uuid language plpgsql stable security definer set search_path = '' as $$
declare
  v_same public.jobs;
begin
  select * into v_same from public.jobs where user_id = p_user_id and idempotency_key = p_key;
  -- Several pieces of one card are one request, which names its card in its payload.
  if v_same.id is not null and (v_same.draft_id, coalesce(v_same.asset_id, (v_same.payload ->> 'asset_id')::uuid))
    is distinct from (p_draft_id, p_asset_id) or p_type is not null and v_same.type <> p_type then
    perform private.refuse('validation_failed', 422, 'This idempotency key belongs to another request.');
  end if;
  return v_same.id;
end
$$;
comment on function private.find_request is
  'The job that was made with this idempotency key, or null. Refuses a key that belongs to something else.';

create function private.enqueue_request(p_draft public.drafts, p_plan jsonb, p_job jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_parent uuid;
begin
  select e into v_parent from public.enqueue_jobs(jsonb_build_array(p_job || jsonb_build_object(
    'user_id', p_draft.owner_id, 'draft_id', p_draft.id, 'type', 'generate_universe',
    'planned_weight', (
      select sum(private.weight_of(t.key::public.job_type) * t.value::integer) from jsonb_each_text(p_plan -> 'types') t),
    'planned_steps', (select sum(t.value::integer) from jsonb_each_text(p_plan -> 'types') t),
    'estimated_duration_ms', (
      select round(p50 * 1000) from private.estimate(p_draft.owner_id, p_plan -> 'types'))))) e;
  perform private.charge(j, j.credits, now()) from public.jobs j where j.id = v_parent;
  return v_parent;
end
$$;
comment on function private.enqueue_request is 'The parent of all jobs of a plan, with its price charged. Returns its id.';

create or replace function private.refuse_retry(p_job public.jobs) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_job.status not in ('failed', 'cancelled') and not (p_job.is_parent and p_job.status = 'completed') then
    perform private.refuse('nothing_to_do', 409, 'Only what failed or was stopped can be tried again.');
  elsif p_job.draft_id is null and (p_job.type in ('translate', 'publish') or p_job.type::text like 'generate%') then
    perform private.refuse('not_found', 404, 'The draft of this job does not exist any more.');
  elsif p_job.type = 'publish' and exists (
    select from public.jobs n where n.draft_id = p_job.draft_id and n.type = 'publish' and n.created_at > p_job.created_at
  ) then
    perform private.refuse('nothing_to_do', 409, 'This universe was published again since; publish it anew.');
  elsif exists (
    select from public.jobs n where n.draft_id = p_job.draft_id and n.status in ('pending', 'processing')
      and coalesce(n.parent_id, n.id) <> coalesce(p_job.parent_id, p_job.id)
      and (p_job.type in ('generate_universe', 'generate_concepts', 'publish')
        or n.type in ('generate_universe', 'publish') or n.asset_id = p_job.asset_id)
  ) then
    perform private.refuse('already_running', 409, 'This universe is being worked on; wait for it or stop it first.');
  end if;
end
$$;

-- Words are judged by a model before anything is made of them: a job like any other, that costs nobody a request or a credit.
set local lock_timeout = '1s';

create function private.moderation_record(p_job public.jobs) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('id', p_job.id, 'status', p_job.status,
    'categories', coalesce(p_job.result -> 'categories', 'null'), 'error_code', p_job.error_code)
$$;
comment on function private.moderation_record is 'What is known of a text: categories is null until it is judged, and empty when it is fine.';

create function private.find_judgement(p_payload jsonb, p_model_id uuid, p_user_id uuid) returns public.jobs
language sql stable security definer set search_path = '' as $$
  select j from public.jobs j
  where j.type = 'moderate' and md5(j.payload ->> 'text') = md5(p_payload ->> 'text')
    and j.payload = p_payload and j.model_id = p_model_id
    and (j.status = 'completed' or j.user_id = p_user_id and (
      j.status = 'processing' or j.status = 'pending' and (j.started_at is not null or j.expires_at > now())))
  order by (j.status = 'completed') desc, j.created_at desc limit 1
$$;
comment on function private.find_judgement is
  'The job in which this model judged the same words, for whomever; else the one in which it is about to for this person.';

create function private.refuse_unjudged(p_user_id uuid, p_model public.models) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_settings private.settings;
  v_held_until timestamptz := (select held_until from private.provider_state);
begin
  select * into v_settings from private.settings;
  if p_model.unavailable_since > now() - make_interval(secs => v_settings.unavailable_model_seconds)
    or v_held_until > now() + make_interval(secs => v_settings.judge_patience_seconds)
    or exists (
      select from public.job_pauses p where p.resumed_at is null
        and (p.type = 'moderate' or p.user_id = p_user_id or p.type is null and p.user_id is null)) then
    perform private.refuse('moderation_unavailable', 503, 'Nobody can judge the words at the moment, so nothing was made of them.');
  end if;
end
$$;
comment on function private.refuse_unjudged is 'Refuses at once what nobody would judge in time: paused, or the model is gone, or the provider asked for patience.';

create function private.limit_judgements(p_user_id uuid, p_count integer) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_limit integer := (select judgements_per_hour from private.settings);
  v_times timestamptz[] := array(
    select j.created_at from public.jobs j
    where j.user_id = p_user_id and j.type = 'moderate' and j.created_at > now() - interval '1 hour' order by 1);
begin
  if cardinality(v_times) + p_count > v_limit then
    perform private.refuse_until('rate_limited', 'These are many words to judge; wait a little.',
      coalesce(v_times[least(cardinality(v_times), cardinality(v_times) + p_count - v_limit)], now()) + interval '1 hour');
  end if;
end
$$;

create function public.request_moderation(p_texts text[], p_languages public.language[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_languages jsonb := (select coalesce(jsonb_agg(distinct l), '[]') from unnest(p_languages) l);
  v_model public.models;
  v_payloads jsonb[];
  v_new jsonb;
begin
  select * into v_model from public.models where job_type = 'moderate' and is_active;
  if v_model.id is null then
    return null;
  end if;
  if coalesce(cardinality(p_texts), 0) not between 1 and 50
    or exists (select from unnest(p_texts) t where t is null or length(t) not between 1 and 20000) then
    perform private.refuse('validation_failed', 422, 'From 1 to 50 texts, of up to 20,000 characters each.');
  end if;
  -- Of two requests with the same words at once, the second finds the job of the first.
  perform pg_advisory_xact_lock(hashtextextended('moderation ' || v_user, 0));
  v_payloads := array(
    select jsonb_build_object('text', t, 'languages', v_languages, 'meanings', v_model.output_meanings)
    from unnest(p_texts) with ordinality as u (t, n) order by n);
  select jsonb_agg(jsonb_build_object('user_id', v_user, 'type', 'moderate', 'priority', 10, 'payload', p,
    'expires_at', now() + make_interval(secs => (select judge_within_seconds from private.settings)),
    -- The second wait would be longer than anybody's patience.
    'max_retries', 1)) into v_new
  from (select distinct p from unnest(v_payloads) p) p
  where (private.find_judgement(p, v_model.id, v_user)).id is null;
  if v_new is not null then
    perform private.refuse_unjudged(v_user, v_model);
    perform private.limit_judgements(v_user, jsonb_array_length(v_new));
    perform public.enqueue_jobs(v_new);
  end if;
  return (
    select jsonb_agg(private.moderation_record(private.find_judgement(p, v_model.id, v_user)) order by n)
    from unnest(v_payloads) with ordinality as u (p, n));
end
$$;
comment on function public.request_moderation is
  'Has texts judged by the safety model: one record each, in their order, at once where the same words were judged before. Null where no such model is set up. Counts as no request and costs no credit.';
grant execute on function public.request_moderation to authenticated;

create function public.get_moderations(p_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
begin
  return (
    select coalesce(jsonb_agg(case when j.id is not null then private.moderation_record(
      -- Somebody else's words may have been the same, and judged first.
      case when j.status = 'completed' then j else coalesce(private.find_judgement(j.payload, j.model_id, v_user), j) end)
      || jsonb_build_object('id', j.id) end order by u.n), '[]')
    from unnest(p_ids) with ordinality as u (id, n)
    left join public.jobs j on j.id = u.id and j.type = 'moderate' and (j.user_id = v_user or j.status = 'completed'));
end
$$;
comment on function public.get_moderations is 'How far the judgements of these jobs are, in their order; null for what is not the caller''s.';
grant execute on function public.get_moderations to authenticated;

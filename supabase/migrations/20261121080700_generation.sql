-- Generation: from an educator's request to jobs, and from a job's result to cards and pictures.

create function private.fold(p_text text) returns text
language sql immutable set search_path = '' as $$
  select lower(regexp_replace(normalize(replace(replace(replace(replace(p_text, 'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'), 'ø', 'o'), nfkd), '[\u0300-\u036f]', '', 'g'))
$$;
comment on function private.fold is 'Lower case without accents.';

create function private.slugify(p_text text) returns text
language sql immutable set search_path = '' as $$
  select coalesce(nullif(btrim(left(btrim(regexp_replace(private.fold(p_text), '[^a-z0-9]+', '-', 'g'), '-'), 60), '-'), ''), 'universe')
$$;
comment on function private.slugify is '"Hello World!" becomes "hello-world"; accents are folded; never empty.';

-- A theme that ships is found by its key or by its name in any of the five languages, with or without its article.
create function private.find_template(p_theme text) returns text
language sql stable set search_path = '' as $$
  select coalesce((
    select t.key from public.theme_templates t, jsonb_each_text(t.names) n
    where t.key <> 'any' and (
      private.fold(btrim(p_theme)) in (t.key, private.fold(n.value))
      or private.fold(btrim(p_theme)) = regexp_replace(private.fold(n.value), '^(la |le |les |l''|the |el |los |il |lo |i |der |die |das )', '')
    ) limit 1), 'any')
$$;

create function private.resolve_image_prompt(p_asset_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    a.image_prompt,
    replace(replace(coalesce(d.image_prompt, t.image_prompt), '{concept}', a.concept), '{theme}', d.theme))
  from public.draft_assets a
  join public.drafts d on d.id = a.draft_id join public.theme_templates t on t.key = d.template_key
  where a.id = p_asset_id
$$;
comment on function private.resolve_image_prompt is 'The card''s own prompt, else the draft''s, else the theme''s, with {concept} and {theme} filled in.';
grant execute on function private.resolve_image_prompt to authenticated, service_role;

create function private.first_seed(p_asset_id uuid) returns integer
language sql immutable set search_path = '' as $$
  select ('x' || substr(md5(p_asset_id::text), 1, 7))::bit(28)::integer
$$;

-- One image job for a card, with everything that the generator needs to know.
create function private.image_job(p_asset_id uuid, p_seed integer default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'user_id', d.owner_id, 'draft_id', d.id, 'asset_id', a.id, 'type', 'generate_image', 'weight', 4,
    'payload', jsonb_build_object(
      'prompt', private.resolve_image_prompt(a.id), 'concept', a.concept, 'theme', d.theme,
      'template', d.template_key,
      'seed', coalesce(p_seed, (
        select (max(v.seed)::bigint + 1) % 2147483647 from public.draft_asset_versions v where v.asset_id = a.id and v.piece = 'image'
      ), private.first_seed(a.id)),
      'width', 1024, 'height', 1024))
  from public.draft_assets a join public.drafts d on d.id = a.draft_id where a.id = p_asset_id
$$;

create function private.own_draft(p_draft_id uuid) returns public.drafts
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts;
begin
  select * into v_draft from public.drafts where id = p_draft_id and owner_id = private.require_user() for no key update;
  if v_draft.id is null then
    perform private.refuse('not_found', 404, 'There is no such draft in your account.');
  end if;
  return v_draft;
end
$$;
comment on function private.own_draft is 'Locks the caller''s draft; another owner''s draft does not exist for the caller.';

create function public.create_draft(
  p_theme text, p_name text default null, p_languages public.language[] default '{fr,en,es,it,de}',
  p_count integer default 10, p_visibility public.visibility default 'private'
) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_template public.theme_templates;
  v_language public.language := (select language from public.profiles where id = v_user);
  v_name text;
  v_slug text;
  v_try text;
  v_universe uuid;
  v_draft uuid;
begin
  select * into v_template from public.theme_templates where key = private.find_template(p_theme);
  v_name := coalesce(nullif(btrim(p_name), ''), nullif(v_template.names ->> v_language::text, ''),
    upper(left(btrim(p_theme), 1)) || substr(btrim(p_theme), 2));
  v_slug := private.slugify(v_name);
  v_try := v_slug;
  -- The unique constraint decides; a taken address gets the next free number.
  for n in 2 .. 100 loop
    insert into public.universes (owner_id, slug, name, visibility) values (v_user, v_try, v_name, p_visibility)
    on conflict (slug) do nothing returning id into v_universe;
    exit when v_universe is not null;
    v_try := v_slug || '-' || case when n < 50 then n::text else substr(md5(random()::text), 1, 8) end;
  end loop;
  if v_universe is null then
    perform private.refuse('slug_taken', 409, format('The address %s is taken; choose another name.', v_slug));
  end if;
  insert into public.drafts (universe_id, owner_id, theme, template_key, name, languages, card_count, background_color)
  values (v_universe, v_user, btrim(p_theme), v_template.key, v_name, p_languages, p_count, v_template.background_color)
  returning id into v_draft;
  insert into public.draft_translations (draft_id, language, name)
  select v_draft, key::public.language, coalesce(nullif(value, ''), v_name)
  from jsonb_each_text(case when p_name is null then v_template.names
    else '{"fr": "", "en": "", "es": "", "it": "", "de": ""}'::jsonb end);
  return v_draft;
end
$$;
comment on function public.create_draft is
  'A new draft and its universe, which nobody sees before its first release, whatever its visibility. The address comes from the name and gets a number when it is taken.';
grant execute on function public.create_draft to authenticated;

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

create function private.apply_concepts(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts;
  v_next integer;
  v_missing integer;
  v_card jsonb;
  v_asset uuid;
  v_images jsonb := '[]';
begin
  select * into v_draft from public.drafts where id = p_job.draft_id for no key update;
  if v_draft.id is null then
    return;
  end if;
  select coalesce(max(sort_order) + 1, 0), v_draft.card_count - count(*) into v_next, v_missing
  from public.draft_assets where draft_id = v_draft.id;
  for v_card in select * from jsonb_array_elements(p_result -> 'concepts') loop
    -- A request that was tried again late may find the cards of another one.
    exit when v_missing <= 0;
    insert into public.draft_assets (draft_id, sort_order, concept)
    values (v_draft.id, v_next, v_card ->> 'key')
    on conflict (draft_id, lower(concept)) do nothing returning id into v_asset;
    continue when v_asset is null;
    insert into public.draft_asset_translations (asset_id, language, name)
    select v_asset, key::public.language, value from jsonb_each_text(v_card -> 'names') where value <> '';
    v_images := v_images || (private.image_job(v_asset) || jsonb_build_object('parent_id', p_job.parent_id));
    v_next := v_next + 1;
    v_missing := v_missing - 1;
  end loop;
  -- The model may know the theme in the languages that the educator did not type.
  insert into public.draft_translations (draft_id, language, name)
  select v_draft.id, key::public.language, value
  from jsonb_each_text(coalesce(p_result -> 'theme_names', '{}')) where value <> ''
  on conflict (draft_id, language) do update set name = excluded.name
  where draft_translations.name = v_draft.name and v_draft.template_key = 'any' and lower(v_draft.name) = lower(v_draft.theme);
  update public.drafts set revision = revision + 1 where id = v_draft.id;
  if jsonb_array_length(v_images) > 0 then
    perform public.enqueue_jobs(v_images);
  end if;
end
$$;
comment on function private.apply_concepts is 'Concepts become cards with names, and each card gets its image job under the same parent.';

create function private.apply_image(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_version uuid;
begin
  if p_job.asset_id is null then
    return;
  end if;
  insert into public.draft_asset_versions (
    asset_id, piece, sha256, storage_path, mime_type, size_bytes, width, height, prompt, seed, job_id
  ) values (
    p_job.asset_id, 'image', p_result ->> 'sha256', p_result ->> 'storage_path', p_result ->> 'mime_type',
    (p_result ->> 'size_bytes')::bigint, (p_result ->> 'width')::integer, (p_result ->> 'height')::integer,
    p_job.payload ->> 'prompt', (p_job.payload ->> 'seed')::integer, p_job.id
  ) returning id into v_version;
  update public.draft_assets set image_version_id = v_version where id = p_job.asset_id;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;

create function public.complete_job(
  p_job_id uuid, p_attempt integer, p_result jsonb, p_now timestamptz default now()
) returns void language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.hold_job(p_job_id, p_attempt);
begin
  case v_job.type
    when 'generate_concepts' then perform private.apply_concepts(v_job, p_result);
    when 'generate_image' then perform private.apply_image(v_job, p_result);
    when 'publish' then perform private.apply_release(v_job, p_result);
    else null;
  end case;
  update public.predictions set status = 'succeeded', completed_at = p_now
  where job_id = p_job_id and attempt = p_attempt and status = 'open';
  update public.jobs set
    status = 'completed', progress = 100, current_step = total_steps, result = p_result, completed_at = p_now,
    lease_owner = null, lease_expires_at = null, error_code = null, error_message = null, error_detail = null,
    cost_micros = (select coalesce(sum(cost_micros), 0) from public.predictions where job_id = p_job_id),
    actual_duration_ms = extract(epoch from p_now - started_at) * 1000
  where id = p_job_id;
end
$$;
comment on function public.complete_job is
  'The result, what it changes (cards, picture, release), the event, progress and what it unblocks, in one transaction. Refuses a stale attempt.';

create function private.own_job(p_job_id uuid) returns public.jobs
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_job public.jobs;
begin
  select * into v_job from public.jobs where id = p_job_id and (user_id = v_user or private.is_admin());
  if v_job.id is null then
    perform private.refuse('not_found', 404, 'There is no such job in your account.');
  end if;
  perform from public.drafts where id = v_job.draft_id for no key update;
  -- Children before their parent: a claim may hold one of them, never the parent.
  perform from public.jobs where parent_id = p_job_id order by id for update;
  select * into v_job from public.jobs where id = p_job_id for update;
  return v_job;
end
$$;
comment on function private.own_job is 'Locks a job of the caller (any job for an admin) with its children.';

create function public.cancel_job(p_job_id uuid) returns public.job_status
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.own_job(p_job_id);
begin
  if v_job.status in ('completed', 'failed', 'cancelled') then
    perform private.refuse('job_finished', 409, format('This job is %s already.', v_job.status));
  end if;
  update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
  where (id = p_job_id or parent_id = p_job_id) and status in ('pending', 'processing');
  perform private.wake('job-scheduler');
  return (select status from public.jobs where id = p_job_id);
end
$$;
comment on function public.cancel_job is 'Stops a job, or all that is left of a request. What is done stays; the scheduler cancels predictions at the provider.';
grant execute on function public.cancel_job to authenticated;

create function private.refuse_retry(p_job public.jobs) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_job.status not in ('failed', 'cancelled') and not (p_job.is_parent and p_job.status = 'completed') then
    perform private.refuse('nothing_to_do', 409, 'Only what failed or was stopped can be tried again.');
  elsif p_job.draft_id is null and p_job.type in ('generate_universe', 'generate_concepts', 'generate_image', 'publish') then
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
comment on function private.refuse_retry is 'Raises what speaks against running this ended job again.';

create function public.retry_job(p_job_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.own_job(p_job_id);
  v_again record;
  v_is_waiting boolean := false;
begin
  perform private.refuse_retry(v_job);
  -- A request runs while one of its children does, so it is opened first, also for the sake of a single child.
  for v_again in
    select j.id, j.is_parent from public.jobs j
    where (j.id in (p_job_id, v_job.parent_id) or j.parent_id = p_job_id)
      and (j.status in ('failed', 'cancelled') or j.is_parent and j.status = 'completed')
      and (j.id = p_job_id or not exists (
        select from public.jobs n where n.asset_id = j.asset_id and n.type = j.type and n.status = 'completed'
          and n.created_at > j.created_at))
    order by j.is_parent desc, j.created_at
  loop
    perform set_config('private.retrying', v_again.id::text, true);
    update public.jobs set
      status = case when is_parent then 'processing'::public.job_status else 'pending' end,
      started_at = case when is_parent then now() end, completed_at = null, actual_duration_ms = null,
      run_at = now(), expires_at = now() + interval '3600 seconds', retry_count = 0, death_count = 0,
      error_code = null, error_message = null, error_detail = null, result = null,
      progress = case when is_parent then least(progress, 99) else 0 end
    where id = v_again.id;
    v_is_waiting := v_is_waiting or not v_again.is_parent;
  end loop;
  perform set_config('private.retrying', '', true);
  if not v_is_waiting then
    perform private.refuse('nothing_to_do', 409, 'Nothing of this failed.');
  end if;
  return p_job_id;
end
$$;
comment on function public.retry_job is 'Runs a failed or stopped job again, or the failed parts of a request that no later one has made.';
grant execute on function public.retry_job to authenticated;

create function public.delete_draft(p_draft_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
begin
  perform from public.jobs where draft_id = p_draft_id and not is_parent order by id for update;
  update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
  where draft_id = p_draft_id and not is_parent and status in ('pending', 'processing');
  -- Pictures without a row are swept from Storage by the scheduler.
  delete from public.universes where id = v_draft.universe_id;
end
$$;
comment on function public.delete_draft is 'Removes a draft with its universe and releases, and stops its jobs.';
grant execute on function public.delete_draft to authenticated;

-- An account goes with all its drafts and jobs. They are taken in the order of everybody else, and while nothing is
-- claimed or reaped, since the cascade alone would take them in an order of its own and deadlock.
create function private.tg_users__hold_work() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtext('private.claims'));
  perform from public.drafts where owner_id = old.id order by id for no key update;
  perform from public.jobs where user_id = old.id order by is_parent, id for update;
  return old;
end
$$;
create trigger tg_users__hold_work before delete on auth.users
  for each row execute function private.tg_users__hold_work();

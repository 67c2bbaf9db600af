-- Who waits for whom: the reaper numbers messages in everybody's order, the sweep looks for files before it makes others
-- wait, of two universes that go public under one name the second is given the next address, and whom an invitation
-- reaches is found by an index.

set local lock_timeout = '1s';

create or replace function public.reap_expired_jobs(p_now timestamptz default now())
returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_job record;
  v_count integer := 0;
  v_drafts uuid[];
begin
  -- Two reapers would take the same rows in turn, to no use.
  if not pg_try_advisory_xact_lock(hashtext('private.reaper')) then
    return 0;
  end if;
  perform set_config('private.actor', 'reaper', true);
  v_drafts := array(
    select j.draft_id from public.jobs j where j.status = 'processing' and not j.is_parent and j.lease_expires_at < p_now
    union
    select j.draft_id from public.jobs j
    where j.status = 'pending' and not j.is_parent and j.started_at is null and j.expires_at <= p_now);
  -- All drafts at first, in one order; then what numbers their messages, in the same order: late jobs are told of after
  -- those that are taken back, and a claim speaks on several topics too.
  perform from public.drafts d where d.id = any (v_drafts) order by d.id for no key update;
  perform from private.topic_sequences t where t.draft_id = any (v_drafts) order by t.draft_id for update;
  for v_job in
    select id, attempt, external_id from public.jobs
    where status = 'processing' and not is_parent and lease_expires_at < p_now order by draft_id, created_at
  loop
    begin
      -- A heartbeat that we waited for counts.
      perform from public.jobs where id = v_job.id and lease_expires_at < p_now for update;
      continue when not found;
      if v_job.external_id is null then
        perform private.take_back_job(v_job.id, v_job.attempt, p_now);
      else
        perform public.fail_job(v_job.id, v_job.attempt, 'provider_timeout', 'The model took too long.', null, true, null, p_now);
      end if;
      v_count := v_count + 1;
    exception when sqlstate 'PT409' or sqlstate 'PT404' then
      null; -- It ended while we looked.
    end;
  end loop;
  v_count := v_count + private.expire_jobs(p_now);
  -- A request whose answer was lost, and whose job no attempt will look after any more. A late webhook still reopens it.
  update public.predictions p set status = 'lost', completed_at = p_now
  where p.status = 'submitting'
    and p.created_at < p_now - make_interval(secs => (select orphan_grace_seconds from private.settings))
    and not exists (select from public.jobs j where j.id = p.job_id and j.status in ('pending', 'processing'));
  return v_count;
end
$$;

drop function public.list_orphan_objects(integer, timestamptz);

create function public.list_orphan_objects(p_limit integer, p_now timestamptz default now(), p_published text[] default null)
returns table (bucket_id text, name text)
language sql stable security definer set search_path = '' as $$
  select o.bucket_id, o.name from storage.objects o, private.settings s
  where o.created_at < p_now - make_interval(secs => case o.bucket_id
      when 'published' then s.published_grace_seconds else s.orphan_grace_seconds end)
    and (
      o.bucket_id = 'voice-notes'
      or o.bucket_id = 'draft-media'
        and not exists (select from public.draft_asset_versions v where v.storage_path = o.name)
        and not exists (select from public.draft_versions v where v.storage_path = o.name)
        -- A job that ends may find that its file, by its content, lies there already.
        and split_part(o.name, '/', 2) not in (
          select j.draft_id::text from public.jobs j where j.status in ('pending', 'processing') and j.draft_id is not null)
        -- Of a draft that was copied, the file lies in another one's folder.
        and not exists (select from private.publication_files f join public.jobs j on j.id = f.job_id
          where f.storage_path = o.name and j.status in ('pending', 'processing'))
      or o.bucket_id = 'published' and not exists (select from private.release_files f where f.path = o.name)
        -- A publication takes what lies there already: no file that one on its way names may go.
        and not exists (select from private.publication_files f join public.jobs j on j.id = f.job_id
          where f.path = o.name and j.status in ('pending', 'processing'))
    )
    and (p_published is null or o.bucket_id = 'published' and o.name = any (p_published))
  order by o.created_at limit p_limit
$$;

grant execute on function public.list_orphan_objects to service_role;
comment on function public.list_orphan_objects is
  'Stored files that no version and no release uses, and recordings: older than an hour, in the public bucket than a day. Of p_published alone, when it is given.';

create or replace function public.condemn_orphans(p_limit integer, p_now timestamptz default now())
returns table (bucket_id text, name text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  v_others jsonb;
  v_published text[];
begin
  -- All of the storage is looked through before anybody has to wait.
  select coalesce(jsonb_agg(f) filter (where f.bucket_id <> 'published'), '[]'),
    array_agg(f.name) filter (where f.bucket_id = 'published')
  into v_others, v_published from public.list_orphan_objects(p_limit, p_now) f;
  -- Against whoever is showing a release: it sees these rows, or its own files are in use before this looks once more.
  perform pg_advisory_xact_lock(hashtext('published files'));
  delete from private.condemned_files where condemned_at < p_now - interval '7 minutes';
  return query
  with noted as (
    insert into private.condemned_files (name, condemned_at)
    select f.name, p_now from public.list_orphan_objects(p_limit, p_now, coalesce(v_published, '{}')) f
    -- What another scheduler is removing already is left to it.
    on conflict (name) do nothing returning name
  )
  select f.bucket_id, f.name from jsonb_to_recordset(v_others) as f (bucket_id text, name text)
  union all
  select 'published', n.name from noted n;
end
$$;

create or replace function private.tg_universes__keep_address()
returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_is_found boolean := false;
  v_is_secret boolean := coalesce((select is_secret from private.addresses where slug = old.slug), false);
begin
  if new.visibility = 'unlisted' and not v_is_secret then
    new.slug := coalesce(
      (select slug from private.addresses where universe_id = new.id and is_secret order by taken_at desc limit 1),
      private.secret_slug(new.name));
  elsif new.visibility = 'public' and v_is_secret and new.slug = old.slug then
    new.slug := private.free_slug(new.id, new.name);
    v_is_found := true;
  end if;
  if new.slug <> old.slug then
    insert into private.addresses as a (slug, universe_id, is_secret) values (new.slug, new.id, new.visibility = 'unlisted')
    on conflict (slug) do update set taken_at = clock_timestamp()
      where a.universe_id = new.id and (new.visibility = 'unlisted' or not a.is_secret);
    if not found and v_is_found then
      -- It was free a moment ago: whoever asked tries again and is given the next.
      raise exception using errcode = '40001', message = format('the address %s was taken meanwhile', new.slug);
    elsif not found then
      perform private.refuse('slug_taken', 409, format('The address %s is taken; choose another one.', new.slug));
    end if;
  end if;
  return new;
end
$$;

create or replace function private.tg_draft_invitations__announce()
returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.announce('user:' || u.id, 'draft_invitations', tg_op, jsonb_build_object('id', coalesce(new.id, old.id)))
  from auth.users u
  -- As Auth keeps them and as its index has them.
  where u.email = coalesce(new.email, old.email) and not u.is_sso_user and u.email_confirmed_at is not null;
  return null;
end
$$;

-- Wake-ups: new and freed work calls the worker through pg_net, at once and once per transaction.

create function private.wake(p_function text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_url text;
  v_key text;
begin
  -- One wake-up per transaction is enough, however many statements ask for it.
  if current_setting('private.woken', true) = txid_current()::text || p_function then
    return;
  end if;
  perform set_config('private.woken', txid_current()::text || p_function, true);
  select max(decrypted_secret) filter (where name = 'project_url'),
         max(decrypted_secret) filter (where name = 'worker_key')
  into v_url, v_key
  from vault.decrypted_secrets where name in ('project_url', 'worker_key');
  if v_url is null or v_key is null then
    raise warning 'no one is woken: the vault lacks project_url or worker_key';
    return;
  end if;
  perform net.http_post(
    url := v_url || '/functions/v1/' || p_function,
    body := '{}'::jsonb,
    headers := jsonb_build_object('content-type', 'application/json', 'apikey', v_key),
    timeout_milliseconds := 5000
  );
end
$$;
comment on function private.wake is 'Calls an Edge Function through pg_net. A hint only: the schedule finds what a lost call missed.';

create function private.tg_jobs__wake_worker() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from public.jobs
    where status = 'pending' and unmet_dependencies = 0 and not is_parent and run_at <= now()
  ) then
    perform private.wake('generation-worker');
  end if;
  return null;
end
$$;
create trigger tg_jobs__wake_worker after insert on public.jobs
  for each statement execute function private.tg_jobs__wake_worker();

-- A job that ends frees a slot and may unblock others; a claim does neither, so it wakes nobody.
create function private.tg_jobs__wake_worker_for_next() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from new_rows n join old_rows o using (id)
    where n.status is distinct from o.status and n.status <> 'processing'
      or n.unmet_dependencies = 0 and o.unmet_dependencies > 0
  ) and exists (
    select from public.jobs
    where status = 'pending' and unmet_dependencies = 0 and not is_parent and run_at <= now()
  ) then
    perform private.wake('generation-worker');
  end if;
  return null;
end
$$;
create trigger tg_jobs__wake_worker_for_next after update on public.jobs
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.tg_jobs__wake_worker_for_next();

-- Wake-ups: new and freed work calls the worker through pg_net, at once and once per transaction.

create function private.post(p_secret_of_address text, p_path text, p_body jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_url text;
  v_key text;
begin
  select max(decrypted_secret) filter (where name = p_secret_of_address),
         max(decrypted_secret) filter (where name = 'worker_key')
  into v_url, v_key
  from vault.decrypted_secrets where name in (p_secret_of_address, 'worker_key');
  if v_url is null or v_key is null then
    raise warning 'nobody is called at %: the vault lacks % or worker_key', p_path, p_secret_of_address;
    return;
  end if;
  perform net.http_post(
    url := v_url || p_path, body := p_body,
    headers := jsonb_build_object('content-type', 'application/json', 'apikey', v_key),
    timeout_milliseconds := 5000
  );
end
$$;
comment on function private.post is
  'A call through pg_net, with our key, to the address that the vault keeps under this name. A hint only: nothing may depend on its arrival.';

create function private.wake(p_function text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- One wake-up per transaction is enough, however many statements ask for it.
  if current_setting('private.woken', true) is distinct from txid_current()::text || p_function then
    perform set_config('private.woken', txid_current()::text || p_function, true);
    perform private.post('project_url', '/functions/v1/' || p_function, '{}');
  end if;
end
$$;
comment on function private.wake is 'Calls an Edge Function; the schedule finds what a lost call missed.';

create function private.wake_worker() returns void
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from public.jobs
    where status = 'pending' and unmet_dependencies = 0 and not is_parent and run_at <= now()
  ) then
    perform private.wake('generation-worker');
  end if;
end
$$;
comment on function private.wake_worker is 'Wakes the worker if there is a job that it may claim now.';

create function private.tg_jobs__wake_worker() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.wake_worker();
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
  ) then
    perform private.wake_worker();
  end if;
  return null;
end
$$;
create trigger tg_jobs__wake_worker_for_next after update on public.jobs
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.tg_jobs__wake_worker_for_next();

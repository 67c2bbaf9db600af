-- Schedules: the safety net under every wake-up call, and the sweeps.

create extension if not exists pg_cron;
create extension if not exists pg_net;
create extension if not exists supabase_vault;

create function private.tick() returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Runs that pg_cron has queued up one behind the other do the work once.
  if pg_try_advisory_xact_lock(hashtext('private.tick')) then
    perform private.wake('job-scheduler');
  end if;
end
$$;
comment on function private.tick is 'Calls the scheduler: it reaps, sweeps predictions and wakes the worker for what is due.';

select cron.schedule('job-scheduler', '10 seconds', 'select private.tick()');
select cron.schedule('prune-cron-history', '17 3 * * *',
  $$delete from cron.job_run_details where end_time < now() - interval '2 days'$$);

-- Stand-in for pg_cron 1.6: same tables and functions; the embedded stack (supabase/local/cron) runs the jobs.
-- Differs from hosted in that jobs run in this database only: schedule_in_database is left out.

create schema cron;
create sequence cron.jobid_seq;
create sequence cron.runid_seq;

create table cron.job (
  jobid bigint primary key default nextval('cron.jobid_seq'),
  schedule text not null,
  command text not null,
  nodename text not null default 'localhost',
  nodeport int not null default coalesce(inet_server_port(), 5432),
  database text not null default current_database(),
  username text not null default current_user,
  active boolean not null default true,
  jobname text,
  constraint jobname_username_uniq unique (jobname, username)
);

create table cron.job_run_details (
  jobid bigint,
  runid bigint primary key default nextval('cron.runid_seq'),
  job_pid int,
  database text,
  username text,
  command text,
  status text,
  return_message text,
  start_time timestamptz,
  end_time timestamptz
);
-- pg_cron has no index here; ours is for the stack's own pruning.
create index job_run_details_start_time_idx on cron.job_run_details (start_time);

alter table cron.job enable row level security;
create policy cron_job_policy on cron.job using (username = current_user);
alter table cron.job_run_details enable row level security;
create policy cron_job_run_details_policy on cron.job_run_details using (username = current_user);

create function cron._announce() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('pg_cron', '');
  return null;
end
$$;

create trigger announce after insert or update or delete or truncate on cron.job
for each statement execute function cron._announce();

create function cron._is_item(p_item text, p_low int, p_high int, p_names text[]) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  v_match text[] := regexp_match(lower(p_item), '^(\*|\$|\w+)(?:-(\w+))?(?:/(\d{1,4}))?$');
  v_bound text;
begin
  if v_match is null or v_match[3]::int = 0 then
    return false;
  elsif v_match[1] = '*' then
    return v_match[2] is null;
  elsif v_match[1] = '$' then
    return p_low = 1 and p_high = 31 and v_match[2] is null and v_match[3] is null;
  end if;
  foreach v_bound in array array_remove(v_match[1:2], null) loop
    if not (v_bound = any (p_names) or (v_bound ~ '^\d{1,4}$' and v_bound::int between p_low and p_high)) then
      return false;
    end if;
  end loop;
  return true;
end
$$;

create function cron._check_schedule(p_schedule text) returns void
language plpgsql immutable set search_path = '' as $$
declare
  v_fields text[] := regexp_split_to_array(btrim(p_schedule), '\s+');
  v_low int[] := array[0, 0, 1, 1, 0];
  v_high int[] := array[59, 23, 31, 12, 7];
  v_names text[] := array['', '', '',
    'jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec', 'sun,mon,tue,wed,thu,fri,sat'];
begin
  if btrim(p_schedule) ~ '^([1-9]|[1-5][0-9]) seconds?$'
    or btrim(p_schedule) ~ '^@(reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)$' then
    return;
  end if;
  if array_length(v_fields, 1) = 5 and not exists (
    select from generate_series(1, 5) f, unnest(string_to_array(v_fields[f], ',')) item
    where not cron._is_item(item, v_low[f], v_high[f], string_to_array(v_names[f], ','))
  ) then
    return;
  end if;
  raise exception 'invalid schedule: %', p_schedule
    using errcode = 'invalid_parameter_value',
    hint = 'Use cron format (e.g. 5 4 * * *), or interval format ''[1-59] seconds''';
end
$$;

create function cron.schedule(job_name text, schedule text, command text) returns bigint
language plpgsql volatile set search_path = '' as $$
declare
  v_id bigint;
begin
  perform cron._check_schedule(schedule.schedule);
  insert into cron.job (jobname, schedule, command)
  values (schedule.job_name, schedule.schedule, schedule.command)
  on conflict on constraint jobname_username_uniq do update set schedule = excluded.schedule, command = excluded.command
  returning jobid into v_id;
  return v_id;
end
$$;

create function cron.schedule(schedule text, command text) returns bigint
language sql volatile set search_path = '' as $$
  select cron.schedule(null, $1, $2)
$$;

create function cron.unschedule(job_id bigint) returns boolean
language plpgsql volatile set search_path = '' as $$
begin
  delete from cron.job where jobid = job_id;
  if not found then
    raise exception 'could not find valid entry for job %', job_id;
  end if;
  return true;
end
$$;

create function cron.unschedule(job_name text) returns boolean
language plpgsql volatile set search_path = '' as $$
begin
  delete from cron.job where jobname = job_name and username = current_user;
  if not found then
    raise exception 'could not find valid entry for job ''%''', job_name;
  end if;
  return true;
end
$$;

create function cron.alter_job(
  job_id bigint, schedule text default null, command text default null, database text default null,
  username text default null, active boolean default null
) returns void
language plpgsql volatile set search_path = '' as $$
begin
  if alter_job.schedule is not null then
    perform cron._check_schedule(alter_job.schedule);
  end if;
  update cron.job j set
    schedule = coalesce(alter_job.schedule, j.schedule),
    command = coalesce(alter_job.command, j.command),
    database = coalesce(alter_job.database, j.database),
    username = coalesce(alter_job.username, j.username),
    active = coalesce(alter_job.active, j.active)
  where j.jobid = job_id;
  if not found then
    raise exception 'Job % does not exist or you don''t own it', job_id;
  end if;
end
$$;

revoke all on all functions in schema cron from public;

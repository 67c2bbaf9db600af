-- What hosted Realtime keeps in a project's database: the message table that policies speak about, and the
-- functions that triggers call. Applied at every start, so each statement may run again on an existing database.
--
-- Differs from hosted: `realtime.messages` is one plain table instead of daily partitions (rows older than three days
-- are deleted by the Realtime part), and `inserted_at` counts UTC whatever the session's time zone is.

create schema if not exists realtime;

create table if not exists realtime.messages (
  id uuid not null default gen_random_uuid(),
  topic text not null,
  extension text not null,
  event text,
  payload jsonb,
  binary_payload bytea,
  private boolean default false,
  -- clock_timestamp and not now(): a replay must keep the order of messages that one transaction wrote
  inserted_at timestamp not null default (clock_timestamp() at time zone 'utc'),
  updated_at timestamp not null default (clock_timestamp() at time zone 'utc'),
  primary key (id, inserted_at)
);

comment on table realtime.messages is
  'Broadcast messages on their way to subscribers; its policies decide who may join and send on private channels.';

-- replay reads the newest messages of one private topic
create index if not exists messages_replay_idx on realtime.messages (topic, inserted_at desc)
  where private and extension = 'broadcast';
-- retention deletes the oldest messages
create index if not exists messages_inserted_at_idx on realtime.messages (inserted_at);

-- no policy is made here: without one of the project's own, private channels are closed to everybody
alter table realtime.messages enable row level security;

grant usage on schema realtime to anon, authenticated, service_role;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;

create or replace function realtime.topic() returns text
  language sql stable set search_path = ''
  as $$ select nullif(current_setting('realtime.topic', true), '') $$;

comment on function realtime.topic() is 'Topic of the channel that a policy on realtime.messages is being asked about.';

create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
  returns void language plpgsql set search_path = ''
  as $$
declare
  v_id uuid := gen_random_uuid();
begin
  perform set_config('realtime.topic', send.topic, true);
  insert into realtime.messages (id, topic, extension, event, payload, private)
  values (
    v_id, send.topic, 'broadcast', send.event,
    case
      when send.payload ? 'id' then send.payload
      else jsonb_set(send.payload, '{id}', to_jsonb(v_id))
    end,
    send.private
  );
exception when others then
  -- a message that cannot be sent must not undo the write that it tells about
  raise warning 'ErrorSendingBroadcastMessage: %', sqlerrm;
end
$$;

comment on function realtime.send(jsonb, text, text, boolean) is
  'Broadcasts payload to the subscribers of topic once the transaction commits. A failure is only a warning.';

create or replace function realtime.broadcast_changes(
  topic_name text, event_name text, operation text, table_name text, table_schema text,
  new record, old record, level text default 'ROW'
) returns void language plpgsql set search_path = ''
  as $$
begin
  if level = 'STATEMENT' then
    raise exception 'realtime.broadcast_changes works in row triggers only, not in statement triggers';
  end if;
  if operation not in ('INSERT', 'UPDATE', 'DELETE') then
    raise exception 'realtime.broadcast_changes: unexpected operation %', operation;
  end if;
  perform realtime.send(
    jsonb_build_object(
      'schema', table_schema, 'table', table_name, 'operation', operation,
      'record', new, 'old_record', old
    ),
    event_name, topic_name
  );
end
$$;

comment on function realtime.broadcast_changes(text, text, text, text, text, record, record, text) is
  'For row triggers: broadcasts the changed row on the private channel topic_name.';

do $$
begin
  if not exists (select from pg_publication where pubname = 'supabase_realtime_messages_publication') then
    -- only inserts are messages: retention deletes rows without telling anyone
    create publication supabase_realtime_messages_publication
      for table realtime.messages with (publish = 'insert');
  end if;
  if not exists (select from pg_publication where pubname = 'supabase_realtime') then
    -- empty at first, as hosted: migrations add the tables whose changes clients may listen to
    create publication supabase_realtime;
  end if;
end
$$;

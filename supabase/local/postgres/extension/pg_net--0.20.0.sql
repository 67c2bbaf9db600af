-- Stand-in for pg_net 0.20: same functions and unlogged tables; the embedded stack (supabase/local/net) sends the queue.
-- Differs from hosted in that only postgres and service_role may call it (hosted lets everybody in the database), so
-- that a function for users which forgets "security definer" fails here first.

create schema net;

create domain net.http_method as text
  check (value ilike 'get' or value ilike 'post' or value ilike 'delete');

create unlogged table net.http_request_queue (
  id bigserial,
  method net.http_method not null,
  url text not null,
  headers jsonb,
  body bytea,
  timeout_milliseconds int not null
);

create unlogged table net._http_response (
  id bigint,
  status_code integer,
  content_type text,
  headers jsonb,
  content text,
  timed_out bool,
  error_msg text,
  created timestamptz not null default now()
);
create index _http_response_created_idx on net._http_response (created);

-- Not in pg_net: lets a test make the network bad. One row; see supabase/local/net/faults.ts.
create table net._faults (
  is_only_row boolean primary key default true check (is_only_row),
  drop_percent real not null default 0 check (drop_percent between 0 and 100),
  duplicate_percent real not null default 0 check (duplicate_percent between 0 and 100),
  delay_ms int not null default 0 check (delay_ms >= 0),
  -- Only requests to addresses like this one suffer, so that tests beside are left alone.
  url_like text not null default '%'
);
insert into net._faults default values;

create function net._announce() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('pg_net', '');
  return null;
end
$$;

create trigger announce after insert on net.http_request_queue
for each statement execute function net._announce();

create function net._urlencode_string(string varchar) returns text
language sql immutable set search_path = '' as $$
  select coalesce(string_agg(
    case when c ~ '^[A-Za-z0-9_.~-]$' then c
         else regexp_replace(upper(encode(convert_to(c, 'UTF8'), 'hex')), '(..)', '%\1', 'g') end, '' order by i), '')
  from regexp_split_to_table(string, '') with ordinality as t(c, i)
$$;

create function net._with_params(p_url text, p_params jsonb) returns text
language sql immutable set search_path = '' as $$
  select p_url || coalesce(
    case when strpos(p_url, '?') > 0 then '&' else '?' end
    || string_agg(net._urlencode_string(key) || '=' || net._urlencode_string(value), '&' order by key), '')
  from jsonb_each_text(p_params)
$$;

create function net.http_get(
  url text, params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds int default 5000
) returns bigint
language sql volatile set search_path = '' as $$
  insert into net.http_request_queue (method, url, headers, timeout_milliseconds)
  values ('GET', net._with_params(http_get.url, http_get.params), http_get.headers, http_get.timeout_milliseconds)
  returning id
$$;

create function net.http_post(
  url text, body jsonb default '{}', params jsonb default '{}',
  headers jsonb default '{"Content-Type": "application/json"}', timeout_milliseconds int default 5000
) returns bigint
language plpgsql volatile set search_path = '' as $$
declare
  v_content_type text := (
    select h.value from jsonb_each_text(coalesce(http_post.headers, '{}')) h where lower(h.key) = 'content-type' limit 1);
  v_id bigint;
begin
  if v_content_type <> 'application/json' then
    raise exception 'Content-Type header must be "application/json"';
  end if;
  insert into net.http_request_queue (method, url, headers, body, timeout_milliseconds)
  values (
    'POST', net._with_params(http_post.url, http_post.params),
    case when v_content_type is null then coalesce(http_post.headers, '{}') || '{"Content-Type": "application/json"}'
         else http_post.headers end,
    convert_to(http_post.body::text, 'UTF8'), http_post.timeout_milliseconds)
  returning id into v_id;
  return v_id;
end
$$;

create function net.http_delete(
  url text, params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds int default 5000,
  body jsonb default null
) returns bigint
language sql volatile set search_path = '' as $$
  insert into net.http_request_queue (method, url, headers, body, timeout_milliseconds)
  values ('DELETE', net._with_params(http_delete.url, http_delete.params), http_delete.headers,
    convert_to(http_delete.body::text, 'UTF8'), http_delete.timeout_milliseconds)
  returning id
$$;

revoke all on all functions in schema net from public;
grant usage on schema net to service_role;
grant execute on function net._urlencode_string(varchar), net._with_params(text, jsonb),
  net.http_get(text, jsonb, jsonb, int), net.http_post(text, jsonb, jsonb, jsonb, int),
  net.http_delete(text, jsonb, jsonb, int, jsonb) to service_role;
grant insert, select on net.http_request_queue to service_role;
grant select on net._http_response to service_role;
grant usage on sequence net.http_request_queue_id_seq to service_role;

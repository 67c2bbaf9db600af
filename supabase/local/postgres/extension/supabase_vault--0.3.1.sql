-- Stand-in for Supabase Vault 0.3: same tables, view and functions. Hosted encrypts with libsodium inside the server;
-- here pgcrypto does, with the key in the file vault.key of the data folder, which no table and no dump contains.

create table vault.secrets (
  id uuid primary key default gen_random_uuid(),
  name text,
  description text not null default '',
  secret text not null,
  key_id uuid,
  nonce bytea default extensions.gen_random_bytes(16),
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
comment on table vault.secrets is 'Secrets; the column secret is encrypted.';
create unique index secrets_name_idx on vault.secrets (name) where name is not null;

create function vault._encrypt(p_secret text) returns text
language sql volatile security definer set search_path = '' as $$
  select pg_catalog.encode(extensions.pgp_sym_encrypt(
    p_secret, pg_catalog.pg_read_file('vault.key'), 'cipher-algo=aes256, compress-algo=0'), 'base64')
$$;

create function vault._decrypt(p_secret text) returns text
language sql stable security definer set search_path = '' as $$
  select extensions.pgp_sym_decrypt(pg_catalog.decode(p_secret, 'base64'), pg_catalog.pg_read_file('vault.key'))
$$;

create view vault.decrypted_secrets as
select id, name, description, secret, vault._decrypt(secret) as decrypted_secret, key_id, nonce, created_at, updated_at
from vault.secrets;

create function vault.create_secret(
  new_secret text, new_name text default null, new_description text default '', new_key_id uuid default null
) returns uuid
language sql volatile security definer set search_path = '' as $$
  insert into vault.secrets (secret, name, description)
  values (vault._encrypt(new_secret), new_name, new_description)
  returning id
$$;

create function vault.update_secret(
  secret_id uuid, new_secret text default null, new_name text default null, new_description text default null,
  new_key_id uuid default null
) returns void
language sql volatile security definer set search_path = '' as $$
  update vault.secrets s set
    secret = case when new_secret is null then s.secret else vault._encrypt(new_secret) end,
    name = coalesce(new_name, s.name),
    description = coalesce(new_description, s.description),
    updated_at = now()
  where s.id = secret_id
$$;

revoke all on all functions in schema vault from public;
grant usage on schema vault to service_role;
grant select, delete on vault.secrets, vault.decrypted_secrets to service_role;
grant execute on function vault._decrypt(text), vault.create_secret(text, text, text, uuid),
  vault.update_secret(uuid, text, text, text, uuid) to service_role;

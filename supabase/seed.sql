-- Demo accounts of a development database. Hosted projects never run this file.
-- The password of all four is magikswipe-demo.
insert into auth.users (
  instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new
)
select
  '00000000-0000-0000-0000-000000000000', id::uuid, 'authenticated', 'authenticated', email,
  extensions.crypt('magikswipe-demo', extensions.gen_salt('bf')), now(),
  '{"provider": "email", "providers": ["email"]}', jsonb_build_object('name', name), now(), now(), '', '', '', ''
from (values
  ('10000000-0000-4000-8000-000000000001', 'educator@studio.test', 'Emma'),
  ('10000000-0000-4000-8000-000000000002', 'second@studio.test', 'Luca'),
  ('10000000-0000-4000-8000-000000000003', 'support@studio.test', 'Sol'),
  ('10000000-0000-4000-8000-000000000004', 'admin@studio.test', 'Ada')
) as account (id, email, name);

update public.user_roles r set role = p.role::public.app_role
from (values ('support@studio.test', 'support'), ('admin@studio.test', 'admin')) as p (email, role)
join public.profiles on profiles.email = p.email
where r.user_id = profiles.id;

-- A demo is for trying things out: nobody waits for a quota.
update public.plans set is_default = false;
insert into public.plans (key, is_default, requests_per_hour, requests_per_day, generation_interval_seconds, monthly_credits)
values ('demo', true, 10000, 100000, 0, 1000000);

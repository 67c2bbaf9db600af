-- Suspending an account takes no job whose draft it does not hold, however quickly its owner makes another one.
set local lock_timeout = '1s';

create or replace function private.tg_users__stop_work() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  -- Those of this moment. What is begun in the next one, before the suspension can be seen, is made.
  v_drafts uuid[] := array(select id from public.drafts where owner_id = new.id order by id for no key update);
  v_jobs uuid[] := array(
    select id from public.jobs where user_id = new.id and status in ('pending', 'processing')
      and (draft_id is null or draft_id = any (v_drafts))
    order by is_parent, id for update);
begin
  update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null, deadline_at = null
  where id = any (v_jobs) and not is_parent;
  perform private.wake('job-scheduler');
  return new;
end
$$;

-- Realtime: who may join which private channel, and what the database says on it.

create function private.may_join(p_topic text) returns boolean
language sql stable security definer set search_path = '' as $$
  select case
    when p_topic = 'admin:jobs' then private.is_staff()
    when p_topic ~ '^draft:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then private.may_read_draft(substr(p_topic, 7)::uuid)
    when p_topic like 'user:%' then p_topic = 'user:' || (select auth.uid())::text
    else false end
$$;
comment on function private.may_join is 'draft:<id> for its owner and staff, user:<id> for that user, admin:jobs for staff.';
grant execute on function private.may_join to anon, authenticated, service_role;

create policy join_own_topics on realtime.messages for select to authenticated
  using (extension = 'broadcast' and (select private.may_join((select realtime.topic()))));
-- No insert policy: clients of the product listen, only the database speaks.

create table private.topic_sequences (
  draft_id uuid primary key references public.drafts (id) on delete cascade,
  sequence bigint not null
);
comment on table private.topic_sequences is 'The number of the last message on draft:<id>. Its row lock makes numbers rise in commit order, so a gap means a loss.';

create function private.announce(
  p_topic text, p_table text, p_operation text, p_record jsonb, p_sequence bigint default null
) returns void language sql security definer set search_path = '' as $$
  select realtime.send(
    jsonb_build_object('schema', 'public', 'table', p_table, 'operation', p_operation, 'sequence', p_sequence, 'record', p_record),
    p_operation, p_topic, true)
$$;

create function private.announce_to_draft(p_draft_id uuid, p_table text, p_operation text, p_record jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_sequence bigint;
begin
  insert into private.topic_sequences as t (draft_id, sequence) values (p_draft_id, 1)
  on conflict (draft_id) do update set sequence = t.sequence + 1 returning sequence into v_sequence;
  perform private.announce('draft:' || p_draft_id, p_table, p_operation, p_record, v_sequence);
end
$$;
comment on function private.announce_to_draft is 'One numbered message on the channel of a draft.';

create function private.tg_drafts__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_record jsonb := case when tg_op = 'DELETE' then jsonb_build_object('id', old.id) else private.draft_record(new) end;
begin
  if tg_op <> 'DELETE' then
    perform private.announce_to_draft(new.id, 'drafts', tg_op, v_record);
  end if;
  perform private.announce('user:' || coalesce(new.owner_id, old.owner_id), 'drafts', tg_op, v_record);
  return null;
end
$$;
create trigger tg_drafts__announce after insert or update or delete on public.drafts
  for each row execute function private.tg_drafts__announce();

create function private.tg_draft_assets__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from public.drafts where id = old.draft_id) then
      perform private.announce_to_draft(old.draft_id, 'draft_assets', tg_op, jsonb_build_object('id', old.id));
    end if;
  else
    perform private.announce_to_draft(new.draft_id, 'draft_assets', tg_op, private.asset_record(new));
  end if;
  return null;
end
$$;
create trigger tg_draft_assets__announce after insert or delete on public.draft_assets
  for each row execute function private.tg_draft_assets__announce();
create trigger tg_draft_assets__announce_change after update on public.draft_assets
  for each row when ((old.status, old.progress, old.sort_order, old.concept, old.image_prompt, old.image_version_id, old.error_code)
    is distinct from (new.status, new.progress, new.sort_order, new.concept, new.image_prompt, new.image_version_id, new.error_code))
  execute function private.tg_draft_assets__announce();

create function private.tg_draft_asset_translations__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_asset public.draft_assets;
begin
  for v_asset in
    select a.* from public.draft_assets a where a.id in (select asset_id from new_rows)
  loop
    perform private.announce_to_draft(v_asset.draft_id, 'draft_assets', 'UPDATE', private.asset_record(v_asset));
  end loop;
  return null;
end
$$;
create trigger tg_draft_asset_translations__announce after insert on public.draft_asset_translations
  referencing new table as new_rows
  for each statement execute function private.tg_draft_asset_translations__announce();
create trigger tg_draft_asset_translations__announce_change after update on public.draft_asset_translations
  referencing new table as new_rows
  for each statement execute function private.tg_draft_asset_translations__announce();

create function private.tg_jobs__announce() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_record jsonb;
begin
  if tg_op = 'UPDATE' and new.event_count = old.event_count then
    return null;
  end if;
  v_record := private.job_record(new);
  if new.draft_id is not null and exists (select from public.drafts where id = new.draft_id) then
    perform private.announce_to_draft(new.draft_id, 'jobs', tg_op, v_record);
  else
    perform private.announce('user:' || new.user_id, 'jobs', tg_op, v_record);
  end if;
  -- Staff see everyone's jobs, so they are told whose it is and for what.
  perform private.announce('admin:jobs', 'jobs', tg_op, v_record || jsonb_build_object(
    'user_email', (select email from public.profiles where id = new.user_id),
    'draft_name', (select name from public.drafts where id = new.draft_id)));
  return null;
end
$$;
create trigger tg_jobs__announce after insert or update on public.jobs
  for each row execute function private.tg_jobs__announce();

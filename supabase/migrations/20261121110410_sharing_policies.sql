-- What members of a draft see: its cards, names, versions, files and jobs, as its owner does.
set local lock_timeout = '1s';

-- Each set is read once in a statement, not once for each row.
drop policy read_own_drafts_or_as_staff on public.drafts;
create policy read_own_and_shared_drafts_or_as_staff on public.drafts for select to authenticated using (
  owner_id = (select auth.uid()) or id in (select private.shared_drafts()) or (select private.is_staff()));

drop policy read_names_of_own_drafts_or_as_staff on public.draft_translations;
create policy read_names_of_own_and_shared_drafts_or_as_staff on public.draft_translations for select to authenticated using (
  (select private.is_staff()) or draft_id in (select private.shared_drafts())
  or draft_id in (select id from public.drafts where owner_id = (select auth.uid())));

drop policy read_cards_of_own_drafts_or_as_staff on public.draft_assets;
create policy read_cards_of_own_and_shared_drafts_or_as_staff on public.draft_assets for select to authenticated using (
  (select private.is_staff()) or draft_id in (select private.shared_drafts())
  or draft_id in (select id from public.drafts where owner_id = (select auth.uid())));
-- Names and versions follow their cards, and versions of a universe follow its draft.

drop policy read_own_jobs_or_as_staff on public.jobs;
create policy read_own_jobs_and_those_of_shared_drafts_or_as_staff on public.jobs for select to authenticated using (
  user_id = (select auth.uid()) or draft_id in (select private.shared_drafts()) or (select private.is_staff()));

create policy read_fellow_members_or_as_staff on public.draft_members for select to authenticated using (
  (select private.is_staff()) or draft_id in (select private.shared_drafts())
  or draft_id in (select id from public.drafts where owner_id = (select auth.uid())));
comment on policy read_fellow_members_or_as_staff on public.draft_members is
  'Who works on a draft is known to all who do. Only functions write.';
grant select on public.draft_members to authenticated;

-- By the card or universe that uses it, not by its folder: a draft that was copied shares files with the one before, and
-- other drafts of the same owner stay closed.
create function private.is_file_of_my_drafts(p_path text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from (
      select a.draft_id from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id where v.storage_path = p_path
      union all
      select v.draft_id from public.draft_versions v where v.storage_path = p_path
    ) used join public.drafts d on d.id = used.draft_id
    where d.owner_id = (select auth.uid()) or d.id in (select private.shared_drafts()))
$$;
comment on function private.is_file_of_my_drafts is 'Whether a draft that the caller owns or is a member of uses this file.';
grant execute on function private.is_file_of_my_drafts to authenticated, service_role;

drop policy read_own_draft_media_or_as_staff on storage.objects;
create policy read_media_of_own_and_shared_drafts_or_as_staff on storage.objects for select to authenticated using (
  bucket_id = 'draft-media' and (
    (storage.foldername(name))[1] = (select auth.uid())::text or (select private.is_staff())
    or private.is_file_of_my_drafts(name)));

-- Jobs of a draft belong to its owner, whoever asked for them. An editor stops and retries what is made; a publication is
-- the owner's.
create function private.role_for(p_job public.jobs) returns text
language sql stable security definer set search_path = '' as $$
  select case when p_job.user_id = (select auth.uid()) then 'owner' else coalesce(
    nullif(private.role_in(p_job.draft_id), 'staff'), case when private.is_staff() then 'staff' end) end
$$;
comment on function private.role_for is 'What the caller is to a job: owner, editor, viewer, staff, or null.';

create or replace function private.own_job(p_job_id uuid) returns public.jobs
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_job public.jobs;
  v_role text;
begin
  select * into v_job from public.jobs where id = p_job_id;
  v_role := private.role_for(v_job);
  if v_job.id is null or v_role is null then
    perform private.refuse('not_found', 404, 'There is no such job in your account.');
  elsif v_role <> 'owner' and not private.is_admin() and (v_role <> 'editor' or v_job.type = 'publish') then
    perform private.refuse('forbidden', 403, case v_role when 'staff' then 'Support sees every job and changes none.'
      when 'editor' then 'A publication is the owner''s.' else 'You may look at this universe, but not change it.' end);
  end if;
  perform from public.drafts where id = v_job.draft_id for no key update;
  -- Read again under the lock, which whoever takes a membership away holds too.
  if private.role_for(v_job) is distinct from v_role then
    perform private.refuse('not_found', 404, 'There is no such job in your account.');
  end if;
  -- Children before their parent: a claim may hold one of them, never the parent.
  perform from public.jobs where parent_id = p_job_id order by id for update;
  select * into v_job from public.jobs where id = p_job_id for update;
  return v_job;
end
$$;

create or replace function public.retry_job(p_job_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs := private.own_job(p_job_id);
begin
  -- An editor's request counts as the owner's; what an admin helps with counts for nobody.
  perform private.retry(v_job, private.role_for(v_job) = 'staff', now());
  return p_job_id;
end
$$;

create or replace function public.get_job(p_job_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_is_staff boolean := private.is_staff();
  v_job public.jobs;
begin
  select * into v_job from public.jobs
  where id = p_job_id and (user_id = private.require_user() or v_is_staff or draft_id in (select private.shared_drafts()));
  if v_job.id is null then
    return null;
  end if;
  return case when v_is_staff then private.staff_job_record(v_job) || jsonb_build_object('error_detail', v_job.error_detail)
    else private.job_record(v_job) end || jsonb_build_object('result', v_job.result);
end
$$;
comment on function public.get_job is
  'A job of the caller or of a draft that they are a member of, any job for staff, or null. Only staff see error_detail.';

-- A theme that is spoken: the recording is written down by a model, where one is set up, and deleted within an hour.
set local lock_timeout = '1s';

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('voice-notes', 'voice-notes', false, 10485760,
  array['audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg', 'audio/wav'])
on conflict (id) do nothing;

create function private.may_record() returns boolean
language sql stable security definer set search_path = '' as $$
  select count(*) < 20 from storage.objects
  where bucket_id = 'voice-notes' and name collate "C" >= auth.uid() || '/' and name collate "C" < auth.uid() || '0'
$$;
comment on function private.may_record is
  'Recordings are uploaded before anything is counted, and gone after an hour: nobody can fill the storage with them meanwhile.';
grant execute on function private.may_record to authenticated;

-- The first folder of a key is its owner.
create policy add_own_voice_notes on storage.objects for insert to authenticated
  with check (bucket_id = 'voice-notes' and (storage.foldername(name))[1] = (select auth.uid())::text
    and (select private.may_record()));
create policy read_own_voice_notes on storage.objects for select to authenticated
  using (bucket_id = 'voice-notes' and (storage.foldername(name))[1] = (select auth.uid())::text);

insert into public.models
  (job_type, name, input_mapping, price_micros, credits, timeout_seconds, expected_seconds, max_concurrency, is_active, notes)
values
  ('transcribe', 'openai/gpt-4o-mini-transcribe', '{"audio_file": "$audio", "language": "$language"}', 1000, 0, 60, 4, 4, false,
   'Off until an operator has checked it: inputs and price could not be read on 2026-11-21.');

create function public.request_transcription(p_path text, p_language public.language) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_job uuid;
begin
  if (storage.foldername(p_path))[1] is distinct from v_user::text
    or not exists (select from storage.objects where bucket_id = 'voice-notes' and name = p_path) then
    perform private.refuse('not_found', 404, 'There is no such recording.');
  end if;
  perform private.refuse_missing_models('{"transcribe": 1}', now());
  perform private.take_request(v_user, false, private.price_of('{"transcribe": 1}'), now());
  select e into v_job from public.enqueue_jobs(jsonb_build_array(jsonb_build_object(
    'user_id', v_user, 'type', 'transcribe', 'priority', 9,
    'payload', jsonb_build_object('storage_path', p_path, 'language', p_language)))) e;
  perform private.charge(j, j.credits, now()) from public.jobs j where j.id = v_job;
  return v_job;
end
$$;
comment on function public.request_transcription is
  'Has a recording of the caller written down. Counts as one request. Returns the job, whose result is {text}.';
grant execute on function public.request_transcription to authenticated;

create or replace function public.list_orphan_objects(p_limit integer, p_now timestamptz default now())
returns table (bucket_id text, name text)
language sql stable security definer set search_path = '' as $$
  select o.bucket_id, o.name from storage.objects o
  where o.created_at < p_now - make_interval(secs => (select orphan_grace_seconds from private.settings))
    and (
      o.bucket_id = 'voice-notes'
      or o.bucket_id = 'draft-media'
        and not exists (select from public.draft_asset_versions v where v.storage_path = o.name)
        and not exists (select from public.draft_versions v where v.storage_path = o.name)
        -- A job that ends may find that its file, by its content, lies there already.
        and split_part(o.name, '/', 2) not in (
          select j.draft_id::text from public.jobs j where j.status in ('pending', 'processing') and j.draft_id is not null)
      or o.bucket_id = 'published' and not exists (select from public.release_assets a where a.image_path = o.name)
        -- A publication takes what lies there already: no file that one on its way names may go.
        and not exists (
          select from public.jobs j where j.type = 'publish' and j.status in ('pending', 'processing')
            and j.payload @> jsonb_build_object('assets', jsonb_build_array(jsonb_build_object('image_path', o.name))))
    )
  order by o.created_at limit p_limit
$$;
comment on function public.list_orphan_objects is
  'Stored files that no version and no release uses, and recordings, older than an hour, for the scheduler to remove.';

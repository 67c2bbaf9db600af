-- Storage: private pictures of drafts, public pictures of releases. Keys are made by the product, from content.
-- The tables are new and empty here, so nothing is blocked.
-- squawk-ignore-file require-concurrent-index-creation

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('draft-media', 'draft-media', false, 26214400, array['image/webp', 'image/png', 'image/jpeg']),
  ('published', 'published', true, 26214400, array['image/webp', 'image/png', 'image/jpeg'])
on conflict (id) do nothing;

-- The first folder of a key is its owner. Only the worker writes.
create policy read_own_draft_media_or_as_staff on storage.objects for select to authenticated
  using (bucket_id = 'draft-media' and (
    (storage.foldername(name))[1] = (select auth.uid())::text or (select private.is_staff())));

create function public.list_orphan_objects(p_limit integer, p_now timestamptz default now())
returns table (bucket_id text, name text)
language sql stable security definer set search_path = '' as $$
  select o.bucket_id, o.name from storage.objects o
  where o.created_at < p_now - make_interval(secs => (select orphan_grace_seconds from private.settings))
    and (
      o.bucket_id = 'draft-media' and not exists (select from public.draft_asset_versions v where v.storage_path = o.name)
      or o.bucket_id = 'published' and not exists (select from public.release_assets a where a.image_path = o.name)
        -- A publication takes what lies there already: no file that one on its way names may go.
        and not exists (
          select from public.jobs j where j.type = 'publish' and j.status in ('pending', 'processing')
            and j.payload @> jsonb_build_object('assets', jsonb_build_array(jsonb_build_object('image_path', o.name))))
    )
  order by o.created_at limit p_limit
$$;
comment on function public.list_orphan_objects is
  'Stored files that no card version and no release uses, older than an hour, for the scheduler to remove.';
create index release_assets_image_path_idx on public.release_assets (image_path);

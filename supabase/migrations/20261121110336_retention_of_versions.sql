-- Old versions: five of each piece are kept, and those that are shown or published.
set local lock_timeout = '1s';

create function private.drop_old_versions(p_limit integer default 1000) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts;
  v_count integer;
  v_dropped integer := 0;
begin
  -- One after the other under the draft's own lock: nobody chooses a version while it is dropped.
  for v_draft in
    select d.* from public.drafts d where d.id in (
      select a.draft_id from (
        select asset_id from public.draft_asset_versions group by asset_id, piece, language having count(*) > 5
      ) many join public.draft_assets a on a.id = many.asset_id
      union select draft_id from public.draft_versions group by draft_id, piece having count(*) > 5)
    order by d.id limit p_limit for no key update skip locked
  loop
    delete from public.draft_asset_versions v using (
      select o.id, row_number() over (partition by o.asset_id, o.piece, o.language order by o.created_at desc, o.id desc) as place
      from public.draft_asset_versions o join public.draft_assets a on a.id = o.asset_id where a.draft_id = v_draft.id
    ) o
    where o.id = v.id and o.place > 5
      and not exists (select from public.draft_assets a
        where a.id = v.asset_id and v.id in (a.image_version_id, a.video_version_id, a.model3d_version_id))
      and not exists (select from public.draft_asset_translations t where t.asset_id = v.asset_id and t.speech_version_id = v.id)
      and not exists (select from public.releases r join public.release_assets p on p.release_id = r.id
        where r.universe_id = v_draft.universe_id and p.image_sha256 = v.sha256);
    get diagnostics v_count = row_count;
    v_dropped := v_dropped + v_count;
    delete from public.draft_versions v using (
      select o.id, row_number() over (partition by o.piece order by o.created_at desc, o.id desc) as place
      from public.draft_versions o where o.draft_id = v_draft.id
    ) o
    where o.id = v.id and o.place > 5
      and v.id is distinct from v_draft.music_version_id and v.id is distinct from v_draft.cover_version_id
      and v.id is distinct from v_draft.poster_version_id and v.id is distinct from v_draft.logo_version_id;
    get diagnostics v_count = row_count;
    v_dropped := v_dropped + v_count;
  end loop;
  return v_dropped;
end
$$;
comment on function private.drop_old_versions is
  'Deletes all but the last five versions of each piece, never one that is shown or published, and gives their number. Their files go as orphans.';

select cron.schedule('drop-old-versions', '37 2 * * *', 'select private.drop_old_versions()');

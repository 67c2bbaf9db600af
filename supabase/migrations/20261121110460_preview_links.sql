-- A secret link that shows a draft as children will see it, without an account. Only a hash of the secret is kept.
-- The table is new and empty, so nothing is blocked.
set local lock_timeout = '1s';

create table private.preview_links (
  id uuid primary key default gen_random_uuid(),
  draft_id uuid not null references public.drafts (id) on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  hour_started_at timestamptz not null default '-infinity',
  hour_count integer not null default 0
);
comment on table private.preview_links is 'Links to drafts that are not published, for a week. hour_count: how often one was opened in the present hour.';
create index preview_links_draft_id_idx on private.preview_links (draft_id);

create function private.preview_of(p_draft_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('count', count(*), 'expires_at', max(expires_at))
  from private.preview_links where draft_id = p_draft_id and expires_at > now()
$$;
comment on function private.preview_of is 'How many secret links of a draft are open, and until when.';

create function public.create_preview_link(p_draft_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_token text := private.new_secret();
  v_expires_at timestamptz;
begin
  perform private.own_draft(p_draft_id, 'owner');
  if (select count(*) from private.preview_links where draft_id = p_draft_id and expires_at > now()) >= 20 then
    perform private.refuse('too_many_people', 409, 'At most 20 secret links of one universe; end the old ones first.');
  end if;
  insert into private.preview_links (draft_id, token_hash, expires_at)
  values (p_draft_id, private.hash_of(v_token), now() + interval '7 days') returning expires_at into v_expires_at;
  perform private.announce_to_draft(p_draft_id, 'draft_members', 'UPDATE', jsonb_build_object('draft_id', p_draft_id));
  return jsonb_build_object('token', v_token, 'expires_at', v_expires_at);
end
$$;
comment on function public.create_preview_link is 'Owner: a new secret link to look at a draft for 7 days. The secret is told this once.';

create function public.revoke_preview_links(p_draft_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.own_draft(p_draft_id, 'owner');
  delete from private.preview_links where draft_id = p_draft_id;
  perform private.announce_to_draft(p_draft_id, 'draft_members', 'UPDATE', jsonb_build_object('draft_id', p_draft_id));
end
$$;
comment on function public.revoke_preview_links is 'Owner: ends all secret links of a draft.';

create function private.preview_record(p_draft public.drafts) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', u.id, 'slug', u.slug, 'name', p_draft.name, 'names', private.draft_names(p_draft.id),
    'languages', to_jsonb(p_draft.languages), 'release', coalesce((select number from public.releases where id = u.release_id), 0) + 1,
    'visibility', u.visibility, 'background_color', p_draft.background_color, 'published_at', p_draft.updated_at,
    'assets', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', a.id, 'sort_order', a.sort_order, 'names', private.asset_names(a.id), 'image_path', v.storage_path
      ) order by a.sort_order), '[]')
      from public.draft_assets a join public.draft_asset_versions v on v.id = a.image_version_id where a.draft_id = p_draft.id))
  from public.universes u where u.id = p_draft.universe_id
$$;
comment on function private.preview_record is
  'A draft in the shape of the release that it would become now: cards that have a picture, in their order.';
grant execute on function private.preview_record to authenticated, service_role;

create function public.get_draft_preview(p_draft_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select private.preview_record(d) from public.drafts d where d.id = p_draft_id
$$;
comment on function public.get_draft_preview is 'A draft that the caller may read as children would see it, or null.';

create function public.has_preview(p_token text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from private.preview_links where token_hash = private.hash_of(p_token) and expires_at > now())
$$;
comment on function public.has_preview is 'Whether a secret link is open.';

create function public.get_preview(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_link private.preview_links;
  v_most constant integer := 600;
begin
  update private.preview_links set
    hour_count = 1 + case when hour_started_at + interval '1 hour' <= now() then 0 else hour_count end,
    hour_started_at = case when hour_started_at + interval '1 hour' <= now() then now() else hour_started_at end
  where token_hash = private.hash_of(p_token) and expires_at > now() returning * into v_link;
  if v_link.hour_count > v_most then
    perform private.refuse_until('rate_limited', 'This link is opened very often right now.',
      v_link.hour_started_at + interval '1 hour');
  end if;
  return (select private.preview_record(d) from public.drafts d where d.id = v_link.draft_id);
end
$$;
comment on function public.get_preview is 'What a secret link shows, for whoever has it, up to 600 times in an hour; null when it is over.';

grant execute on function public.create_preview_link, public.revoke_preview_links, public.get_draft_preview to authenticated;
grant execute on function public.has_preview, public.get_preview to anon, authenticated;

select cron.schedule('forget-open-doors', '41 3 * * *', $$
  delete from public.draft_invitations where expires_at < now();
  delete from private.preview_links where expires_at < now();
$$);

-- Whoever takes a universe back means it: what was on its way to the public ends, and no secret link shows what is hidden.
set local lock_timeout = '1s';

create function private.tg_universes__void_publications() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.publications where job_id in (
    select j.id from public.jobs j join public.drafts d on d.id = j.draft_id where d.universe_id = new.id and j.type = 'publish');
  return null;
end
$$;
comment on function private.tg_universes__void_publications is
  'Who decides anew who may see a universe decides against every publication asked for before: none of them may show it later, run or run again.';
-- A publication itself moves the release.
create trigger tg_universes__void_publications after update of visibility on public.universes
  for each row when (old.visibility <> new.visibility and old.release_id is not distinct from new.release_id)
  execute function private.tg_universes__void_publications();

create function private.open_preview(p_token text) returns private.preview_links
language sql stable security definer set search_path = '' as $$
  select l from private.preview_links l join public.drafts d on d.id = l.draft_id join public.universes u on u.id = d.universe_id
  where l.token_hash = private.hash_of(p_token) and l.expires_at > now() and u.hidden_at is null
$$;
comment on function private.open_preview is 'The link that this token opens; null when it is over, or an admin keeps its universe from being seen.';

create or replace function public.has_preview(p_token text) returns boolean
language sql stable security definer set search_path = '' as $$
  select (private.open_preview(p_token)).id is not null
$$;

create or replace function public.get_preview(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_link private.preview_links := private.open_preview(p_token);
  v_most constant integer := 600;
begin
  update private.preview_links set
    hour_count = 1 + case when hour_started_at + interval '1 hour' <= now() then 0 else hour_count end,
    hour_started_at = case when hour_started_at + interval '1 hour' <= now() then now() else hour_started_at end
  where token_hash = v_link.token_hash returning * into v_link;
  if v_link.hour_count > v_most then
    perform private.refuse_until('rate_limited', 'This link is opened very often right now.',
      v_link.hour_started_at + interval '1 hour');
  end if;
  return (select private.preview_record(d) from public.drafts d where d.id = v_link.draft_id);
end
$$;

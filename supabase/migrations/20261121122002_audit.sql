-- The trail of what was decided about what children see: published, taken back, shown, hidden.
-- The table is new and empty, so nothing is blocked.
set local lock_timeout = '1s';

create table public.audit_entries (
  id bigint generated always as identity primary key,
  actor_id uuid references public.profiles (id) on delete set null,
  action text not null check (action ~ '^[a-z_]+$'),
  -- No reference: the trail outlives what it tells of.
  universe_id uuid,
  data jsonb not null default '{}',
  created_at timestamptz not null default now()
);
alter table public.audit_entries enable row level security;
comment on table public.audit_entries is
  'Who decided what about a universe that is or was published. Rows are only added, by functions; support and admins read them.';
create index audit_entries_actor_id_idx on public.audit_entries (actor_id);
create index audit_entries_universe_id_idx on public.audit_entries (universe_id, id desc);
create policy read_audit_entries_as_staff on public.audit_entries for select to authenticated using ((select private.is_staff()));
grant select on public.audit_entries to authenticated;

create function private.note_decision(p_action text, p_universe_id uuid, p_data jsonb default '{}', p_actor_id uuid default auth.uid())
returns void language sql security definer set search_path = '' as $$
  insert into public.audit_entries (actor_id, action, universe_id, data) values (p_actor_id, p_action, p_universe_id, p_data)
$$;
comment on function private.note_decision is 'Adds a line to the trail, in the transaction of what it tells of.';

create function public.list_audit_entries(p_universe_id uuid default null, p_skip integer default 0, p_limit integer default 50)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_staff();
  return (
    with found as (
      select e.id from public.audit_entries e where p_universe_id is null or e.universe_id = p_universe_id
    ), page as (
      select id from found order by id desc offset greatest(p_skip, 0) limit least(greatest(p_limit, 0), 100)
    )
    select jsonb_build_object(
      'total', (select count(*) from found),
      'items', coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', e.id, 'action', e.action, 'data', e.data, 'universe_id', e.universe_id, 'slug', u.slug, 'name', u.name,
          'actor_id', e.actor_id, 'actor_email', p.email, 'created_at', e.created_at) order by e.id desc)
        from page join public.audit_entries e using (id)
        left join public.universes u on u.id = e.universe_id left join public.profiles p on p.id = e.actor_id), '[]')));
end
$$;
comment on function public.list_audit_entries is 'Support, admins: the trail, newest first, of one universe or of all: {items, total}.';
grant execute on function public.list_audit_entries to authenticated;

-- An owner who objects gets an answer; and what was hidden and is seen again says so for a week.
-- The new columns are empty and the table is small, so nothing is blocked for long.
-- squawk-ignore-file constraint-missing-not-valid
set local lock_timeout = '1s';

alter table private.hidings
  add column answer text check (char_length(answer) between 1 and 1000),
  add column answered_at timestamptz,
  add column ended_at timestamptz,
  add constraint an_answer_has_its_time check ((answer is null) or (answered_at is not null));
comment on table private.hidings is
  'The last hiding of a universe: why, what its owner said to it, what was answered, and since when it is seen again. What was before is in the trail.';
comment on column private.hidings.answered_at is 'When an admin decided about the objection; it is answered in words, or by showing the universe again.';

create function private.hiding_of(p_universe_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('reason', h.reason, 'hidden_at', h.hidden_at, 'appeal', h.appeal, 'appealed_at', h.appealed_at,
    'answer', h.answer, 'answered_at', h.answered_at, 'ended_at', h.ended_at)
  from private.hidings h
  where h.universe_id = p_universe_id and (h.ended_at is null or h.ended_at > now() - interval '7 days')
$$;
comment on function private.hiding_of is 'Why a universe is hidden, or was until lately, and what was said about it; else null.';

create or replace function public.get_hiding(p_slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
begin
  return (
    select private.hiding_of(u.id) from private.addresses a join public.universes u on u.id = a.universe_id
    where a.slug = p_slug and u.hidden_at is not null and (u.owner_id = v_user or private.is_staff()));
end
$$;

create or replace function public.hide_universe(p_slug text, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_admin uuid := private.require_admin();
  v_universe public.universes := private.any_universe(p_slug);
begin
  if v_universe.hidden_at is not null then
    perform private.refuse('nothing_to_do', 409, 'This universe is hidden already.');
  end if;
  insert into private.hidings as h (universe_id, reason, hidden_by) values (v_universe.id, btrim(p_reason), v_admin)
  on conflict (universe_id) do update set reason = excluded.reason, hidden_by = excluded.hidden_by, hidden_at = now(),
    appeal = null, appealed_at = null, answer = null, answered_at = null, ended_at = null;
  update public.universes set hidden_at = now() where id = v_universe.id returning * into v_universe;
  update public.universe_reports set status = 'upheld', decided_at = now(), decided_by = v_admin
  where universe_id = v_universe.id and status = 'open';
  update public.drafts set updated_at = now() where universe_id = v_universe.id;
  perform private.note_decision('hide', v_universe.id, jsonb_build_object('reason', btrim(p_reason)));
  return private.universe_record(v_universe);
end
$$;

create or replace function public.appeal_hiding(p_slug text, p_appeal text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_universe public.universes := private.own_universe(p_slug);
begin
  update private.hidings set appeal = btrim(p_appeal), appealed_at = now()
  where universe_id = v_universe.id and appeal is null and ended_at is null;
  if not found then
    perform private.refuse('nothing_to_do', 409, case when v_universe.hidden_at is null
      then 'This universe is not hidden.' else 'You have objected already; an admin decides.' end);
  end if;
  update public.drafts set updated_at = now() where universe_id = v_universe.id;
  perform private.note_decision('appeal', v_universe.id, jsonb_build_object('appeal', btrim(p_appeal)));
end
$$;

create function public.refuse_appeal(p_slug text, p_answer text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_universe public.universes;
begin
  perform private.require_admin();
  v_universe := private.any_universe(p_slug);
  update private.hidings set answer = btrim(p_answer), answered_at = now()
  where universe_id = v_universe.id and ended_at is null and appealed_at is not null and answered_at is null;
  if not found then
    perform private.refuse('nothing_to_do', 409, 'No objection waits for an answer here.');
  end if;
  update public.drafts set updated_at = now() where universe_id = v_universe.id;
  perform private.note_decision('refuse_appeal', v_universe.id, jsonb_build_object('answer', btrim(p_answer)));
end
$$;
comment on function public.refuse_appeal is
  'Admin: the universe stays hidden, whatever its owner said, and this is why. Showing it again is still possible.';

drop function public.unhide_universe(text);
create function public.unhide_universe(p_slug text, p_answer text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_answer text := nullif(btrim(p_answer), '');
  v_universe public.universes;
begin
  perform private.require_admin();
  v_universe := private.any_universe(p_slug);
  if v_universe.hidden_at is null then
    perform private.refuse('nothing_to_do', 409, 'This universe is not hidden.');
  end if;
  update private.hidings set ended_at = now(), answer = v_answer, answered_at = now() where universe_id = v_universe.id;
  update public.universes set hidden_at = null where id = v_universe.id returning * into v_universe;
  update public.drafts set updated_at = now() where universe_id = v_universe.id;
  perform private.note_decision('unhide', v_universe.id, jsonb_strip_nulls(jsonb_build_object('answer', v_answer)));
  return private.universe_record(v_universe);
end
$$;
comment on function public.unhide_universe is
  'Admin: the universe is seen again by whom its owner lets see it, with a word to its owner where there is one to say. Gives the universe.';
grant execute on function public.refuse_appeal, public.unhide_universe to authenticated;

-- A deck as its people want it: cards added, removed and put in order by hand.
set local lock_timeout = '1s';

create function public.add_asset(
  p_draft_id uuid, p_concept text, p_names jsonb default '{}', p_sort_order integer default null
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_count integer;
  v_end integer;
  v_asset uuid;
  v_card jsonb;
begin
  select count(*), coalesce(max(sort_order) + 1, 0) into v_count, v_end from public.draft_assets where draft_id = p_draft_id;
  if v_count >= 30 then
    perform private.refuse('validation_failed', 422, 'A universe has at most 30 cards.');
  end if;
  perform private.refuse_fields(jsonb_build_object('names', p_names), array['names']);
  if p_sort_order < v_end then
    update public.draft_assets set sort_order = sort_order + 1 where draft_id = p_draft_id and sort_order >= p_sort_order;
  end if;
  insert into public.draft_assets (draft_id, sort_order, concept)
  values (p_draft_id, least(p_sort_order, v_end), p_concept)
  on conflict (draft_id, lower(concept)) do nothing returning id into v_asset;
  if v_asset is null then
    perform private.refuse('duplicate_concept', 409, 'Two cards of a universe cannot be about the same.');
  end if;
  perform private.name_card(v_asset, p_names, '{}', to_jsonb(clock_timestamp()));
  perform private.want_names(p_draft_id);
  perform private.note_edit(p_draft_id, greatest(v_draft.card_count, v_count + 1));
  perform private.settle_draft(p_draft_id);
  select private.asset_record(a) || jsonb_build_object('texts', private.asset_texts(a.id)) into v_card
  from public.draft_assets a where a.id = v_asset;
  return v_card;
end
$$;
comment on function public.add_asset is
  'A card more, at the end or at this place, with the names that are known; what it lacks is made with the next request. Returns the card.';

create function public.remove_asset(p_draft_id uuid, p_asset_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
  v_count integer := (select count(*) from public.draft_assets where draft_id = p_draft_id);
begin
  if not exists (select from public.draft_assets where id = p_asset_id and draft_id = p_draft_id) then
    perform private.refuse('not_found', 404, 'This card is not in this draft.');
  end if;
  perform from public.jobs where asset_id = p_asset_id order by is_parent, id for update;
  update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null, deadline_at = null
  where asset_id = p_asset_id and status in ('pending', 'processing');
  if found then
    perform private.wake('job-scheduler');
  end if;
  delete from public.draft_assets where id = p_asset_id;
  -- Nobody asks for another card in the place of one that was not wanted.
  perform private.note_edit(p_draft_id, case when v_draft.card_count <= v_count then greatest(1, v_count - 1) end);
  perform private.settle_draft(p_draft_id);
end
$$;
comment on function public.remove_asset is 'Removes a card with its pieces, and stops what is being made for it. What was published keeps it.';

create function public.reorder_assets(p_draft_id uuid, p_asset_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.drafts := private.own_draft(p_draft_id);
begin
  if array(select id from public.draft_assets where draft_id = p_draft_id order by id)
    is distinct from array(select w.id from unnest(p_asset_ids) as w (id) order by w.id) then
    perform private.refuse('changed_meanwhile', 409, 'Cards were added or removed meanwhile; look at the deck again.');
  end if;
  update public.draft_assets a set sort_order = w.place - 1
  from unnest(p_asset_ids) with ordinality as w (id, place)
  where a.id = w.id and a.draft_id = p_draft_id and a.sort_order <> w.place - 1;
  if found then
    perform private.note_edit(p_draft_id);
  end if;
end
$$;
comment on function public.reorder_assets is 'Puts the cards in this order: all of them, each once. Refuses with changed_meanwhile where the deck has other cards.';
grant execute on function public.add_asset, public.remove_asset, public.reorder_assets to authenticated;

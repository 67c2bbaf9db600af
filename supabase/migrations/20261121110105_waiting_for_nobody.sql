-- Whoever waits for a judgement hears at once when it will not come in time: a refused key pauses all models meanwhile.
set local lock_timeout = '1s';

create or replace function public.get_moderations(p_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.require_user();
  v_answer jsonb;
  v_waits_for uuid;
begin
  select coalesce(jsonb_agg(case when j.id is not null then private.moderation_record(
      -- Somebody else's words may have been the same, and judged first.
      case when j.status = 'completed' then j else coalesce(private.find_judgement(j.payload, j.model_id, v_user), j) end)
      || jsonb_build_object('id', j.id) end order by u.n), '[]'),
    (array_agg(j.model_id) filter (where j.status = 'pending'))[1]
  into v_answer, v_waits_for
  from unnest(p_ids) with ordinality as u (id, n)
  left join public.jobs j on j.id = u.id and j.type = 'moderate' and (j.user_id = v_user or j.status = 'completed');
  if v_waits_for is not null and v_answer @? '$[*] ? (@.status == "pending")' then
    perform private.refuse_unjudged(v_user, m) from public.models m where m.id = v_waits_for;
  end if;
  return v_answer;
end
$$;
comment on function public.get_moderations is
  'How far the judgements of these jobs are, in their order; null for what is not the caller''s. Refuses at once when one that waits would wait too long.';

-- Texts that come after their card got another name are stale from the beginning.
set local lock_timeout = '1s';

create or replace function private.apply_texts(p_job public.jobs, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.draft_asset_translations t set
    alt_text = case when private.may_fill(t.edited_at, 'alt_text', p_job.created_at)
      then coalesce(r.value ->> 'alt_text', t.alt_text) else t.alt_text end,
    fun_fact = case when private.may_fill(t.edited_at, 'fun_fact', p_job.created_at)
      then coalesce(r.value ->> 'fun_fact', t.fun_fact) else t.fun_fact end,
    story = case when private.may_fill(t.edited_at, 'story', p_job.created_at)
      then coalesce(r.value ->> 'story', t.story) else t.story end
  from jsonb_each(p_result -> 'texts') r
  where t.asset_id = p_job.asset_id and t.language::text = r.key;
  -- They were written for the name of the time when they were asked for.
  update public.draft_asset_translations t set text_name = p_job.payload -> 'names' ->> t.language::text
  from jsonb_each(p_result -> 'texts') r
  where t.asset_id = p_job.asset_id and t.language::text = r.key and t.text_name is not null
    and t.text_name <> p_job.payload -> 'names' ->> t.language::text;
  update public.drafts set revision = revision + 1 where id = p_job.draft_id;
end
$$;

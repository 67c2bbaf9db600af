-- Prompts are filled with concept and theme in one place.
set local lock_timeout = '1s';

comment on function private.fill_prompt is 'A prompt for all cards of a draft in the words of one of them.';
create or replace function private.resolve_image_prompt(p_asset_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    a.image_prompt,
    private.fill_prompt(coalesce(d.image_prompt, t.image_prompt), a.concept, d.theme))
  from public.draft_assets a
  join public.drafts d on d.id = a.draft_id join public.theme_templates t on t.key = d.template_key
  where a.id = p_asset_id
$$;

create or replace function private.resolve_video_prompt(p_asset_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    a.video_prompt,
    private.fill_prompt(coalesce(d.video_prompt, t.video_prompt), a.concept, d.theme))
  from public.draft_assets a
  join public.drafts d on d.id = a.draft_id join public.theme_templates t on t.key = d.template_key
  where a.id = p_asset_id
$$;

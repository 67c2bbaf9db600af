-- Safety words: what every prompt of a picture and a film ends with, and the layers of a prompt for whoever wants to see them.
set local lock_timeout = '1s';

alter table private.settings add column safety_prompt text not null
  default 'Safe for young children: friendly and gentle, no text, no violence, nothing frightening.'
  check (char_length(safety_prompt) between 1 and 500);
comment on column private.settings.safety_prompt is 'What every prompt of a picture or a film ends with when it goes to the model.';

create function private.tg_jobs__add_safety_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.payload := new.payload || jsonb_build_object('safety', (select safety_prompt from private.settings));
  return new;
end
$$;
comment on function private.tg_jobs__add_safety_words is
  'Beside the prompt, not in it: a version keeps the prompt alone, so that another setting makes no picture stale.';
create trigger tg_jobs__add_safety_words before insert on public.jobs for each row
  when (new.type in ('generate_image', 'generate_video') and new.payload ? 'prompt')
  execute function private.tg_jobs__add_safety_words();

create function private.fill_prompt(p_prompt text, p_concept text, p_theme text) returns text
language sql immutable set search_path = '' as $$
  select replace(replace(p_prompt, '{concept}', p_concept), '{theme}', p_theme)
$$;

create function public.get_asset_prompt(p_draft_id uuid, p_asset_id uuid, p_piece text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_draft public.drafts;
  v_asset public.draft_assets;
  v_template public.theme_templates;
  v_card text;
  v_universe text;
  v_theme text;
begin
  select * into v_draft from public.drafts where id = p_draft_id and private.may_read_draft(p_draft_id);
  select * into v_asset from public.draft_assets where id = p_asset_id and draft_id = v_draft.id;
  if v_asset.id is null then
    return null;
  end if;
  select * into v_template from public.theme_templates where key = v_draft.template_key;
  v_card := case p_piece when 'video' then v_asset.video_prompt else v_asset.image_prompt end;
  v_universe := private.fill_prompt(case p_piece when 'video' then v_draft.video_prompt else v_draft.image_prompt end, v_asset.concept, v_draft.theme);
  v_theme := private.fill_prompt(case p_piece when 'video' then v_template.video_prompt else v_template.image_prompt end, v_asset.concept, v_draft.theme);
  return jsonb_build_object('style', case p_piece when 'image' then v_draft.style end, 'layers', jsonb_build_array(
    jsonb_build_object('layer', 'theme', 'text', v_theme, 'is_used', v_card is null and v_universe is null),
    jsonb_build_object('layer', 'universe', 'text', v_universe, 'is_used', v_card is null and v_universe is not null),
    jsonb_build_object('layer', 'card', 'text', v_card, 'is_used', v_card is not null),
    jsonb_build_object('layer', 'safety', 'text', (select safety_prompt from private.settings), 'is_used', true)));
end
$$;
comment on function public.get_asset_prompt is
  'What the prompt of a card''s next picture or film is made of: {style, layers: [{layer, text, is_used}]}; text is null where a layer says nothing. Null when the caller may not read the card.';
grant execute on function public.get_asset_prompt to authenticated;

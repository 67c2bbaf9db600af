-- Models that make things, and the theme templates that tell them what to make.

create type public.job_type as enum (
  'generate_universe', 'generate_concepts', 'generate_text', 'generate_image', 'generate_video', 'generate_music',
  'generate_speech', 'generate_model3d', 'generate_graphic', 'translate', 'publish', 'import', 'sync_push',
  'sync_pull', 'notify', 'export_user', 'delete_user'
);

create table public.models (
  id uuid primary key default gen_random_uuid(),
  job_type public.job_type not null,
  name text not null check (name ~ '^[a-z0-9._-]+/[a-z0-9._-]+$'),
  version text,
  input_mapping jsonb not null check (jsonb_typeof(input_mapping) = 'object'),
  price_micros bigint not null default 0 check (price_micros >= 0),
  timeout_seconds integer not null default 300 check (timeout_seconds between 1 and 1800),
  max_concurrency integer not null default 4 check (max_concurrency > 0),
  is_active boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (job_type, name)
);
alter table public.models enable row level security;
comment on table public.models is
  'A model at the provider. input_mapping names the inputs it takes: a value "$prompt" stands for the generator''s own prompt.';
comment on column public.models.version is 'Null for official models, which are called by name.';
create unique index models_active_idx on public.models (job_type) where is_active;
create trigger tg_models__set_updated_at before update on public.models
  for each row execute function private.tg_set_updated_at();

create policy read_models_as_staff on public.models for select to authenticated using ((select private.is_staff()));
grant select on public.models to authenticated;

insert into public.models (job_type, name, input_mapping, price_micros, timeout_seconds, max_concurrency, is_active)
values
  ('generate_concepts', 'meta/meta-llama-3-70b-instruct',
   '{"prompt": "$instruction", "max_tokens": 4000, "temperature": 0.7, "seed": "$seed"}', 3000, 120, 4, true),
  ('generate_image', 'black-forest-labs/flux-schnell',
   '{"prompt": "$prompt", "seed": "$seed", "aspect_ratio": "1:1", "megapixels": "1", "num_outputs": 1, "output_format": "webp", "output_quality": 90}',
   3000, 120, 8, true);

create table public.theme_templates (
  key text primary key check (key ~ '^[a-z][a-z-]*$'),
  sort_order integer not null unique,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names ?& array['fr', 'en', 'es', 'it', 'de']),
  concepts_prompt text not null,
  image_prompt text not null check (image_prompt like '%{concept}%'),
  video_prompt text not null check (video_prompt like '%{concept}%'),
  music_prompt text not null,
  background_color text not null check (background_color ~ '^#[0-9a-f]{6}$')
);
alter table public.theme_templates enable row level security;
comment on table public.theme_templates is 'Prompts and colours per theme that ships; a free-text theme uses the template "any".';
create policy read_theme_templates on public.theme_templates for select to anon, authenticated using (true);
grant select on public.theme_templates to anon, authenticated;

insert into public.theme_templates
  (key, sort_order, names, concepts_prompt, image_prompt, video_prompt, music_prompt, background_color)
select key, sort_order, names, concepts,
  'A friendly {concept}, ' || scene || ', soft 3D picture-book illustration for young children, rounded shapes, warm light, one clear subject in the middle, no text',
  'The {concept} moves gently, ' || scene || ', slow camera, calm and cheerful, seamless loop',
  music, colour
from (values
  ('jungle', 1, '{"fr": "La jungle", "en": "The jungle", "es": "La selva", "it": "La giungla", "de": "Der Dschungel"}'::jsonb,
   'animals and plants of the jungle', 'in a sunny jungle with palm trees and big leaves', 'playful kalimba and marimba, birds, joyful', '#14532d'),
  ('ocean', 2, '{"fr": "L''océan", "en": "The ocean", "es": "El océano", "it": "L''oceano", "de": "Der Ozean"}',
   'animals and things of the ocean', 'under clear blue water with corals and bubbles', 'dreamy harp and bells with soft waves, calm', '#0c4a6e'),
  ('space', 3, '{"fr": "L''espace", "en": "Space", "es": "El espacio", "it": "Lo spazio", "de": "Das Weltall"}',
   'things of space and the night sky', 'in space with stars and planets', 'dreamy pads and glockenspiel, wonder', '#1a1a2e'),
  ('farm', 4, '{"fr": "La ferme", "en": "The farm", "es": "La granja", "it": "La fattoria", "de": "Der Bauernhof"}',
   'animals and things of the farm', 'on a green farm with a red barn and fields', 'joyful ukulele and whistle, country morning', '#3f6212'),
  ('vehicles', 5, '{"fr": "Les véhicules", "en": "Vehicles", "es": "Los vehículos", "it": "I veicoli", "de": "Die Fahrzeuge"}',
   'vehicles of road, rail, water and air', 'in a tidy colourful town', 'adventurous clarinet and drums, lively', '#1e3a8a'),
  ('construction', 6, '{"fr": "Les engins de chantier", "en": "Construction vehicles", "es": "Las máquinas de obra", "it": "I mezzi da cantiere", "de": "Die Baufahrzeuge"}',
   'vehicles and machines of a building site', 'on a sunny building site with cranes', 'marimba and tuba, busy and cheerful', '#92400e'),
  ('any', 99, '{"fr": "", "en": "", "es": "", "it": "", "de": ""}',
   'things a young child knows that belong to this theme', 'in the world of {theme}', 'gentle music box, calm and happy', '#1a1a2e')
) as t (key, sort_order, names, concepts, scene, music, colour);

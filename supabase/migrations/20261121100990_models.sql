-- A model at Replicate for every kind of piece. Inputs and prices are those of the models' public pages; the notes say
-- when they were read, and which price has to be looked up before the model is used in earnest.
set local lock_timeout = '1s';

alter table public.models add column notes text not null default '';
comment on column public.models.notes is 'Where its inputs and its price come from, and when they were read.';

update public.models set notes = 'Inputs and price per request estimated for 1,000 tokens; read 2026-11-21.' where job_type = 'generate_concepts';
update public.models set notes = '3 dollars for 1,000 pictures; read 2026-11-21.' where job_type = 'generate_image';

insert into public.models
  (job_type, name, input_mapping, price_micros, credits, timeout_seconds, expected_seconds, max_concurrency, is_active, notes)
values
  ('generate_text', 'meta/meta-llama-3-70b-instruct',
   '{"prompt": "$instruction", "max_tokens": 3000, "temperature": 0.7, "seed": "$seed"}', 3000, 0, 120, 10, 4, true,
   'Inputs and price per request estimated for 1,000 tokens; read 2026-11-21.'),
  ('translate', 'meta/meta-llama-3-70b-instruct',
   '{"prompt": "$instruction", "max_tokens": 300, "temperature": 0.2, "seed": "$seed"}', 500, 0, 60, 4, 4, true,
   'Inputs and price per request estimated for 150 tokens; read 2026-11-21.'),
  ('generate_graphic', 'black-forest-labs/flux-schnell',
   '{"prompt": "$prompt", "seed": "$seed", "aspect_ratio": "$aspect_ratio", "megapixels": "1", "num_outputs": 1, "output_format": "webp", "output_quality": 90}',
   3000, 1, 120, 5, 4, true, '3 dollars for 1,000 pictures; read 2026-11-21. It takes a named shape, not a size.'),
  ('generate_video', 'wan-video/wan-2.2-i2v-fast',
   '{"image": "$image", "prompt": "$prompt", "seed": "$seed", "num_frames": 81, "frames_per_second": 16, "resolution": "$resolution_name"}',
   110000, 4, 600, 60, 4, true, 'Inputs and price (0.11 dollars a film at 720p) as its maker gives them; read 2026-11-21. Always 5 s, without a voice.'),
  ('generate_music', 'stability-ai/stable-audio-2.5',
   '{"prompt": "$description", "duration": "$duration", "seed": "$seed"}',
   200000, 2, 180, 20, 2, true, 'Inputs read 2026-11-21; 0.20 dollars a piece as resellers give it: look it up before use.'),
  ('generate_speech', 'minimax/speech-02-turbo',
   '{"text": "$text", "voice_id": "Friendly_Person", "language_boost": "$language_name", "speed": 0.9, "audio_format": "mp3"}',
   600, 0, 60, 3, 4, true, 'Inputs read 2026-11-21; the price could not be read (it goes by characters): look it up before use.'),
  ('generate_model3d', 'tencent/hunyuan-3d-3.1',
   '{"image": "$image", "face_count": 40000}',
   160000, 2, 600, 120, 2, true, 'Inputs read 2026-11-21 (a picture or a prompt, never both); the price could not be read: look it up before use.');

-- Models that judge words, none of them in use until an operator says so: without one, the word lists judge alone.
-- The two indexes hold judgements only and are empty as yet, so they are made in one go.
-- squawk-ignore-file require-concurrent-index-creation
set local lock_timeout = '1s';

alter table public.models add column output_meanings jsonb not null default '{}'
  check (jsonb_typeof(output_meanings) = 'object');
comment on column public.models.output_meanings is
  'What the words of a judging model mean in ours: {"S1": "violence"}. Null: harmless on a card. A word that is not here is refused without a reason.';

alter table private.settings
  add column judgements_per_hour integer not null default 600 check (judgements_per_hour > 0),
  add column judge_patience_seconds integer not null default 20 check (judge_patience_seconds > 0),
  add column judge_within_seconds integer not null default 60 check (judge_within_seconds > 0);
comment on column private.settings.judgements_per_hour is
  'How many texts of one person are judged in an hour. They cost no request and no credit, and yet somebody pays for them.';
comment on column private.settings.judge_patience_seconds is 'Whoever typed the words waits so long before a page, and is told at once when it would be longer.';
comment on column private.settings.judge_within_seconds is 'A judgement that has not begun by then is dropped. Until then the same words, sent again, find it.';

insert into public.models
  (job_type, name, input_mapping, output_meanings, price_micros, credits, timeout_seconds, expected_seconds, max_concurrency, is_active, notes)
values
  ('moderate', 'meta/llama-guard-4-12b', '{"prompt": "$text"}',
   -- Advice, trade marks, elections and code are nothing that a picture card does to anybody.
   '{"S1": "violence", "S2": "violence", "S3": "sexual", "S4": "sexual", "S5": "hate", "S6": null, "S7": "personal_data",
     "S8": null, "S9": "weapons", "S10": "hate", "S11": "self_harm", "S12": "sexual", "S13": null, "S14": null}',
   100, 0, 20, 2, 8, false,
   'Off until an operator wants it. Categories as its maker names them (MLCommons hazards); the input as public users name it; price estimated for 500 tokens at 0.20 dollars a million, as other hosts give it: look it up before use. Read 2026-11-21.');

create index jobs_judged_texts_idx on public.jobs (md5(payload ->> 'text')) where type = 'moderate';
create index jobs_due_judgements_idx on public.jobs (run_at) where type = 'moderate' and status = 'pending';

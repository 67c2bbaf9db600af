-- A kind of job of its own; a new value can only be used in a later transaction.
set local lock_timeout = '1s';

alter type public.job_type add value if not exists 'moderate' after 'transcribe';

-- What an account leaves behind names it no more.
set local lock_timeout = '1s';

-- Results are kept for 30 days: the index is made in a moment.
-- squawk-ignore require-concurrent-index-creation
create index results_folder_idx on private.results (split_part(result ->> 'storage_path', '/', 1));

create function private.tg_users__forget_results() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- The files lie in the account's folder, which is emptied: nobody can be given them any more.
  delete from private.results where split_part(result ->> 'storage_path', '/', 1) = old.id::text;
  return old;
end
$$;
comment on function private.tg_users__forget_results is
  'Results that are kept for whoever asks for the same say where their file lies, and that names its owner.';
create trigger tg_users__forget_results after delete on auth.users
  for each row execute function private.tg_users__forget_results();

import type postgres from "postgres";

/** What holds at every moment, whatever has happened: each row that comes back is a breach. */
export const breachesOf = (sql: postgres.Sql) => sql<{ breach: string; job: string }[]>`
  with leaf as (select * from public.jobs where not is_parent),
  trail as (
    select e.*, lag(to_status) over (partition by job_id order by sequence) as before from public.job_events e
  ), rounds as (
    select job_id,
      count(*) filter (where to_status in ('completed', 'failed', 'cancelled') and from_status is distinct from to_status
        and (from_status is not null or sequence = 0)) as ends,
      count(*) filter (where event = 'retried') as retries
    from trail group by job_id
  ), root as (
    select j.*, private.paid_credits(j.id) as paid, case when j.is_parent
      then (select coalesce(sum(c.credits), 0) from public.jobs c where c.parent_id = j.id and c.status = 'completed')
      when j.status = 'completed' then j.credits else 0 end as made
    from public.jobs j where j.parent_id is null
  )
  select 'a lease is on a job that does not run, or none on one that does' as breach, id as job from leaf
    where (status = 'processing') <> (lease_expires_at is not null) or (status = 'processing') <> (lease_owner is not null)
      or (status = 'processing') <> (deadline_at is not null)
  union all select 'a lease is longer than its attempt may take', id from leaf
    where lease_owner <> 'provider' and lease_expires_at > deadline_at
  union all select 'somebody runs more than three jobs', user_id from leaf
    where status = 'processing' group by user_id having count(*) > 3
  union all select 'a model runs more jobs than it has slots', model_id from leaf
    where status = 'processing' and model_id is not null group by model_id
    having count(*) > (select max_concurrency from public.models m where m.id = model_id)
  union all select 'the trail has a gap', j.id from public.jobs j
    where (select array_agg(sequence order by sequence) from public.job_events where job_id = j.id)
      is distinct from array(select generate_series(0, j.event_count))
  union all select 'the trail ends elsewhere than its job', j.id from public.jobs j
    where j.status <> (select to_status from public.job_events where job_id = j.id order by sequence desc limit 1)
  union all select 'the trail jumps', job_id from trail where sequence > 0 and from_status is distinct from before
  union all select 'a status was left in a way that there is not', job_id from trail
    where from_status in ('completed', 'failed', 'cancelled') and to_status <> from_status and event <> 'retried'
      or from_status = 'pending' and to_status = 'completed'
      or event = 'retried' and from_status not in ('completed', 'failed', 'cancelled')
  union all select 'a round has not exactly one end', j.id from public.jobs j join rounds r on r.job_id = j.id
    where r.ends <> r.retries + (j.status in ('completed', 'failed', 'cancelled'))::integer or r.retries <> j.round
  union all select 'the count of what it waits for is wrong', j.id from public.jobs j
    where j.unmet_dependencies <> (select count(*) from public.job_dependencies d join public.jobs e on e.id = d.depends_on_id
      where d.job_id = j.id and e.status <> 'completed')
  union all select 'it waits for what will never be', j.id from leaf j where j.status = 'pending' and exists (
    select from public.job_dependencies d join public.jobs e on e.id = d.depends_on_id
    where d.job_id = j.id and e.status in ('failed', 'cancelled'))
  union all select 'a request runs without its pieces, or ended before them', p.id from public.jobs p
    where p.is_parent and exists (select from public.jobs c where c.parent_id = p.id)
      and (p.status = 'processing') <> exists (
        select from public.jobs c where c.parent_id = p.id and c.status in ('pending', 'processing'))
  union all select 'a request says that it was made, and nothing was, or the other way', p.id from public.jobs p
    where p.status = 'completed' and p.is_parent and not exists (
        select from public.jobs c where c.parent_id = p.id and c.status = 'completed')
      or p.status = 'failed' and p.is_parent and exists (
        select from public.jobs c where c.parent_id = p.id and c.status = 'completed')
  union all select 'what was paid is not what was made', id from root
    where status in ('completed', 'failed', 'cancelled') and paid <> made
  union all select 'what runs was given back', id from root
    where status in ('pending', 'processing') and paid < made
  union all select 'a round was given back twice', job_id from public.credit_entries
    where kind = 'refund' and job_id is not null group by job_id, round having count(*) > 1
  union all select 'the account is not what its ledger says', q.user_id from public.user_quotas q
    where q.credits_month > '-infinity' and q.credits_left + (
      select coalesce(sum(e.credits), 0) from public.credit_entries e where e.user_id = q.user_id and not e.is_counted
    ) <> 1000000 - (
      select coalesce(sum(case kind when 'charge' then credits else -credits end), 0)
      from public.credit_entries e where e.user_id = q.user_id)
  union all select 'a success is not in the ledger of its job', p.job_id from public.predictions p join public.jobs j on j.id = p.job_id
    where p.status = 'open' and j.status = 'processing' and j.attempt = p.attempt and j.external_id is null`;

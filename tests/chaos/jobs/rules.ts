/** What must be true in the end, each with a query for what breaks it. `chaos.*` was counted outside the job rows. */
export const rules: Record<string, string> = {
  "every job that was asked for is there": `
    select a.job_id from chaos.asked a where not exists (select from public.jobs j where j.id = a.job_id)`,
  "every job has completed": `
    select id, type, status, attempt, retry_count, error_code from public.jobs where status <> 'completed'`,
  "no job has had its effect twice": `
    select job_id, count(*), array_agg(attempt order by at) as attempts from chaos.effects group by job_id having count(*) > 1`,
  "every completed job has had its effect": `
    select j.id from public.jobs j where j.status = 'completed' and not j.is_parent
      and not exists (select from chaos.effects e where e.job_id = j.id)`,
  "no worker was told twice that a job counts": `
    select job_id, count(*), array_agg(worker) as workers from chaos.accepted group by job_id having count(*) > 1`,
  "what a worker was told counts still counts": `
    select a.job_id, a.attempt, j.status, j.result -> 'attempt' as completed_by from chaos.accepted a
    left join public.jobs j on j.id = a.job_id
    where j.status is distinct from 'completed' or (j.result ->> 'attempt')::integer is distinct from a.attempt`,
  "no job reached its end twice": `
    select job_id, count(*) from public.job_events
    where to_status in ('completed', 'failed', 'cancelled') and from_status is distinct from to_status
    group by job_id having count(*) > 1`,
  "no card got a picture twice from one job": `
    select job_id, count(*) from public.draft_asset_versions group by job_id having count(*) > 1`,
  "every draft has its cards, each with a picture": `
    select d.id, d.status, d.card_count, count(a.id) as cards, count(a.image_version_id) as pictures
    from public.drafts d left join public.draft_assets a on a.draft_id = d.id
    group by d.id having count(a.id) <> d.card_count or count(a.image_version_id) <> d.card_count or d.status <> 'ready'`,
  "every parent's progress and steps are those of its children": `
    select p.id, p.progress, p.current_step, p.total_steps, p.result, count(c.id) as children
    from public.jobs p left join public.jobs c on c.parent_id = p.id where p.is_parent
    group by p.id having p.progress <> 100 or p.current_step <> count(c.id) or p.total_steps <> count(c.id)
      or (p.result ->> 'completed')::bigint is distinct from count(c.id)`,
  "no parent's progress ever fell": `
    select job_id, sequence from (
      select e.job_id, e.sequence, (e.data ->> 'progress')::integer as progress,
        lag((e.data ->> 'progress')::integer) over (partition by e.job_id order by e.sequence) as before
      from public.job_events e join public.jobs j on j.id = e.job_id where j.is_parent) steps
    where progress < before`,
  "events are numbered without a gap, and each begins where the last one ended": `
    select j.id, j.event_count, count(e.sequence) as events from public.jobs j
    left join (
      select *, lag(to_status) over (partition by job_id order by sequence) as before from public.job_events
    ) e on e.job_id = j.id
    group by j.id having count(e.sequence) <> j.event_count + 1 or max(e.sequence) <> j.event_count
      or bool_or(e.sequence > 0 and e.before is distinct from e.from_status)`,
  "the last event tells the status": `
    select j.id, j.status, e.to_status from public.jobs j
    join public.job_events e on e.job_id = j.id and e.sequence = j.event_count where e.to_status <> j.status`,
  "a job was started as often as it had attempts": `
    select j.id, j.attempt, count(e.sequence) as starts from public.jobs j
    left join public.job_events e on e.job_id = j.id and e.event = 'started'
    where not j.is_parent group by j.id having j.attempt <> count(e.sequence)`,
  "nothing was done before what it waits for": `
    select d.job_id, d.depends_on_id from public.job_dependencies d
    join public.jobs j on j.id = d.job_id
    left join chaos.effects mine on mine.job_id = d.job_id left join chaos.effects other on other.job_id = d.depends_on_id
    where mine.at < other.at or j.unmet_dependencies <> 0`,
  "the ledger has what the provider counted, no more and no less": `
    select coalesce(p.external_id, s.external_id) as external_id, p.status, p.cost_micros, s.cost_micros as sold_for
    from (select * from public.predictions where external_id is not null) p
    full join chaos.sold s on s.external_id = p.external_id
    where p.external_id is null or s.external_id is null or p.cost_micros <> s.cost_micros or p.id <> s.prediction_id`,
  "no request is left open or of unknown fate": `
    select p.id, p.status, j.status as job_status from public.predictions p join public.jobs j on j.id = p.job_id
    where p.status in ('submitting', 'open')`,
  "one request per recorded attempt": `
    select prediction_id, count(*) from chaos.sold group by prediction_id having count(*) > 1`,
  "no job was paid for twice": `
    select p.job_id, count(*) from chaos.sold s join public.predictions p on p.id = s.prediction_id
    group by p.job_id having count(*) > 1`,
  "what a job cost is what its predictions cost": `
    select j.id, j.cost_micros from public.jobs j
    left join public.predictions p on p.job_id = j.id where not j.is_parent
    group by j.id having j.cost_micros <> coalesce(sum(p.cost_micros), 0)`,
  "what was charged is what was made": `
    select p.id, (select coalesce(sum(case kind when 'charge' then credits else -credits end), 0)
      from public.credit_entries e where e.job_id = p.id) as paid,
      (select coalesce(sum(credits), 0) from public.jobs c where c.parent_id = p.id and c.status = 'completed') as made
    from public.jobs p where p.is_parent and (select coalesce(sum(case kind when 'charge' then credits else -credits end), 0)
      from public.credit_entries e where e.job_id = p.id)
      <> (select coalesce(sum(credits), 0) from public.jobs c where c.parent_id = p.id and c.status = 'completed')`,
};

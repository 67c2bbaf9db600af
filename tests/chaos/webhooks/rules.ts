/** What must be true of the jobs of one run, which stand in chaos.webhook_jobs with what was truly said about them. */
export const rules: Record<string, string> = {
  "a job that only forgeries spoke of is untouched": `
    select j.id, j.status, j.progress, j.event_count from chaos.webhook_jobs w join public.jobs j on j.id = w.job_id
    where not w.is_told and (j.status <> 'processing' or j.progress <> 0 or j.event_count <> 1)`,
  "a job that was truly told of has completed": `
    select j.id, j.type, j.status, j.error_code from chaos.webhook_jobs w join public.jobs j on j.id = w.job_id
    where w.is_told and j.status <> 'completed'`,
  "a completion is taken once": `
    select job_id, count(*) from chaos.completions group by job_id having count(*) > 1`,
  "a job ends once": `
    select e.job_id, count(*) from chaos.webhook_jobs w join public.job_events e on e.job_id = w.job_id
    where e.to_status = 'completed' group by e.job_id having count(*) > 1`,
  "a job makes one version of its picture, and the right one": `
    select w.job_id, w.sha256, array_agg(v.sha256) as made from chaos.webhook_jobs w
    left join public.draft_asset_versions v on v.job_id = w.job_id
    where w.is_told and w.sha256 is not null
    group by w.job_id, w.sha256 having array_agg(v.sha256) is distinct from array[w.sha256]`,
  "concepts become cards once": `
    select j.draft_id, count(a.id) from chaos.webhook_jobs w join public.jobs j on j.id = w.job_id
    left join public.draft_assets a on a.draft_id = j.draft_id
    where w.is_told and j.type = 'generate_concepts' group by j.draft_id having count(a.id) <> 3`,
  "a picture is asked for once per card": `
    select a.id, count(i.id) from chaos.webhook_jobs w join public.jobs j on j.id = w.job_id
    join public.draft_assets a on a.draft_id = j.draft_id left join public.jobs i on i.asset_id = a.id
    where w.is_told and j.type = 'generate_concepts' group by a.id having count(i.id) <> 1`,
  "a prediction is settled as it ended": `
    select p.id, p.status from chaos.webhook_jobs w join public.predictions p on p.job_id = w.job_id
    where p.status <> case when w.is_told then 'succeeded' else 'open' end`,
  "events are numbered without a gap": `
    select j.id, j.event_count, count(*) from chaos.webhook_jobs w join public.jobs j on j.id = w.job_id
    join public.job_events e on e.job_id = j.id group by j.id having count(*) <> j.event_count + 1`,
  "a parent counts each child once": `
    select p.id, p.current_step, count(c.id) filter (where c.status = 'completed') as done from public.jobs p
    join public.jobs c on c.parent_id = p.id
    where p.id in (select j.parent_id from chaos.webhook_jobs w join public.jobs j on j.id = w.job_id)
    group by p.id having p.current_step <> count(c.id) filter (where c.status = 'completed')`,
};

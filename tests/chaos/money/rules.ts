import { priceMicros } from "./shop.ts";

/** What must be true of the money in the end. `chaos.sold` is the provider's own list of what it made. */
export const rules: Record<string, string> = {
  "every order is delivered": `
    select id, status, error_code, retry_count, attempt from public.jobs where status <> 'completed'`,
  "nothing is paid for twice": `
    select s.input_hash, count(*), count(distinct p.job_id) as jobs, jsonb_agg(jsonb_build_object(
      'job', p.job_id, 'attempt', p.attempt, 'created', p.created_at, 'submitted', p.submitted_at, 'status', p.status)) as sold
    from chaos.sold s left join public.predictions p on p.external_id = s.external_id
    group by s.input_hash having count(*) > 1`,
  "the ledger has what the provider made, no more and no less": `
    select s.external_id as sold, p.external_id as noted, p.status from chaos.sold s
    full join (select * from public.predictions where external_id is not null) p on p.external_id = s.external_id
    where s.external_id is null or p.external_id is null`,
  "the ledger's cost is the provider's bill": `
    select sum(cost_micros) as noted, (select count(*) * ${priceMicros} from chaos.sold) as billed
    from public.predictions having sum(cost_micros) <> (select count(*) * ${priceMicros} from chaos.sold)`,
  "no request passes the gate before the provider is ready": `
    select g.prediction_id, g.at as passed_at, h.at, h.until from chaos.gate g join chaos.holds h
    on g.at > h.at + interval '250 milliseconds' and g.at < h.until`,
  "no request is left of unknown fate": `
    select id, status, created_at from public.predictions where status in ('submitting', 'open')`,
};

import type postgres from "postgres";
import { takeOutFence } from "../fence.ts";
import { type Draws, drawsFrom } from "../random.ts";
import { type ChaosReport, type Finding, shortfallsOf } from "../report.ts";
import type { ChaosStack } from "../stack.ts";
import { type Delivery, forgery, genuine, misdirected } from "./deliveries.ts";
import { type OpenJob, openJobs, paintFiles } from "./open-jobs.ts";
import { rules } from "./rules.ts";

/** The size of a run, and what protects it. */
export interface WebhooksRun {
  /** About so many requests are sent to the webhook's door. */
  deliveries: number;
  seed: number;
  /** True for the control in which forgeries are signed with the true secret. */
  forgerKnowsSecret?: boolean;
}

const twiceShare = 0.3;
const reorderedShare = 0.2;
const forgedShare = 0.1;
const misdirectedShare = 0.03;
/** Jobs of which only forged, stale and misdirected messages speak. */
const untoldShare = 0.05;
const sideBySide = 16;

/** What is true of each job, and every completion that the database took, also one that changed nothing any more. */
const tables = `
  drop schema if exists chaos cascade;
  create schema chaos;
  create table chaos.webhook_jobs (job_id uuid, sha256 text, is_told boolean);
  create table chaos.completions (job_id uuid);
  create function chaos.count_completion() returns trigger language plpgsql security definer as $$
  begin
    insert into chaos.completions values (new.id);
    return null;
  end
  $$;
  create trigger count_completion after update of result on public.jobs
    for each row when (new.status = 'completed' and not new.is_parent) execute function chaos.count_completion();
`;

interface Answer extends Delivery {
  status: number;
}

async function send(functionsUrl: string, delivery: Delivery): Promise<Answer> {
  const response = await fetch(`${functionsUrl}/replicate-webhook?prediction=${delivery.predictionId}`, {
    method: "POST",
    body: delivery.body,
    headers: { "content-type": "application/json", ...delivery.sign() },
  });
  await response.arrayBuffer();
  return { ...delivery, status: response.status };
}

/** The deliveries about one job in their order; those in one group are sent at the same moment. */
function planOf(job: OpenJob, others: OpenJob[], draws: Draws, secret: string, forge: () => Delivery) {
  const isTold = draws.next() >= untoldShare;
  const isReordered = isTold && draws.next() < reorderedShare;
  const order = isReordered ? (["succeeded", "processing"] as const) : (["processing", "succeeded"] as const);
  const groups: Delivery[][] = [];
  let twice = 0;
  for (const status of isTold ? order : []) {
    const message = genuine(job, status, secret);
    const isTwice = draws.next() < twiceShare;
    twice += isTwice ? 1 : 0;
    groups.push(isTwice ? [message, message] : [message]);
  }
  const genuineCount = groups.flat().length;
  const forgeries = isTold ? (draws.next() < (genuineCount * forgedShare) / (1 - forgedShare) ? 1 : 0) : 2;
  for (let sent = 0; sent < forgeries; sent += 1) groups.splice(draws.below(groups.length + 1), 0, [forge()]);
  const other = draws.pick(others);
  if (other && other !== job && (!isTold || draws.next() < misdirectedShare))
    groups.splice(draws.below(groups.length + 1), 0, [misdirected(job, other, secret)]);
  return { job, isTold, isReordered, twice, groups };
}

async function check(sql: postgres.Sql, answers: Answer[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const add = (rule: string, cases: readonly unknown[]) => {
    if (cases.length > 0) findings.push({ rule, count: cases.length, examples: cases.slice(0, 3) });
  };
  const told = answers.map(({ kind, status }) => ({ kind, status }));
  const isTrue = (kind: string) => kind === "genuine" || kind === "misdirected";
  add(
    "no forged or stale delivery is accepted",
    told.filter(({ kind, status }) => !isTrue(kind) && status !== 401),
  );
  add(
    "every true delivery is taken",
    told.filter(({ kind, status }) => isTrue(kind) && status !== 200),
  );
  for (const [rule, query] of Object.entries(rules)) add(rule, [...(await sql.unsafe(query))]);
  return findings;
}

/**
 * Control: neither the fence nor the look at the job's attempt holds back who comes second. Only ever called on a stack
 * of a run's own.
 */
export async function takeOutFences(sql: postgres.Sql): Promise<void> {
  const [found] = await sql`select pg_get_functiondef('public.find_prediction(uuid)'::regprocedure) as text`;
  const open = found?.text.replace("j.status = 'processing' and j.attempt = p.attempt", "true");
  if (!open || open === found?.text) throw new Error("find_prediction does not say is_current as it did");
  await sql.unsafe(open);
  await takeOutFence(sql);
}

/** Sends webhooks to the door of a stack (signature check, SQL, Storage) and says which rules did not hold. */
export async function runWebhooks(stack: ChaosStack, run: WebhooksRun): Promise<ChaosReport> {
  const { sql, webhookSecret: secret } = stack;
  const draws = drawsFrom(run.seed);
  const startedAt = performance.now();
  const [stolen, ...files] = await paintFiles(stack, ["crocodile", "whale", "crab", "seal"]);
  if (!stolen) throw new Error("the Atelier painted nothing");
  const forger = { secret, knowsSecret: run.forgerKnowsSecret ?? false, file: stolen };
  const jobs = await openJobs(sql, Math.ceil(run.deliveries / 2.9), files);
  const plans = jobs.map((job) => planOf(job, jobs, draws, secret, () => forgery(job, draws, forger)));
  const rows = plans.map(({ job, isTold }) => [job.jobId, job.sha256, isTold]);
  await sql.unsafe(tables);
  await sql`insert into chaos.webhook_jobs select (r ->> 0)::uuid, r ->> 1, (r ->> 2)::boolean
    from jsonb_array_elements(${sql.json(rows)}) r`;

  const answers: Answer[] = [];
  const waiting = draws.shuffle(plans);
  async function deliverNext(): Promise<void> {
    for (let plan = waiting.pop(); plan; plan = waiting.pop())
      for (const group of plan.groups)
        answers.push(...(await Promise.all(group.map((one) => send(stack.status.functionsUrl, one)))));
  }
  await Promise.all(Array.from({ length: sideBySide }, deliverNext));

  const count = (test: (answer: Answer) => boolean) => answers.filter(test).length;
  const injected = {
    jobs: jobs.length,
    deliveries: answers.length,
    twice: plans.reduce((sum, { twice }) => sum + twice, 0),
    reordered: plans.filter(({ isReordered }) => isReordered).length,
    forgedOrStale: count(({ kind }) => kind !== "genuine" && kind !== "misdirected"),
    misdirected: count(({ kind }) => kind === "misdirected"),
    untold: plans.filter(({ isTold }) => !isTold).length,
  };
  const toldJobs = jobs.length - injected.untold;
  return {
    run: "webhooks",
    injected,
    figures: {
      refused401: count(({ status }) => status === 401),
      seconds: Math.round((performance.now() - startedAt) / 1000),
    },
    findings: await check(sql, answers),
    shortfalls: shortfallsOf(injected, {
      deliveries: run.deliveries * 0.95,
      twice: toldJobs * 2 * twiceShare * 0.9,
      reordered: toldJobs * reorderedShare * 0.9,
      forgedOrStale: run.deliveries * forgedShare * 0.9,
    }),
  };
}

import postgres from "postgres";
import { asCaller } from "../../../supabase/local/caller.ts";
import type { Claims } from "../../../supabase/local/keyring.ts";
import { withScratchDatabase } from "../../../supabase/local/scratch.ts";
import { type ChaosReport, type Finding, shortfallsOf } from "../report.ts";
import { type Contest, cardsPerDraft, contests } from "./contests.ts";

/** The size of a run. */
export interface QuotaRun {
  /** Connections that ask at the same moment. */
  parallel: number;
  /** Rounds of each contest. */
  rounds: number;
  /** False for the control, which looks first and counts afterwards. */
  isAtomic: boolean;
}

type Outcome = { job: string } | { refusal: string; hint: string };

/** The control: what a quota looks like that two requests can read before either is counted. */
const checkThenInsert = `
  create or replace function private.take_request(p_user_id uuid, p_is_generation boolean, p_credits integer, p_now timestamptz)
  returns void language plpgsql security definer set search_path = '' as $$
  declare
    v_left jsonb := private.quota_of(p_user_id, p_now);
  begin
    if (v_left #>> '{requests,hour,left}')::integer <= 0 or (v_left #>> '{requests,day,left}')::integer <= 0
      or v_left #>> '{requests,generation,ready_at}' is not null then
      perform private.refuse_until('rate_limited', '', p_now + interval '1 hour');
    elsif (v_left #>> '{credits,left}')::integer < p_credits then
      perform private.refuse_until('out_of_credits', '', p_now + interval '1 hour');
    end if;
    -- Long enough for the others to read as well, however few processors there are.
    perform pg_sleep(0.5);
    insert into public.user_quotas as q (user_id, hour_started_at, hour_count, day, day_count, generated_at, credits_month, credits_left)
    values (p_user_id, p_now, 1, p_now::date, 1, p_now, date_trunc('month', p_now)::date,
      (select monthly_credits from private.plan_of(p_user_id)) - p_credits)
    on conflict (user_id) do update set hour_count = q.hour_count + 1, day_count = q.day_count + 1,
      credits_left = q.credits_left - p_credits;
  end
  $$`;

async function newPerson(sql: postgres.Sql, drafts: number): Promise<{ person: Claims; draftIds: string[] }> {
  const [user] = await sql<{ id: string }[]>`insert into auth.users (id, email)
    values (gen_random_uuid(), gen_random_uuid() || '@studio.test') returning id`;
  const person: Claims = { role: "authenticated", sub: user?.id ?? "" };
  const made = await asCaller(
    sql,
    person,
    (db) =>
      db`select public.create_draft('ocean', 'Quota ' || gen_random_uuid(), p_count => ${cardsPerDraft}) as id
        from generate_series(1, ${drafts})`,
  );
  return { person, draftIds: made.map(({ id }) => id) };
}

/** Everybody opens a transaction, and when all have one, all ask. */
async function askAtOnce(
  sql: postgres.Sql,
  person: Claims,
  drafts: string[],
  key: string | null,
): Promise<Outcome[]> {
  let ready = 0;
  let go = () => {};
  const start = new Promise<void>((done) => {
    go = done;
  });
  return Promise.all(
    drafts.map(async (draft) => {
      try {
        const rows = await asCaller(sql, person, async (db) => {
          ready += 1;
          if (ready === drafts.length) go();
          await start;
          return db`select public.request_generation(${draft}, p_idempotency_key => ${key}) as job`;
        });
        return { job: String(rows[0]?.job) };
      } catch (error) {
        const { message, hint = "" } = error as Error & { hint?: string };
        return { refusal: message, hint };
      }
    }),
  );
}

async function judge(
  sql: postgres.Sql,
  contest: Contest,
  person: Claims,
  outcomes: Outcome[],
): Promise<string[]> {
  const jobs = new Set(outcomes.flatMap((outcome) => ("job" in outcome ? outcome.job : [])));
  const refusals = outcomes.filter((outcome) => "refusal" in outcome);
  const strange = refusals.filter(({ refusal }) => refusal !== contest.refusal);
  const deaf = refusals.filter(({ hint }) => !(Date.parse(hint) > Date.now()));
  const [seen] = await sql`select
    (select count(*)::int from public.jobs where user_id = ${person.sub ?? ""} and is_parent) as requests,
    (select count(*)::int from public.credit_entries where user_id = ${person.sub ?? ""} and kind = 'charge') as charges,
    q.hour_count, q.day_count, q.credits_left from public.user_quotas q where q.user_id = ${person.sub ?? ""}`;
  const left = contest.plan.monthly_credits - contest.granted * cardsPerDraft;
  const expected = { requests: contest.granted, charges: contest.granted, hour_count: contest.granted };
  const wrong = Object.entries({ ...expected, day_count: contest.granted, credits_left: left })
    .filter(([name, value]) => seen?.[name] !== value)
    .map(([name, value]) => `${name} is ${seen?.[name]} instead of ${value}`);
  if (jobs.size !== contest.granted) wrong.push(`${jobs.size} were granted instead of ${contest.granted}`);
  if (strange.length > 0) wrong.push(`refused with ${strange[0]?.refusal}`);
  if (deaf.length > 0) wrong.push("a refusal did not say when to come again");
  return wrong;
}

async function runRound(sql: postgres.Sql, contest: Contest, parallel: number): Promise<string[]> {
  const { plan, hasOneKey } = contest;
  const { person, draftIds } = await newPerson(sql, hasOneKey ? 1 : parallel);
  const [first = ""] = draftIds;
  const drafts = hasOneKey ? Array<string>(parallel).fill(first) : draftIds;
  await sql`update public.plans set ${sql(plan)} where is_default`;
  return judge(
    sql,
    contest,
    person,
    await askAtOnce(sql, person, drafts, hasOneKey ? "the same click" : null),
  );
}

/**
 * Asks for generations from many connections in the same moment, as the person whose plan allows only some of them:
 * exactly those must be granted, round after round, and the same key must give the same job.
 */
export async function runQuota({ parallel, rounds, isAtomic }: QuotaRun): Promise<ChaosReport> {
  return withScratchDatabase(async (admin, url) => {
    const sql = postgres(url, { max: parallel, onnotice: () => {} });
    const startedAt = performance.now();
    const findings = new Map<string, Finding>();
    const injected: Record<string, number> = { parallel };
    try {
      if (!isAtomic) await admin.unsafe(checkThenInsert);
      for (const contest of contests) {
        for (let round = 0; round < rounds; round += 1) {
          const wrong = await runRound(sql, contest, parallel);
          injected[`rounds of ${contest.name}`] = round + 1;
          if (wrong.length === 0) continue;
          const rule = `exactly ${contest.granted} of ${parallel} are granted: ${contest.name}`;
          const finding = findings.get(rule) ?? { rule, count: 0, examples: [] };
          finding.count += 1;
          if (finding.examples.length < 3) finding.examples.push(wrong);
          findings.set(rule, finding);
        }
      }
    } finally {
      await sql.end({ timeout: 2 });
    }
    const needed = Object.fromEntries(contests.map(({ name }) => [`rounds of ${name}`, rounds]));
    return {
      run: "quota",
      injected,
      figures: { seconds: Math.round((performance.now() - startedAt) / 100) / 10 },
      findings: [...findings.values()],
      shortfalls: shortfallsOf(injected, needed),
    };
  });
}

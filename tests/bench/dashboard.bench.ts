import type postgres from "postgres";
import { asCaller } from "../../supabase/local/caller.ts";
import type { Claims } from "../../supabase/local/keyring.ts";
import { insertManyJobs } from "../fixtures/many-jobs.ts";
import { percentile, report, sizeFromEnv } from "./bench-kit.ts";
import { withCopies } from "./copies.ts";
import { signUp } from "./queues/own.ts";

// What the dashboard asks of the database, as support, with many jobs and with few, in turns: the same 240 waiting or
// running, the rest history of four weeks, as much on each day. BENCH_ROWS and BENCH_SAMPLES shorten it.
const rows = sizeFromEnv("BENCH_ROWS", 1_000_000);
const samples = sizeFromEnv("BENCH_SAMPLES", 100);

interface Office {
  sql: postgres.Sql;
  support: Claims;
  /** Somebody with jobs, and one of these jobs. */
  person: { id: string; email: string; job: string };
}

type Question = (db: postgres.TransactionSql, office: Office) => Promise<unknown>;

async function prepare(sql: postgres.Sql, size: number): Promise<Office> {
  const [support = ""] = await signUp(sql, 1);
  await sql`update public.user_roles set role = 'support' where user_id = ${support}`;
  await insertManyJobs(sql, size, { people: 500, activeShare: 240 / size, isEven: true });
  await sql`vacuum (freeze, analyze)`;
  const [person] = await sql<{ id: string; email: string; job: string }[]>`
    select p.id, p.email, j.id as job from public.jobs j join public.profiles p on p.id = j.user_id
    where j.type = 'generate_universe' and j.status = 'completed' order by j.created_at desc limit 1`;
  if (!person) throw new Error("nobody has jobs");
  return { sql, support: { role: "authenticated", sub: support }, person };
}

type Filter = Record<string, postgres.JSONValue | undefined>;

const list =
  (filter: (office: Office) => Filter): Question =>
  (db, office) =>
    db`select public.list_jobs(${db.json(filter(office) as postgres.JSONValue)}, true, 50)`;

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

const page = list(() => ({}));
const statistics: Question = (db) => db`select public.get_job_statistics()`;

const questions: Record<string, Question> = {
  "P5: dashboard page (first page of jobs and statistics)": async (db, office) => {
    await page(db, office);
    await statistics(db, office);
  },
  "list of jobs, no filter": page,
  "list of jobs, failed": list(() => ({ status: ["failed"] })),
  "list of jobs, waiting and running": list(() => ({ status: ["pending", "processing"] })),
  "list of jobs, pictures that failed": list(() => ({ status: ["failed"], type: ["generate_image"] })),
  "list of jobs, published": list(() => ({ type: ["publish"] })),
  "list of jobs, of one user": list(({ person }) => ({ user_id: person.id })),
  "list of jobs, text is an e-mail": list(({ person }) => ({ text: person.email })),
  "list of jobs, text is a word of a draft": list(() => ({ text: "ocean" })),
  "list of jobs, text is a job's id": list(({ person }) => ({ text: person.job })),
  "list of jobs, of the last day": list(() => ({ created_from: hoursAgo(24) })),
  "list of jobs, stuck": list(() => ({ is_stuck: true })),
  "list of jobs, a page further back": list(({ person }) => ({
    after: { created_at: hoursAgo(24 * 3), id: person.job },
  })),
  statistics,
  "timeline of a job": (db, { person }) => db`select public.get_job_timeline(${person.job})`,
};

async function timed(office: Office, question: Question): Promise<number> {
  return asCaller(office.sql, office.support, async (db) => {
    const started = performance.now();
    await question(db, office);
    return performance.now() - started;
  }) as Promise<number>;
}

const count = (number: number) => number.toLocaleString("en");

await withCopies(["few", "many"], async (copies) => {
  const few = await prepare(copies.few, 10_000);
  const many = await prepare(copies.many, rows);
  for (const [name, question] of Object.entries(questions)) {
    const times: { few: number[]; many: number[] } = { few: [], many: [] };
    for (let warm = 0; warm < 5; warm++) for (const office of [few, many]) await timed(office, question);
    for (let n = 0; n < samples; n++) {
      times.few.push(await timed(few, question));
      times.many.push(await timed(many, question));
    }
    report({
      name: `${name}, p95 with ${count(rows)} jobs (peer: with 10,000)`,
      value: percentile(times.many, 0.95),
      unit: "ms",
      peer: percentile(times.few, 0.95),
    });
  }
});

import type postgres from "postgres";
import { type Queue, Ran, timeLoops } from "./queue.ts";

interface ClaimedJob {
  id: string;
  attempt: number;
}

/** Signs up this many educators, as the product does, and returns their ids. */
export async function signUp(sql: postgres.Sql, count: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    insert into auth.users (id, email, raw_user_meta_data)
    select id, 'bench-' || id || '@studio.test', '{"name": "Bench"}'
    from (select gen_random_uuid() as id from generate_series(1, ${count})) new
    returning id`;
  return rows.map((row) => row.id);
}

/**
 * Lets the database call its Edge Functions, as on a deployed project: a wake-up is then written for pg_net, which
 * nobody sends here.
 */
export async function allowWakeUps(sql: postgres.Sql): Promise<void> {
  await sql`select vault.create_secret('http://127.0.0.1:9', 'project_url')`;
  await sql`select vault.create_secret('sb_secret_bench', 'worker_key')`;
}

/** Claims jobs of type notify, which have no model and no draft, as a worker does. */
export async function claim(sql: postgres.Sql, worker: string, limit: number): Promise<ClaimedJob[]> {
  const [row] = await sql<{ jobs: ClaimedJob[] }[]>`
    select public.get_next_jobs(${worker}, ${limit}, array['notify']::public.job_type[]) as jobs`;
  return row?.jobs ?? [];
}

/** Puts jobs of type notify into the queue in batches, spread over these users. */
export async function enqueue(sql: postgres.Sql, users: string[], count: number): Promise<void> {
  const jobs = Array.from({ length: count }, (_, index) => ({
    user_id: users[index % users.length] ?? "",
    type: "notify",
    payload: { n: index },
  }));
  for (let from = 0; from < count; from += 500)
    await sql`select count(*) from public.enqueue_jobs(${sql.json(jobs.slice(from, from + 500))})`;
}

/** Removes every job and what was written about it: events, messages and wake-ups. */
export async function clearJobs(sql: postgres.Sql): Promise<void> {
  await sql`truncate public.jobs, public.job_events, public.job_dependencies, public.predictions, realtime.messages,
    net.http_request_queue cascade`;
}

/** The product's own queue: `get_next_jobs`, then `complete_job` for each job, or for all of a claim in one statement. */
export function ownQueue(
  sql: postgres.Sql,
  users: string[],
  options: { perClaim: number; together?: boolean },
): Queue {
  const ran = new Ran();

  async function complete(jobs: ClaimedJob[]): Promise<void> {
    if (options.together) {
      const ids = jobs.map((job) => job.id);
      const attempts = jobs.map((job) => job.attempt);
      await sql`
        select public.complete_job(done.id, done.attempt, '{}')
        from unnest(${ids}::uuid[], ${attempts}::integer[]) as done (id, attempt)`;
    } else for (const { id, attempt } of jobs) await sql`select public.complete_job(${id}, ${attempt}, '{}')`;
  }

  return {
    name: "get_next_jobs + complete_job",
    fill: async (count) => {
      await enqueue(sql, users, count);
      await sql`vacuum analyze public.jobs`;
    },
    drain: () =>
      timeLoops(async (worker, onStart) => {
        for (;;) {
          const jobs = await claim(sql, `worker-${worker}`, options.perClaim);
          if (jobs.length === 0) return;
          onStart();
          for (const { id } of jobs) ran.add(id);
          await complete(jobs);
        }
      }),
    check: async (count) => {
      ran.expectOnce(count);
      const [found] = await sql`
        select count(*)::int as jobs, count(*) filter (where status = 'completed' and attempt = 1)::int as once,
          (select count(*)::int from public.job_events where event = 'completed') as events
        from public.jobs`;
      if (found?.jobs !== count || found.once !== count || found.events !== count)
        throw new Error(`expected ${count} jobs, completed once: ${JSON.stringify(found)}`);
    },
    clear: () => clearJobs(sql),
  };
}

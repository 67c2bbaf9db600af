import { PgBoss } from "pg-boss";
import type postgres from "postgres";
import { connections, type Queue, Ran, timeLoops } from "./queue.ts";

/** The queue that the jobs go to. */
export const queueName = "bench";

/** Installs pg-boss beside ours and starts it without its timers. The caller stops it. */
export async function makePgBoss(
  connectionString: string,
  options: { notify?: boolean } = {},
): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString,
    max: connections,
    supervise: false,
    schedule: false,
    useListenNotify: options.notify ?? false,
  });
  boss.on("error", (error) => {
    throw error;
  });
  await boss.start();
  await boss.createQueue(queueName, { notify: options.notify ?? false });
  return boss;
}

/** pg-boss: `fetch` of so many jobs, completed by one call. */
export function pgBossQueue(sql: postgres.Sql, boss: PgBoss, options: { perClaim: number }): Queue {
  const ran = new Ran();
  return {
    name: `pg-boss, ${options.perClaim} per fetch`,
    fill: async (count) => {
      const jobs = Array.from({ length: count }, (_, n) => ({ data: { n } }));
      for (let from = 0; from < count; from += 1000)
        await boss.insert(queueName, jobs.slice(from, from + 1000));
      await sql`vacuum analyze pgboss.job_common`;
    },
    drain: () =>
      timeLoops(async (_worker, onStart) => {
        for (;;) {
          const jobs = await boss.fetch(queueName, { batchSize: options.perClaim });
          if (jobs.length === 0) return;
          onStart();
          for (const { id } of jobs) ran.add(id);
          await boss.complete(
            queueName,
            jobs.map((job) => job.id),
          );
        }
      }),
    check: async (count) => {
      ran.expectOnce(count);
      const [found] = await sql`
        select count(*)::int as jobs, count(*) filter (where state = 'completed')::int as completed from pgboss.job`;
      if (found?.jobs !== count || found.completed !== count)
        throw new Error(`expected ${count} jobs, all completed: ${JSON.stringify(found)}`);
    },
    clear: () => boss.deleteAllJobs(queueName),
  };
}

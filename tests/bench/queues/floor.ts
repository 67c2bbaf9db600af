import { readFileSync } from "node:fs";
import type postgres from "postgres";
import { type Queue, Ran, timeLoops } from "./queue.ts";

interface FloorJob {
  id: string;
  attempt: number;
}

/** Makes the table and functions of the floor beside ours. */
export async function makeFloor(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(readFileSync(new URL("floor.sql", import.meta.url), "utf8")).simple();
}

/** The least that a queue with our columns can do: see floor.sql. */
export function floorQueue(
  sql: postgres.Sql,
  users: string[],
  options: { perClaim: number; together?: boolean },
): Queue {
  const ran = new Ran();

  async function complete(jobs: FloorJob[]): Promise<void> {
    if (options.together)
      await sql`select floor.complete_all(${jobs.map((job) => job.id)}, ${jobs.map((job) => job.attempt)})`;
    else for (const { id, attempt } of jobs) await sql`select floor.complete(${id}, ${attempt})`;
  }

  return {
    name: "plain SKIP LOCKED functions",
    fill: async (count) => {
      await sql`
        insert into floor.jobs (user_id, type, payload)
        select (${users}::uuid[])[1 + n % ${users.length}], 'notify', jsonb_build_object('n', n)
        from generate_series(0, ${count - 1}) n`;
      await sql`vacuum analyze floor.jobs`;
    },
    drain: () =>
      timeLoops(async (worker, onStart) => {
        for (;;) {
          const [row] = await sql<{ jobs: FloorJob[] }[]>`
            select floor.claim(${`worker-${worker}`}, ${options.perClaim}) as jobs`;
          const jobs = row?.jobs ?? [];
          if (jobs.length === 0) return;
          onStart();
          for (const { id } of jobs) ran.add(id);
          await complete(jobs);
        }
      }),
    check: async (count) => {
      ran.expectOnce(count);
      const [found] = await sql`
        select count(*)::int as jobs, count(*) filter (where status = 'completed' and attempt = 1)::int as once
        from floor.jobs`;
      if (found?.jobs !== count || found.once !== count)
        throw new Error(`expected ${count} jobs, completed once: ${JSON.stringify(found)}`);
    },
    clear: async () => {
      await sql`truncate floor.jobs`;
    },
  };
}

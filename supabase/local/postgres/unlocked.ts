import type postgres from "postgres";
import { PlainError } from "../message.ts";

/** The SQLSTATE of a statement that waited for a lock longer than `lock_timeout`. */
export const lockNotAvailable = "55P03";

/** How often a migration is tried on a table that others use, and how long these have it to themselves in between. */
interface Patience {
  tries: number;
  pauseMs: number;
}

export const standardPatience: Patience = { tries: 10, pauseMs: 1000 };

/** The transactions that are open longest: one of them is in the way. */
async function describeOthers(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    select format('process %s (%s), %s for %s s: %s', pid, coalesce(nullif(application_name, ''), 'unnamed'), state,
      round(extract(epoch from clock_timestamp() - xact_start)), left(regexp_replace(query, '\\s+', ' ', 'g'), 80)) as line
    from pg_stat_activity
    where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
    order by xact_start limit 3`;
  return rows.map(({ line }) => line);
}

/**
 * Does `work`, which gives up on a lock after `lock_timeout` and leaves nothing half done, until it gets its locks. Throws
 * a message that names `file` and who is in the way when it was tried often enough.
 */
export async function whenUnlocked(
  sql: postgres.Sql,
  file: string,
  { tries, pauseMs }: Patience,
  work: () => Promise<void>,
): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== lockNotAvailable) throw error;
      if (turn === tries) {
        const others = await describeOthers(sql);
        throw new PlainError(
          [
            `${file}: a table that this changes stayed in use; it was tried ${tries} times and nothing was changed.`,
            "Start again when these are done:",
            ...others.map((line) => `  ${line}`),
          ].join("\n"),
        );
      }
      await new Promise((done) => setTimeout(done, pauseMs * (0.5 + Math.random())));
    }
  }
}

import postgres from "postgres";
import { withScratchDatabase } from "../../supabase/local/scratch.ts";

/** A connection to each copy, by its name. */
type Copies<Name extends string> = Record<Name, postgres.Sql>;

/**
 * Runs `work` with copies of one empty migrated database on the same server, one connection each, so that what differs
 * in size can be asked in turns.
 */
export async function withCopies<Name extends string>(
  names: readonly Name[],
  work: (copies: Copies<Name>) => Promise<void>,
): Promise<void> {
  await withScratchDatabase(async (sql, url) => {
    // A database that is copied may have no connection.
    await sql.end();
    const at = (database: string) =>
      postgres(new URL(`/${database}`, url).href, { max: 1, onnotice: () => {} });
    const admin = at("template1");
    const copies: Partial<Copies<Name>> = {};
    try {
      for (const name of names) {
        await admin.unsafe(`create database bench_${name} template postgres`);
        copies[name] = at(`bench_${name}`);
      }
      await work(copies as Copies<Name>);
    } finally {
      await Promise.all(Object.values<postgres.Sql>(copies as Copies<Name>).map((copy) => copy.end()));
      await admin.end();
    }
  });
}

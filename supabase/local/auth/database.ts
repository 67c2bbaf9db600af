import postgres from "postgres";
import { AuthError } from "./auth-error.ts";

/** A transaction of Auth's own. */
export type AuthTransaction = postgres.TransactionSql;

/** One row as JSON: times are ISO 8601 with microseconds. */
export type Row = Record<string, unknown>;

/**
 * Runs `work` in a transaction with the rights that Auth has on the hosted platform, so that a trigger on auth.users
 * that relies on more fails here as it would there. Database errors become `unexpected_failure` with `what` as its
 * message; their cause stays on the error for the log.
 */
export async function inAuth<T>(
  sql: postgres.Sql,
  what: string,
  work: (transaction: AuthTransaction) => Promise<T>,
): Promise<T> {
  try {
    const result = await sql.begin(async (transaction) => {
      await transaction`select set_config('role', 'supabase_auth_admin', true), set_config('search_path', 'auth', true)`;
      return work(transaction);
    });
    return result as T;
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    const failure = new AuthError(500, "unexpected_failure", `Database error ${what}`);
    failure.cause = error;
    throw failure;
  }
}

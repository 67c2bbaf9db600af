import type postgres from "postgres";
import { asCaller } from "../caller.ts";
import type { Claims } from "../keyring.ts";
import { asRefusal } from "./errors.ts";

/** Claims under which Storage acts for itself: public reads, signed URLs. Row Level Security does not bind them. */
export const platform: Claims = { role: "service_role" };

class Rollback extends Error {}

/**
 * Runs `work` in one transaction under the caller's role and claims, with `storage.operation` set for policies and
 * deletes allowed as the hosted API does it. A database refusal becomes the refusal that hosted Storage sends.
 */
export async function runAs<T>(
  sql: postgres.Sql,
  claims: Claims,
  operation: string,
  work: (transaction: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  const settings = { "storage.operation": operation, "storage.allow_delete_query": "true" };
  try {
    return (await asCaller(sql, claims, work, settings)) as T;
  } catch (error) {
    throw asRefusal(error);
  }
}

/**
 * Asks the database whether the caller might do `work`, and undoes it. Throws the refusal when not. So a large body
 * is only read from somebody who may store it.
 */
export async function probe(
  sql: postgres.Sql,
  claims: Claims,
  operation: string,
  work: (transaction: postgres.TransactionSql) => Promise<unknown>,
): Promise<void> {
  try {
    await runAs(sql, claims, operation, async (transaction) => {
      await work(transaction);
      throw new Rollback();
    });
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
  }
}

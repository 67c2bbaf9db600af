import type postgres from "postgres";
import type { Claims } from "./keyring.ts";

/**
 * Runs `work` in one transaction under the caller's database role and JWT claims, as the hosted platform's services
 * do, so that Row Level Security decides. Extra settings (for example `realtime.topic`) last for that transaction.
 */
export function asCaller<T>(
  sql: postgres.Sql,
  claims: Claims,
  work: (transaction: postgres.TransactionSql) => Promise<T>,
  settings: Record<string, string> = {},
) {
  return sql.begin(async (transaction) => {
    const all = {
      role: claims.role,
      "request.jwt.claims": JSON.stringify(claims),
      "request.jwt.claim.sub": claims.sub ?? "",
      "request.jwt.claim.role": claims.role,
      ...settings,
    };
    await transaction`select set_config(key, value, true) from jsonb_each_text(${transaction.json(all)})`;
    return work(transaction);
  });
}

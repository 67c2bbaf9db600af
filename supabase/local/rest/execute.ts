import type postgres from "postgres";
import type { Claims } from "../keyring.ts";
import { ApiError } from "./api-error.ts";
import { literal } from "./quote.ts";

/** What the one statement of a plan gives back. */
export interface Outcome {
  total: number | null;
  pageTotal: number;
  body: string | null;
  /** `response.headers` as set by the database, and `response.status`. */
  headers: Record<string, string>[];
  status: number | null;
}

interface OutcomeRow {
  total: string | null;
  page_total: string;
  body: string | null;
  headers: string | null;
  status: string | null;
}

/** Settings that policies and functions see, lasting for one transaction. */
export function requestSettings(
  claims: Claims,
  request: Request,
  path: string,
  roleSettings: Record<string, string>,
): Record<string, string> {
  const headers = Object.fromEntries([...request.headers].filter(([name]) => name !== "authorization"));
  return {
    search_path: '"public", "extensions"',
    ...roleSettings,
    role: claims.role,
    "request.jwt.claims": JSON.stringify(claims),
    "request.method": request.method,
    "request.path": path,
    "request.headers": JSON.stringify(headers),
    "response.headers": "",
    "response.status": "",
  };
}

/**
 * Runs a statement under the caller's settings in one transaction: all of it commits, or nothing. `check` may refuse
 * what came back by throwing, which rolls back too.
 */
export async function execute(
  pool: postgres.Sql,
  statement: string,
  settings: Record<string, string>,
  options: { readOnly: boolean; rollback: boolean },
  check: (outcome: Outcome) => void,
): Promise<Outcome> {
  const configure = Object.entries(settings)
    .map(([key, value]) => `set_config(${literal(key)}, ${literal(value)}, true)`)
    .join(", ");
  let outcome: Outcome | undefined;
  const rolledBack = new Error("rolled back as asked");
  try {
    // Never "read write": a database that was made read only must stay so.
    await pool.begin(options.readOnly ? "read only" : "", async (transaction) => {
      // One message for both statements saves a round trip; each is planned after the one before has run.
      const results = (await transaction.unsafe(
        `select ${configure}; ${statement}`,
      )) as unknown as OutcomeRow[][];
      const row = results.at(-1)?.[0];
      if (!row) throw new Error("the statement gave no row");
      outcome = readOutcome(row);
      check(outcome);
      if (options.rollback) throw rolledBack;
    });
  } catch (error) {
    if (error !== rolledBack) throw error;
  }
  if (!outcome) throw new Error("the transaction gave no outcome");
  return outcome;
}

function readOutcome(row: OutcomeRow): Outcome {
  return {
    total: row.total === null ? null : Number(row.total),
    pageTotal: Number(row.page_total),
    body: row.body,
    headers: readHeaders(row.headers),
    status: row.status === null ? null : Number(row.status),
  };
}

function readHeaders(text: string | null): Record<string, string>[] {
  if (text === null) return [];
  try {
    return JSON.parse(text) as Record<string, string>[];
  } catch {
    throw new ApiError(
      500,
      "PGRST111",
      "response.headers guc must be a JSON array composed of objects with a single key and a string value",
    );
  }
}

import { z } from "zod";
import { type ClaimedJob, claimedJobSchema } from "../../../lib/contract/worker.ts";

/** A claimed row that this worker does not understand, as far as it can be named. */
export interface UnreadableClaim {
  id: string;
  attempt: number;
  /** Where it differs from what was expected. */
  fields: string[];
}

export interface Claims {
  /** How many rows were claimed, readable or not. */
  count: number;
  jobs: ClaimedJob[];
  unreadable: UnreadableClaim[];
}

const heldSchema = z.object({ id: z.uuid(), attempt: z.number().int() });

/** Reads the answer of `get_next_jobs` row by row, so that one strange row does not keep the others from running. */
export function readClaims(answer: unknown): Claims {
  const rows = z.array(z.unknown()).parse(answer);
  const claims: Claims = { count: rows.length, jobs: [], unreadable: [] };
  for (const row of rows) {
    const job = claimedJobSchema.safeParse(row);
    if (job.success) {
      claims.jobs.push(job.data);
      continue;
    }
    // Without a name nobody can be told: its lease runs out, and after five of those it is set aside.
    const held = heldSchema.safeParse(row);
    const fields = job.error.issues.map(({ path }) => path.join("."));
    if (held.success) claims.unreadable.push({ ...held.data, fields });
  }
  return claims;
}

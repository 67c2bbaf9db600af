import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "@/lib/contract/database.types";
import { env } from "@/lib/env";
import { patientFetch } from "@/lib/supabase/patient-fetch";

/** A client of the Data API, Auth and Storage; whose rights it has depends on how it was made. */
export type Db = SupabaseClient<Database>;

/** Without retries of the client's own, which would keep people waiting for many seconds before they are told. */
export const impatient = { retry: false } as const;
export const stateless = {
  persistSession: false,
  autoRefreshToken: false,
  detectSessionInUrl: false,
} as const;

/**
 * Acts for nobody in particular: what the public may read. Free of cookies, so that its answers can be cached. Gives up
 * after `patienceMs` where the caller can do without an answer.
 */
export function createPublicClient(patienceMs?: number): Db {
  return createClient<Database>(env().supabaseUrl, env().publishableKey, {
    auth: stateless,
    db: impatient,
    global: { fetch: patientFetch(patienceMs) },
  });
}

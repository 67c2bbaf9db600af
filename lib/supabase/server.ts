import "server-only";
import { createServerClient as createSsrClient } from "@supabase/ssr";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { Database } from "@/lib/contract/database.types";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { patientFetch } from "@/lib/supabase/patient-fetch";

/** A client of the Data API, Auth and Storage; whose rights it has depends on how it was made. */
export type Db = SupabaseClient<Database>;

/** Without retries of the client's own, which would keep people waiting for many seconds before they are told. */
const impatient = { retry: false } as const;
const stateless = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } as const;

/** Acts for the person whose session cookie came with the request; Row Level Security decides. */
export async function createServerClient(): Promise<Db> {
  // Auth compares expiry times with the clock, which Next allows only while it answers a request.
  await connection();
  const store = await cookies();
  return createSsrClient<Database>(env().supabaseUrl, env().publishableKey, {
    db: impatient,
    global: { fetch: patientFetch() },
    cookies: {
      getAll: () => store.getAll(),
      setAll: (list) => {
        try {
          for (const { name, value, options } of list) store.set(name, value, options);
        } catch {
          // A Server Component may not set cookies; proxy.ts has refreshed the session before it.
        }
      },
    },
  });
}

/** Acts for whoever the access token names. */
export function createBearerClient(token: string): Db {
  return createClient<Database>(env().supabaseUrl, env().publishableKey, {
    auth: stateless,
    db: impatient,
    global: { fetch: patientFetch(), headers: { Authorization: `Bearer ${token}` } },
  });
}

/**
 * Acts for the product, past Row Level Security: for what a rule of the database has just allowed somebody who has no
 * account. Throws where the secret key is not set.
 */
export function createServiceClient(): Db {
  const { supabaseUrl, secretKey } = env();
  if (!secretKey)
    throw new AppError("database_unavailable", "", {
      cause: "SUPABASE_SECRET_KEY is not set (see .env.example)",
    });
  return createClient<Database>(supabaseUrl, secretKey, {
    auth: stateless,
    db: impatient,
    global: { fetch: patientFetch() },
  });
}

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

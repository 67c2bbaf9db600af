import "server-only";
import { createServerClient as createSsrClient } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { Database } from "@/lib/contract/database.types";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { patientFetch } from "@/lib/supabase/patient-fetch";
import { type Db, impatient, stateless } from "@/lib/supabase/public";

export { createPublicClient, type Db } from "@/lib/supabase/public";

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

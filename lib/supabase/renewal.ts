import "server-only";
import { createServerClient } from "@supabase/ssr";
import type { NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { readClaims } from "@/lib/supabase/claims";
import { patientFetch } from "@/lib/supabase/patient-fetch";

/**
 * Renews the session of this request where it has run out. The new cookies go into the request, for the page that is
 * about to be rendered, and through the returned function into its answer. Throws `database_unavailable` when Auth is away.
 */
export async function renewSession(request: NextRequest): Promise<(response: NextResponse) => void> {
  const writes: ((response: NextResponse) => void)[] = [];
  const db = createServerClient(env().supabaseUrl, env().publishableKey, {
    global: { fetch: patientFetch() },
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll: (list, headers) => {
        for (const { name, value } of list) request.cookies.set(name, value);
        writes.push((response) => {
          for (const { name, value, options } of list) response.cookies.set(name, value, options);
          for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
        });
      },
    },
  });
  await readClaims(db);
  return (response) => {
    for (const write of writes) write(response);
  };
}

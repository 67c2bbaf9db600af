import type { SupabaseClient } from "@supabase/supabase-js";

/** A screen that has lost its connection notices within two of these. */
const heartbeatIntervalMs = 10_000;

/**
 * Reaches Realtime as nobody in particular, on one connection: without a session, and keeping nothing in the browser. The
 * client is loaded when it is first needed.
 */
export function asNobody(url: string, publishableKey: string): () => Promise<SupabaseClient> {
  let client: Promise<SupabaseClient> | undefined;
  return () => {
    client ??= import("@supabase/supabase-js").then(
      ({ createClient }) =>
        createClient(url, publishableKey, {
          auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
          realtime: { heartbeatIntervalMs },
        }),
      (error) => {
        client = undefined;
        throw error;
      },
    );
    return client;
  };
}

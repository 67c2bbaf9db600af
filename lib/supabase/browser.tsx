"use client";

import type { SupabaseClient } from "@supabase/supabase-js";
import { createContext, type ReactNode, use, useState } from "react";

type Connect = () => Promise<SupabaseClient>;

interface Reach {
  connect: Connect;
  connectAside: Connect;
}

const SupabaseContext = createContext<Reach | null>(null);

interface SupabaseProviderProps {
  url: string;
  publishableKey: string;
  children: ReactNode;
}

/** A dropped connection is noticed within two of these. */
const heartbeatIntervalMs = 10_000;

/**
 * Knows how to reach Supabase. The address comes from the server at run time, not from the build; the client is loaded
 * and made when it is first needed, which is never while a page is rendered on the server.
 */
export function SupabaseProvider({ url, publishableKey, children }: SupabaseProviderProps) {
  const [reach] = useState((): Reach => {
    let client: Promise<SupabaseClient> | undefined;
    const connect = () => {
      client ??= import("@supabase/ssr").then(
        ({ createBrowserClient }) =>
          createBrowserClient(url, publishableKey, { realtime: { heartbeatIntervalMs } }),
        (error) => {
          client = undefined;
          throw error;
        },
      );
      return client;
    };
    const connectAside = async () => {
      const { createClient } = await import("@supabase/supabase-js");
      const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
      return createClient(url, publishableKey, { auth: { ...auth, storageKey: `aside-${Math.random()}` } });
    };
    return { connect, connectAside };
  });
  return <SupabaseContext value={reach}>{children}</SupabaseContext>;
}

function useReach(): Reach {
  const reach = use(SupabaseContext);
  if (!reach) throw new Error("Supabase needs a SupabaseProvider above it");
  return reach;
}

/** Gives the page's one Supabase client, for effects and event handlers; throws outside the provider. */
export function useSupabase(): Connect {
  return useReach().connect;
}

/** Gives a new client at each call, signed in as nobody, whose session no page ever keeps; throws outside the provider. */
export function useSupabaseAside(): Connect {
  return useReach().connectAside;
}

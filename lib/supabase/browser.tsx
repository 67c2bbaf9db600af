"use client";

import type { SupabaseClient } from "@supabase/supabase-js";
import { createContext, type ReactNode, use, useState } from "react";

type Connect = () => Promise<SupabaseClient>;

const SupabaseContext = createContext<Connect | null>(null);

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
  const [connect] = useState((): Connect => {
    let client: Promise<SupabaseClient> | undefined;
    return () => {
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
  });
  return <SupabaseContext value={connect}>{children}</SupabaseContext>;
}

/** Gives the page's one Supabase client, for effects and event handlers; throws outside the provider. */
export function useSupabase(): Connect {
  const connect = use(SupabaseContext);
  if (!connect) throw new Error("useSupabase needs a SupabaseProvider above it");
  return connect;
}

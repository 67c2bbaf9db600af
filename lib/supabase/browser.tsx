"use client";

import { createBrowserClient } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { createContext, type ReactNode, use, useState } from "react";

const SupabaseContext = createContext<SupabaseClient | null>(null);

interface SupabaseProviderProps {
  url: string;
  publishableKey: string;
  children: ReactNode;
}

/** Holds the one Supabase client of the page. Its address comes from the server at run time, not from the build. */
export function SupabaseProvider({ url, publishableKey, children }: SupabaseProviderProps) {
  const [client] = useState(() =>
    createBrowserClient(url, publishableKey, { realtime: { heartbeatIntervalMs: 10_000 } }),
  );
  return <SupabaseContext value={client}>{children}</SupabaseContext>;
}

/** The page's Supabase client; throws outside the provider. */
export function useSupabase(): SupabaseClient {
  const client = use(SupabaseContext);
  if (!client) throw new Error("useSupabase needs a SupabaseProvider above it");
  return client;
}

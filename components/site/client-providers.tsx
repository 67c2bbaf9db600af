"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Toaster } from "@/components/ui/toast";
import { SupabaseProvider } from "@/lib/supabase/browser";

interface ClientProvidersProps {
  supabaseUrl: string;
  publishableKey: string;
  children: ReactNode;
}

/**
 * Realtime keeps what was read fresh, so nothing is read again by itself. A studio on the machine itself or in the
 * school's own network answers without the internet, so what the browser thinks of the network does not count.
 */
function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: "always",
        retry: 1,
      },
      mutations: { networkMode: "always" },
    },
  });
}

export function ClientProviders({ supabaseUrl, publishableKey, children }: ClientProvidersProps) {
  const t = useTranslations("site");
  const [client] = useState(createQueryClient);
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={client}>
        <SupabaseProvider url={supabaseUrl} publishableKey={publishableKey}>
          <Toaster closeLabel={t("close")}>{children}</Toaster>
        </SupabaseProvider>
      </QueryClientProvider>
    </CSPProvider>
  );
}

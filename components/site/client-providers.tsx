"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type Locale, NextIntlClientProvider, useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Toaster } from "@/components/ui/toast";
import { SupabaseProvider } from "@/lib/supabase/browser";

type Words = ComponentProps<typeof NextIntlClientProvider>;

/** What the server tells the browser of, so that pages can speak and reach Supabase. */
export interface Ground {
  locale: Locale;
  timeZone: string;
  messages: Words["messages"];
  supabaseUrl: string;
  publishableKey: string;
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

interface ClientProvidersProps extends Ground {
  children: ReactNode;
}

export function ClientProviders({ supabaseUrl, publishableKey, children, ...words }: ClientProvidersProps) {
  const [client] = useState(createQueryClient);
  return (
    <NextIntlClientProvider {...words}>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={client}>
          <SupabaseProvider url={supabaseUrl} publishableKey={publishableKey}>
            <Toasts>{children}</Toasts>
          </SupabaseProvider>
        </QueryClientProvider>
      </CSPProvider>
    </NextIntlClientProvider>
  );
}

function Toasts({ children }: { children: ReactNode }) {
  const t = useTranslations("site");
  return <Toaster closeLabel={t("close")}>{children}</Toaster>;
}

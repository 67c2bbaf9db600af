import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { ClientProviders } from "@/components/site/client-providers";
import { env } from "@/lib/env";

/** What every page but the children's viewer stands on: words, data, toasts and the address of Supabase. */
export async function Providers({ children }: { children: ReactNode }) {
  await connection();
  const { supabaseUrl, publishableKey } = env();
  return (
    <NextIntlClientProvider>
      <ClientProviders supabaseUrl={supabaseUrl} publishableKey={publishableKey}>
        {children}
      </ClientProviders>
    </NextIntlClientProvider>
  );
}

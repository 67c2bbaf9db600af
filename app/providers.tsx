import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientProviders } from "@/components/site/client-providers";
import { env } from "@/lib/env";
import { type WordsOf, wordsFor } from "@/lib/i18n/client-words";

interface ProvidersProps {
  /** Which words go to the browser. */
  words: WordsOf;
  children: ReactNode;
}

/** What every page but the children's viewer stands on: words, data, toasts and the address of Supabase. */
export async function Providers({ words, children }: ProvidersProps) {
  await connection();
  const messages = wordsFor(words, await getMessages());
  const { supabaseUrl, publishableKey } = env();
  return (
    <NextIntlClientProvider messages={messages}>
      <ClientProviders supabaseUrl={supabaseUrl} publishableKey={publishableKey}>
        {children}
      </ClientProviders>
    </NextIntlClientProvider>
  );
}

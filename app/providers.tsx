import type { ReactNode } from "react";
import { ClientProviders } from "@/components/site/client-providers";
import type { WordsOf } from "@/lib/i18n/client-words";
import { readGround } from "./ground";

interface ProvidersProps {
  /** Which words go to the browser. */
  words: WordsOf;
  children: ReactNode;
}

/** What every page of people at work stands on: words, data, toasts and the address of Supabase. */
export async function Providers({ words, children }: ProvidersProps) {
  return <ClientProviders {...(await readGround(words))}>{children}</ClientProviders>;
}

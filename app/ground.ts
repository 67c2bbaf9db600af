import { connection } from "next/server";
import { getLocale, getMessages, getTimeZone } from "next-intl/server";
import type { Ground } from "@/components/site/client-providers";
import { env } from "@/lib/env";
import { type WordsOf, wordsFor } from "@/lib/i18n/client-words";

/** What a part of the studio brings along for the browser: its words, and the address of Supabase. */
export async function readGround(words: WordsOf): Promise<Ground> {
  await connection();
  const [locale, timeZone, messages] = await Promise.all([getLocale(), getTimeZone(), getMessages()]);
  const { supabaseUrl, publishableKey } = env();
  return { locale, timeZone, messages: wordsFor(words, messages), supabaseUrl, publishableKey };
}

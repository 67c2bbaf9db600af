import "server-only";
import { type NextRequest, NextResponse } from "next/server";
import type { Language } from "@/lib/contract/languages";
import { env } from "@/lib/env";
import { fallbackLanguage, languageCookie, preferredLanguage, storedLanguage } from "@/lib/i18n/language";
import { patientFetch } from "@/lib/supabase/patient-fetch";
import words from "@/messages/broken.json";

const patienceMs = 2000;

/** Whether the database can be read now. Answers within two seconds, also when nobody else does. */
export async function isDatabaseAway(): Promise<boolean> {
  const { supabaseUrl, publishableKey } = env();
  try {
    const answer = await patientFetch(patienceMs)(
      `${supabaseUrl}/rest/v1/theme_templates?select=key&limit=1`,
      {
        headers: { apikey: publishableKey },
        cache: "no-store",
      },
    );
    await answer.body?.cancel();
    return answer.status >= 500;
  } catch {
    return true;
  }
}

/**
 * What one sees instead of a page that cannot be made while the database is away. It stands for itself, since the
 * application's own pages send their status before they ask the database.
 */
export function awayHtml(language: Language, nonce: string): string {
  const { title, text, again } = words[language];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; font: 1.125rem/1.6 ui-rounded, system-ui, sans-serif }
  body { min-height: 90dvh; margin: 0; padding: 1.5rem; display: grid; place-content: center; text-align: center }
  a { display: inline-block; margin-top: 1rem; padding: .75rem 1.5rem; border: 2px solid; border-radius: 99px; color: inherit }
</style>
<main>
  <h1>${title}</h1>
  <p>${text}</p>
  <a href="">${again}</a>
</main>
</html>`;
}

/** The same as an answer. */
export function awayPage(request: NextRequest, nonce: string): NextResponse {
  const language =
    storedLanguage(request.cookies.get(languageCookie)?.value) ??
    preferredLanguage(request.headers.get("accept-language")) ??
    fallbackLanguage;
  return new NextResponse(awayHtml(language, nonce), {
    status: 503,
    headers: { "content-type": "text/html; charset=utf-8", "retry-after": "5", "cache-control": "no-store" },
  });
}

import "server-only";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { fallbackLanguage, languageCookie, preferredLanguage, storedLanguage } from "@/lib/i18n/language";
import { awayHtml } from "@/lib/supabase/away-html";
import { patientFetch } from "@/lib/supabase/patient-fetch";

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

/** What people at work see instead of a page while the database is away. */
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

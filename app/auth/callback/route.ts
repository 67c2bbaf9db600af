import type { EmailOtpType, User } from "@supabase/supabase-js";
import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { safeNext } from "@/lib/account/redirects";
import { languageCookie, storedLanguage } from "@/lib/i18n/language";
import { createServerClient } from "@/lib/supabase/server";

const otpTypes: readonly string[] = ["signup", "invite", "magiclink", "recovery", "email", "email_change"];

function isOtpType(type: string | null): type is EmailOtpType {
  return type !== null && otpTypes.includes(type);
}

/**
 * The links of a new address come from there. The first of two signs nobody in, and the second need not: the address is
 * changed before the link arrives here, in whichever browser it was opened.
 */
function accountPage(search: URLSearchParams): string {
  return search.has("error") ? "/account?problem=link" : "/account";
}

/** Where the links of our letters arrive: turns the one-time code into a session and goes on. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const search = request.nextUrl.searchParams;
  const code = search.get("code");
  const tokenHash = search.get("token_hash");
  const type = search.get("type");
  const { auth } = await createServerClient();
  let user: User | null = null;
  if (code) {
    user = (await auth.exchangeCodeForSession(code)).data.user;
  } else if (tokenHash && isOtpType(type)) {
    user = (await auth.verifyOtp({ token_hash: tokenHash, type })).data.user;
  }
  const jar = await cookies();
  const language = storedLanguage(user?.user_metadata.language);
  if (language && !jar.has(languageCookie)) {
    jar.set(languageCookie, language, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
  }
  const next = safeNext(search.get("next"));
  const target = user ? next : next === "/account" ? accountPage(search) : "/sign-in?problem=link";
  return new NextResponse(null, { status: 303, headers: { location: target, "cache-control": "no-store" } });
}

import type { EmailOtpType } from "@supabase/supabase-js";
import { type NextRequest, NextResponse } from "next/server";
import { safeNext } from "@/lib/account/redirects";
import { createServerClient } from "@/lib/supabase/server";

const otpTypes: readonly string[] = ["signup", "invite", "magiclink", "recovery", "email", "email_change"];

function isOtpType(type: string | null): type is EmailOtpType {
  return type !== null && otpTypes.includes(type);
}

/** Where the links of our letters arrive: turns the one-time code into a session and goes on. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const search = request.nextUrl.searchParams;
  const code = search.get("code");
  const tokenHash = search.get("token_hash");
  const type = search.get("type");
  const { auth } = await createServerClient();
  let isSignedIn = false;
  if (code) {
    isSignedIn = !(await auth.exchangeCodeForSession(code)).error;
  } else if (tokenHash && isOtpType(type)) {
    isSignedIn = !(await auth.verifyOtp({ token_hash: tokenHash, type })).error;
  }
  const target = isSignedIn ? safeNext(search.get("next")) : "/sign-in?problem=link";
  return new NextResponse(null, { status: 303, headers: { location: target, "cache-control": "no-store" } });
}

import { createServerClient } from "@supabase/ssr";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";

/** Renews the session cookie of people who work in the studio before their page is rendered. It guards nothing. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  let response = NextResponse.next({ request });
  const db = createServerClient(env().supabaseUrl, env().publishableKey, {
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll: (list, headers) => {
        for (const { name, value } of list) request.cookies.set(name, value);
        response = NextResponse.next({ request });
        for (const { name, value, options } of list) response.cookies.set(name, value, options);
        for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      },
    },
  });
  await db.auth.getClaims();
  return response;
}

// Children's pages, public lists, files and the API are absent: they need no session, or renew it themselves.
export const config = {
  matcher: ["/drafts/:path*", "/admin/:path*", "/account/:path*", "/sign-in", "/sign-up"],
};

import { createServerClient } from "@supabase/ssr";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { AppError, problem } from "@/lib/errors";

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Renews the session cookie of people who work in the studio before their page is rendered. It guards nothing. An
 * address that is no text ends here with 400, for which Next.js would blame itself.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!isReadable(request.nextUrl.pathname))
    return NextResponse.json(problem(new AppError("bad_request", "The address cannot be read.")), {
      status: 400,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
    });
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
  matcher: [
    "/drafts/:path*",
    "/admin/:path*",
    "/account/:path*",
    "/sign-in",
    "/sign-up",
    "/(.*%[89a-fA-F].*)",
  ],
};

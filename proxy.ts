import { type NextRequest, NextResponse } from "next/server";
import { AppError, problem } from "@/lib/errors";
import { hasPreview } from "@/lib/previews/store";
import { contentSecurityPolicy, pageHeaders } from "@/lib/security/headers";
import { keyHeader, pageKey } from "@/lib/shown-pages/page-key";
import { awayPage, isDatabaseAway } from "@/lib/supabase/away-page";
import { renewSession } from "@/lib/supabase/renewal";
import { createPublicClient } from "@/lib/supabase/server";
import { companionOf, mayBeFramed } from "@/lib/universes/companion-pages";
import { findAddress } from "@/lib/universes/store";

/** Pages of people who work: only there is a session looked at, so that children's pages neither read nor set a cookie. */
const workPlaces =
  /^\/(drafts|admin|account|invitations|class\/(open|lead)|sign-in|sign-up|reset-password)(\/|$)/;
const universe = /^\/u\/[^/]+$/;
const preview = /^\/preview\/([^/]+)$/;
/** How long a page waits to hear whether it exists, in milliseconds. */
const patienceMs = 2000;

/**
 * Next sends the status before a page is rendered, so a page that does not exist must be known here. Gives the path under
 * which it is, which may be a newer one; null where there is none. The page of a universe is only for what keeps it in memory
 * (lib/shown-pages), which has looked whether there is one.
 */
async function findPage({ nextUrl, headers }: NextRequest): Promise<string | null> {
  const { pathname } = nextUrl;
  if (universe.test(pathname)) return headers.get(keyHeader) === pageKey() ? pathname : null;
  const [, token] = pathname.match(preview) ?? [];
  const companion = companionOf(pathname);
  if (token === undefined && !companion) return pathname;
  const db = createPublicClient(patienceMs);
  const find = async () => {
    if (token !== undefined) return (await hasPreview(db, token)) ? pathname : null;
    const slug = companion && (await findAddress(db, companion.slug));
    return slug && companion.pageOf(slug);
  };
  // While the database is away, the page itself says so, or is there from before.
  return find().catch(() => pathname);
}

/** A browser that kept the way from one address to another would go in circles once somebody takes the first one back. */
const unkept = { "cache-control": "no-store" };

/** Only who is signed in is shown what the database has; links that are prefetched can wait until they are followed. */
async function needsMissingDatabase({ cookies, headers }: NextRequest): Promise<boolean> {
  const isSignedIn = cookies.getAll().some(({ name }) => name.startsWith("sb-"));
  return isSignedIn && !headers.has("next-router-prefetch") && (await isDatabaseAway());
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives each page its security policy and its status, and renews the session of people at work. It guards nothing. An
 * address that is no text ends here with 400, for which Next would blame itself; while the database is away, people at
 * work get 503 within two seconds.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (!isReadable(pathname))
    return NextResponse.json(problem(new AppError("bad_request", "The address cannot be read.")), {
      status: 400,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
    });
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy({ nonce }, mayBeFramed(pathname));
  // The renewal changes the request's cookies, which the headers below take along.
  const [isAway, finish] = workPlaces.test(pathname)
    ? await Promise.all([needsMissingDatabase(request), renewSession(request).catch(() => null)])
    : [false, () => {}];
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const page = isAway ? pathname : await findPage(request);
  const response =
    isAway || !finish
      ? awayPage(request, nonce)
      : page === null
        ? // "/lost" is no route.
          NextResponse.rewrite(new URL("/lost", request.url), { request: { headers } })
        : page !== pathname
          ? NextResponse.redirect(new URL(page, request.url), { status: 308, headers: unkept })
          : NextResponse.next({ request: { headers } });
  finish?.(response);
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value);
  return response;
}

// Files, the API and pages that are kept answer without it, but for addresses that might be no text.
export const config = {
  matcher: [
    "/((?!api/|media/|_next/|u/[^/]+$|.*\\.[a-z0-9]+$).*)",
    "/(.*%[89a-fA-F].*)",
    { source: "/u/:slug", has: [{ type: "header", key: "x-page-key" }] },
  ],
};

import { type NextRequest, NextResponse } from "next/server";
import { AppError, problem } from "@/lib/errors";
import { hasPreview } from "@/lib/previews/store";
import { contentSecurityPolicy, pageHeaders } from "@/lib/security/headers";
import { keyHeader, pageKey } from "@/lib/shown-pages/page-key";
import { isAddress, shownPages } from "@/lib/shown-pages/shown";
import { awayPage, isDatabaseAway } from "@/lib/supabase/away-page";
import { renewSession } from "@/lib/supabase/renewal";
import { createPublicClient } from "@/lib/supabase/server";
import { companionOf, mayBeFramed } from "@/lib/universes/companion-pages";

/** Pages of people who work: only there is a session looked at, so that children's pages neither read nor set a cookie. */
const workPlaces =
  /^\/(drafts|admin|account|invitations|class\/(open|lead)|sign-in|sign-up|reset-password)(\/|$)/;
const kept = /^\/(u|embed)\/[^/]+$/;
const preview = /^\/preview\/([^/]+)$/;
/** How long a page waits to hear whether it exists, in milliseconds. */
const patienceMs = 2000;

/**
 * Next sends the status before a page is rendered, so a page that does not exist must be known here. Gives the path under
 * which it is, which may be a newer one; null where there is none. The cards of a universe are only for what keeps their page in
 * memory (lib/shown-pages), which has looked whether there is one. Throws where nobody can say while the database is away.
 */
async function findPage({ nextUrl, headers }: NextRequest): Promise<string | null> {
  const { pathname } = nextUrl;
  if (kept.test(pathname)) return headers.get(keyHeader) === pageKey() ? pathname : null;
  const companion = companionOf(pathname);
  if (companion) {
    const found = isAddress(companion.slug) ? await shownPages().look(companion.slug) : null;
    if (found?.kind === "moved") return companion.pageOf(found.slug);
    return found?.kind === "shown" ? pathname : null;
  }
  const [, token] = pathname.match(preview) ?? [];
  if (token === undefined) return pathname;
  // While the database is away, the page itself says so.
  return hasPreview(createPublicClient(patienceMs), token).then(
    (is) => (is ? pathname : null),
    () => pathname,
  );
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
  // Who asks for a page in a frame gets no link that leads out of it.
  headers.delete("x-framed");
  if (mayBeFramed(pathname)) headers.set("x-framed", "1");
  const page = isAway ? undefined : await findPage(request).catch(() => undefined);
  const response =
    page === undefined || !finish
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
    "/((?!api/|media/|_next/|u/[^/]+$|embed/[^/]+$|explore$|.*\\.[a-z0-9]+$).*)",
    "/(.*%[89a-fA-F].*)",
    { source: "/u/:slug", has: [{ type: "header", key: "x-page-key" }] },
    { source: "/embed/:slug", has: [{ type: "header", key: "x-page-key" }] },
    { source: "/explore", has: [{ type: "header", key: "x-page-key" }] },
    { source: "/explore", has: [{ type: "header", key: "rsc" }] },
    { source: "/explore", has: [{ type: "header", key: "cookie", value: ".*sb-.*" }] },
    { source: "/explore", has: [{ type: "query", key: "search" }] },
  ],
};

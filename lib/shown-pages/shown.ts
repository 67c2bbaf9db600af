import { env } from "../env.ts";
import { contentSecurityPolicy } from "../security/headers.ts";
import { createPublicClient } from "../supabase/public.ts";
import { mayBeFramed } from "../universes/companion-pages.ts";
import { findAddress, findMark } from "../universes/store.ts";
import { keyHeader, pageKey } from "./page-key.ts";
import { type Found, openPages, type Pages } from "./pages.ts";
import { putPictureFirst } from "./picture-first.ts";
import { hashOf, readAllowed, type SealedPage, sealPage } from "./seal.ts";

// Doors of the same process are built apart, so that each has its own copy of this module.
const shared = globalThis as typeof globalThis & { studioPages?: Pages };

/** How long a child waits to hear whether a page exists, and for the page to be made, in milliseconds. */
const patienceMs = 2000;
const renderMs = 10_000;

async function find(slug: string): Promise<Found> {
  const db = createPublicClient(patienceMs);
  const mark = await findMark(db, slug);
  if (mark) return { kind: "shown", mark };
  const address = await findAddress(db, slug);
  return address && address !== slug ? { kind: "moved", slug: address } : { kind: "none" };
}

/** As the database has them: nothing else can be anybody's address. */
export const isAddress = (slug: string) => /^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);

/** Where the cards of a universe are shown: on a page of their own, or on somebody else's. */
export type Stage = "u" | "embed";

/** Language, theme and stage of a page, as one word. */
export const variantOf = (language: string, theme: string, stage: Stage) => `${language}.${theme}.${stage}`;

function ownAddress(): string {
  const port = process.env.PORT;
  return port ? `http://127.0.0.1:${port}` : env().studioUrl;
}

/** A style sheet of the application. Throws unless it is there. */
async function readSheet(path: string): Promise<string> {
  const answer = await fetch(new URL(path, ownAddress()), { signal: AbortSignal.timeout(renderMs) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

/**
 * Has the application itself make a page, as for one visitor, and makes it one for all; that there is nothing at its address, where
 * `isLost`. Throws when it makes another.
 */
async function render(slug: string, variant: string, isLost = false): Promise<SealedPage> {
  const [language = "", theme = "", stage = ""] = variant.split(".");
  const [path, status] = [`/${stage}/${slug}`, isLost ? 404 : 200];
  const answer = await fetch(new URL(path, ownAddress()), {
    headers: {
      // Without the right key there is nothing at any of these addresses.
      [keyHeader]: isLost ? "none" : pageKey(),
      accept: "text/html",
      "accept-language": language,
      cookie: `theme=${theme}`,
    },
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(renderMs),
  });
  const html = await answer.text();
  const policy = answer.headers.get("content-security-policy") ?? "";
  const nonce = policy.match(/'nonce-([0-9a-f]{32})'/)?.[1];
  // What fails while a page is made, Next leaves to the browser to try again, with a status that says nothing of it.
  const isWhole = answer.status === status && !html.includes('<html id="__next_error__"');
  if (!isWhole || !nonce) throw new Error(`${path} was not made (status ${answer.status})`);
  // The development server writes scripts that it changes later on.
  if (process.env.NODE_ENV === "development") return sealPage(html, policy);
  const { html: plain, scripts, styles } = readAllowed(html, nonce);
  const { html: painted, style, script } = await putPictureFirst(plain, readSheet);
  const allowed = {
    scripts: script === null ? scripts : [...scripts, hashOf(script)],
    styles: style === null ? styles : [...styles, hashOf(style)],
  };
  return sealPage(painted, contentSecurityPolicy(allowed, mayBeFramed(path)));
}

/** The pages of this process. */
export function shownPages(): Pages {
  shared.studioPages ??= openPages({ find, render });
  return shared.studioPages;
}

/**
 * Of a universe that was just changed by this process no page is shown any more, before whoever changed it is told that it is done. Others hear
 * of it from the database. Gives what it was given.
 */
export function forgetPages<State extends { slug: string }>(state: State, before: string): State {
  for (const slug of new Set([before, state.slug])) shownPages().forget(slug);
  return state;
}

const lost = new Map<string, Promise<SealedPage>>();

/** What is shown at an address where there is nothing, in each variant. */
export function lostPage(variant: string): Promise<SealedPage> {
  const made = lost.get(variant) ?? render("lost", variant, true);
  lost.set(variant, made);
  made.catch(() => lost.delete(variant));
  return made;
}

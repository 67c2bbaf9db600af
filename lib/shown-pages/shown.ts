import { createPublicClient } from "../supabase/public.ts";
import { findAddress, findMark } from "../universes/store.ts";
import { type Found, openPages, type Pages } from "./pages.ts";
import { renderPage } from "./render.ts";
import type { SealedPage } from "./seal.ts";
import { shelfPages } from "./shelf.ts";

// Doors of the same process are built apart, so that each has its own copy of this module.
const shared = globalThis as typeof globalThis & { studioPages?: Pages };

/** How long a child waits to hear whether a page exists, in milliseconds. */
const patienceMs = 2000;

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

/** A page of a universe, or that there is nothing at its address, where `isLost`. */
function render(slug: string, variant: string, isLost = false): Promise<SealedPage> {
  const [language = "", theme = "", stage = ""] = variant.split(".");
  return renderPage(`/${stage}/${slug}`, { language, theme }, isLost);
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
  shelfPages().forget();
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

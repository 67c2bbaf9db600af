"use client";

import { useSyncExternalStore } from "react";

const key = (cursor: string) => `jobs:newer:${cursor}`;

/** Keeps for this tab from which page somebody went on to an older one. The newest page needs no note. */
export function rememberPage(cursor: string, newer: string | null): void {
  try {
    if (newer) sessionStorage.setItem(key(cursor), newer);
  } catch {
    // Without storage there is still the way to the newest page.
  }
}

function newerPage(cursor: string): string | null {
  try {
    return sessionStorage.getItem(key(cursor));
  } catch {
    return null;
  }
}

/** A note is written before its page is shown, and never changes. */
const subscribe = () => () => {};

/** The page from which somebody came to this one, if it is known and not the newest. */
export function useNewerPage(cursor: string | null): string | null {
  return useSyncExternalStore(
    subscribe,
    () => (cursor ? newerPage(cursor) : null),
    () => null,
  );
}

"use client";

import { useEffect, useSyncExternalStore } from "react";

/** A key, or several that do the same, and what it does. */
export interface KeyHelp {
  keys: string[];
  text: string;
}

let shown: KeyHelp[] = [];
const listeners = new Set<() => void>();

function show(rows: KeyHelp[]): void {
  shown = rows;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const none: KeyHelp[] = [];

/** The keys that only the present page knows. */
export function usePageKeys(): KeyHelp[] {
  return useSyncExternalStore(
    subscribe,
    () => shown,
    () => none,
  );
}

/** Puts the keys of a page on the sheet that `?` opens, while the page is there. */
export function useKeyHelp(rows: KeyHelp[]): void {
  // The sheet is drawn by the frame around all pages.
  useEffect(() => {
    show(rows);
    return () => show(none);
  }, [rows]);
}

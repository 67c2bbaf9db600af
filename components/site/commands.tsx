"use client";

import { type ReactNode, useEffect, useId, useSyncExternalStore } from "react";

/** Something that one can do here, by its name in the command palette. */
export interface Command {
  id: string;
  label: string;
  icon: ReactNode;
  /** Other words by which it is found. */
  keywords?: string;
  run: () => void;
}

const registered = new Map<string, readonly Command[]>();
const listeners = new Set<() => void>();
const none: readonly Command[] = [];
let all = none;

function announce(): void {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

/**
 * Offers commands in the palette while the component that calls this is on the page. Each component offers what it can
 * do itself, under the same word and picture as its button.
 */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  // The palette is drawn by the frame around all pages.
  useEffect(() => {
    registered.set(owner, commands);
    announce();
  }, [owner, commands]);
  useEffect(
    () => () => {
      registered.delete(owner);
      announce();
    },
    [owner],
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What can be done on the present page. */
export function usePageCommands(): readonly Command[] {
  return useSyncExternalStore(
    subscribe,
    () => all,
    () => none,
  );
}

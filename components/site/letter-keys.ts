"use client";

import { useSyncExternalStore } from "react";

const storageKey = "shortcuts";

function subscribe(onChange: () => void) {
  window.addEventListener("storage", onChange);
  return () => window.removeEventListener("storage", onChange);
}

/** Single-letter keys can be switched off, for people who speak to their computer. */
export function useLetterKeys() {
  const areOn = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(storageKey) !== "off",
    () => true,
  );
  const toggle = (next: boolean) => {
    localStorage.setItem(storageKey, next ? "on" : "off");
    window.dispatchEvent(new Event("storage"));
  };
  return [areOn, toggle] as const;
}

"use client";

import { useSearchParams } from "next/navigation";

/** What the panel of a universe shows, each by the word in the address that opens it. */
const panelTabs = { names: "universe", look: "look", music: "music", prompts: "prompts" } as const;
export type PanelTab = keyof typeof panelTabs;

const tabs = Object.keys(panelTabs) as PanelTab[];

/** The part of the universe's panel that the address says lies open; null for none. */
export function useOpenTab(): PanelTab | null {
  const word = useSearchParams().get("panel");
  return tabs.find((tab) => panelTabs[tab] === word) ?? null;
}

let opener: Element | null = null;

/** What opened the panel, if it is still there to take the focus again. */
export function openerOfUniverse(): HTMLElement | null {
  return opener instanceof HTMLElement && opener.isConnected ? opener : null;
}

/** Opens the panel beside the deck, in place of a card; going from one part to another is no step of the history. */
export function openUniverse(tab: PanelTab = "names"): void {
  const url = new URL(window.location.href);
  const isOpen = url.searchParams.has("panel");
  if (!isOpen) opener = document.activeElement;
  url.searchParams.delete("card");
  url.searchParams.delete("make");
  url.searchParams.set("panel", panelTabs[tab]);
  if (isOpen) window.history.replaceState(null, "", url);
  else window.history.pushState(null, "", url);
}

/** Closes the panel. */
export function closeUniverse(): void {
  const url = new URL(window.location.href);
  url.searchParams.delete("panel");
  window.history.replaceState(null, "", url);
}

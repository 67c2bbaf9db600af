"use client";

import { useSearchParams } from "next/navigation";
import { z } from "zod";

/** Changes the address without loading the page. */
function go(change: (search: URLSearchParams) => void, how: "push" | "replace"): void {
  const url = new URL(window.location.href);
  change(url.searchParams);
  if (how === "push") window.history.pushState(null, "", url);
  else window.history.replaceState(null, "", url);
}

/** The card that the address says lies open beside the deck; null for none. */
export function useOpenCard(): string | null {
  return z.guid().safeParse(useSearchParams().get("card")).data ?? null;
}

/** Opens a card beside the deck; going on from one to the next is one step of the history. */
export function openCard(assetId: string): void {
  const isOpen = new URLSearchParams(window.location.search).has("card");
  go(
    (search) => {
      search.delete("panel");
      search.set("card", assetId);
    },
    isOpen ? "replace" : "push",
  );
}

/** Closes the card that lies open. */
export function closeCard(): void {
  go((search) => search.delete("card"), "replace");
}

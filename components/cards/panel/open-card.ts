"use client";

import { useSearchParams } from "next/navigation";
import { z } from "zod";

/** Pieces of a card that have a tab of their own. */
const pieces = ["image", "video", "model3d"] as const;
export type ShownPiece = (typeof pieces)[number];

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

/** The piece of the open card that is to be made, or made again, as the address says; null for none. */
export function useAskedPiece(): ShownPiece | null {
  return z.enum(pieces).safeParse(useSearchParams().get("make")).data ?? null;
}

/** Whoever asked for it has been there: from here on the address names the card alone. */
export function forgetAsked(): void {
  go((search) => search.delete("make"), "replace");
}

/** Whether a card lies open this moment, as the address says. */
export function isCardOpen(): boolean {
  return new URLSearchParams(window.location.search).has("card");
}

/**
 * Opens a card beside the deck, or the place in it where this piece is made; going on from one to the next is one step of
 * the history.
 */
export function openCard(assetId: string, piece?: ShownPiece): void {
  go(
    (search) => {
      search.delete("panel");
      search.set("card", assetId);
      if (piece) search.set("make", piece);
      else search.delete("make");
    },
    isCardOpen() ? "replace" : "push",
  );
}

/** Closes the card that lies open. */
export function closeCard(): void {
  go((search) => {
    search.delete("card");
    search.delete("make");
  }, "replace");
}

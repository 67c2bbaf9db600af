"use client";

import { useSearchParams } from "next/navigation";
import { type DraftView, readDraftView, writeDraftView } from "@/lib/draft-list/view";

/** The drafts that the address asks for. */
export function useDraftView(): DraftView {
  return readDraftView(useSearchParams());
}

/** The view of the address as it is this moment: a quick hand is ahead of what is rendered. */
export function viewNow(): DraftView {
  return readDraftView(new URLSearchParams(window.location.search));
}

/** Shows other drafts without loading the page. Typing replaces the last step, so that Back leaves the search at once. */
export function showDrafts(view: DraftView, how: "push" | "replace" = "push"): void {
  const query = writeDraftView(view).toString().replaceAll("%2C", ",");
  const address = query ? `/drafts?${query}` : "/drafts";
  if (how === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}

"use client";

import { useSearchParams } from "next/navigation";
import { readStaffView, type StaffView, writeStaffView } from "@/lib/reports/view";

/** What the address says is looked at. */
export function useStaffView(): StaffView {
  return readStaffView(useSearchParams());
}

function go(change: Partial<StaffView>, how: "push" | "replace"): void {
  const view = { ...readStaffView(new URLSearchParams(window.location.search)), ...change };
  const address = `${window.location.pathname}${writeStaffView(view)}`;
  if (how === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}

/** Shows other lines of the list, from the first page on unless another is named. */
export function showLines(change: Partial<Pick<StaffView, "status" | "page" | "universeId">>): void {
  go({ page: 1, look: null, ...change }, "push");
  window.scrollTo({ top: 0 });
}

/** Opens the cards of a universe beside the list; going on from one to the next is one step of the history. */
export function lookAt(look: StaffView["look"]): void {
  const isOpen = new URLSearchParams(window.location.search).has("look");
  go({ look }, look === null || isOpen ? "replace" : "push");
}

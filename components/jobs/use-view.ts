"use client";

import { useSearchParams } from "next/navigation";
import { z } from "zod";
import { readCursor } from "@/lib/jobs/cursor";
import { type DashboardFilter, readJobFilter, writeJobFilter } from "@/lib/jobs/filter";
import type { DashboardView } from "@/lib/jobs/live";

/** Changes the address without loading the page; commas stay readable. */
function go(search: URLSearchParams, how: "push" | "replace"): void {
  const query = search.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  const address = query ? `/admin?${query}` : "/admin";
  if (how === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}

const here = () => new URLSearchParams(window.location.search);

/** What the address says is looked at. */
export function useView(): DashboardView {
  const search = useSearchParams();
  const cursor = search.get("cursor") ?? "";
  return {
    filter: readJobFilter(search),
    cursor: readCursor(cursor) ? cursor : null,
    jobId: z.uuid().safeParse(search.get("job")).data ?? null,
  };
}

/** The filter of the address as it is this moment: a quick hand is ahead of what is rendered. */
export function filterNow(): DashboardFilter {
  return readJobFilter(here());
}

/** Shows other jobs, from the newest on. Typing replaces the last step, so that Back leaves the search at once. */
export function setFilter(filter: DashboardFilter, how: "push" | "replace" = "push"): void {
  const search = writeJobFilter(filter);
  const job = here().get("job");
  if (job) search.set("job", job);
  go(search, how);
}

/** Shows an older page, or with null the newest. */
export function goToPage(cursor: string | null): void {
  const search = here();
  if (cursor) search.set("cursor", cursor);
  else search.delete("cursor");
  go(search, "push");
}

/** Opens a job beside the list; going on from one to the next is one step of the history. */
export function openJob(jobId: string): void {
  const search = here();
  const how = search.has("job") ? "replace" : "push";
  search.set("job", jobId);
  go(search, how);
}

export function closeJob(): void {
  const search = here();
  search.delete("job");
  go(search, "replace");
}

/** The address of a job with the rest of the view as it is, for links. */
export function jobAddress(filter: DashboardFilter, cursor: string | null, jobId: string): string {
  const search = writeJobFilter(filter);
  if (cursor) search.set("cursor", cursor);
  search.set("job", jobId);
  return `/admin?${search.toString().replaceAll("%2C", ",")}`;
}

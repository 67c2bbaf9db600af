import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Language } from "../contract/languages.ts";
import { draftFiles, keepAddresses } from "../drafts/files.ts";
import { draftKeys, type Page } from "../drafts/queries.ts";
import type { Draft } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";
import { isOlder } from "../realtime/is-older.ts";
import type { BatchPreflight } from "./schema.ts";
import { type DraftView, readDraftView, writeDraftView } from "./view.ts";

/** How many drafts come at once. */
export const draftPageSize = 40;
/** The most that one request may ask for. */
const mostAtOnce = 100;
/** A list that was left this long ago is read again when one comes back to it: nobody told it of changes meanwhile. */
const freshForMs = 10_000;

/** The query key of a list: what it shows, and in which language it sorts names. */
export const draftListKey = (view: DraftView, language: Language) =>
  [...draftKeys.list, writeDraftView(view).toString(), language] as const;

/** What the key of a list says. */
export function readDraftListKey(key: readonly unknown[]): { view: DraftView; language: Language } {
  return { view: readDraftView(new URLSearchParams(String(key[1] ?? ""))), language: key[2] as Language };
}

/** Reads a stretch of a list. */
export function readDrafts(
  view: DraftView,
  language: Language,
  { skip, limit }: { skip: number; limit: number },
  signal?: AbortSignal,
): Promise<Page<Draft>> {
  const search = writeDraftView(view);
  if (view.sort === "name") search.set("language", language);
  search.set("skip", String(skip));
  search.set("limit", String(limit));
  return requestJson<Page<Draft>>(`/api/drafts?${search}`, signal ? { signal } : {});
}

/** The drafts that a view shows: the first of them, or as many as were loaded before. */
export const draftListQuery = (view: DraftView, language: Language) =>
  queryOptions({
    queryKey: draftListKey(view, language),
    queryFn: async ({ signal, client, queryKey }): Promise<Page<Draft>> => {
      const wanted = Math.max(draftPageSize, client.getQueryData<Page<Draft>>(queryKey)?.items.length ?? 0);
      const items = new Map<string, Draft>();
      let total = 0;
      for (let skip = 0; skip < wanted; skip += mostAtOnce) {
        const limit = Math.min(mostAtOnce, wanted - skip);
        const page = await readDrafts(view, language, { skip, limit }, signal);
        for (const draft of page.items) items.set(draft.id, draft);
        total = page.total;
        if (page.items.length < limit) break;
      }
      // A message may have overtaken the answer.
      const known = new Map(
        client.getQueryData<Page<Draft>>(queryKey)?.items.map((draft) => [draft.id, draft]),
      );
      const newest = (read: Draft): Draft => {
        const before = known.get(read.id);
        return before && isOlder(read, before) ? before : keepAddresses(draftFiles, before, read);
      };
      return { items: [...items.values()].map(newest), total };
    },
    placeholderData: keepPreviousData,
    staleTime: freshForMs,
  });

/** The list with what comes after it. */
export function appendDrafts(page: Page<Draft>, more: Page<Draft>): Page<Draft> {
  const known = new Set(page.items.map(({ id }) => id));
  return { items: [...page.items, ...more.items.filter(({ id }) => !known.has(id))], total: more.total };
}

/** What starting these drafts at once would take. Never kept: the queue moves. */
export const batchPreflightQuery = (draftIds: readonly string[]) =>
  queryOptions({
    queryKey: ["preflight", "batch", draftIds] as const,
    queryFn: ({ signal }) =>
      requestJson<BatchPreflight>(`/api/generate/batch?draft_ids=${draftIds.join(",")}`, { signal }),
    enabled: draftIds.length > 0,
    staleTime: 0,
    gcTime: 0,
  });

import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import type { Universe } from "../universes/schema.ts";
import type { AuditEntry, HiddenUniverse, ReportRecord } from "./schema.ts";
import { type StaffView, staffPageSize } from "./view.ts";

interface Page<Item> {
  items: Item[];
  total: number;
}

export type HiddenPage = Page<HiddenUniverse> & { waiting: number };

/** Everything below: a decision may change any of it. */
export const staffKey = ["staff"] as const;

/** Others decide and report too. */
const usual = { placeholderData: keepPreviousData, refetchInterval: 20_000, staleTime: 2_000 } as const;

const pageOf = (page: number) => ({
  skip: String((page - 1) * staffPageSize),
  limit: String(staffPageSize),
});

/** Reports as the address asks for them. */
export const reportListQuery = ({ status, page }: Pick<StaffView, "status" | "page">) =>
  queryOptions({
    queryKey: [...staffKey, "reports", status, page],
    queryFn: ({ signal }) =>
      requestJson<Page<ReportRecord>>(`/api/reports?${new URLSearchParams({ status, ...pageOf(page) })}`, {
        signal,
      }),
    ...usual,
  });

/** What is hidden. */
export const hiddenListQuery = ({ page }: Pick<StaffView, "page">) =>
  queryOptions({
    queryKey: [...staffKey, "hidden", page],
    queryFn: ({ signal }) =>
      requestJson<HiddenPage>(`/api/hidden-universes?${new URLSearchParams(pageOf(page))}`, { signal }),
    ...usual,
  });

/** What was decided, about one universe or all. */
export const auditListQuery = ({ page, universeId }: Pick<StaffView, "page" | "universeId">) =>
  queryOptions({
    queryKey: [...staffKey, "decisions", universeId, page],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams(pageOf(page));
      if (universeId) search.set("universe_id", universeId);
      return requestJson<Page<AuditEntry>>(`/api/audit-entries?${search}`, { signal });
    },
    ...usual,
  });

/** A universe with all its cards as children see it, or saw it in a release. */
export const reviewQuery = (slug: string, release: number | null) =>
  queryOptions({
    queryKey: ["review", slug, release],
    queryFn: ({ signal }) =>
      requestJson<Universe>(`/api/universes/${slug}/review${release ? `?release=${release}` : ""}`, {
        signal,
      }),
  });

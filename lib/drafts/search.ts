import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import type { Page } from "./queries.ts";
import type { Draft } from "./schema.ts";

/** The few of my drafts that fit best to some words, or those that changed last. Not kept live: it is looked at for seconds. */
export const draftSearchQuery = (words: string) =>
  queryOptions({
    queryKey: ["draft-search", words],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ limit: "6", sort: "updated", ...(words ? { search: words } : {}) });
      return requestJson<Page<Draft>>(`/api/drafts?${query}`, { signal });
    },
    staleTime: 5000,
    placeholderData: keepPreviousData,
  });

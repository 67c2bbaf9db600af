import { queryOptions } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import type { Publication } from "./schema.ts";

/** What publishing a draft would change right now, and what is missing; read anew whenever it is looked at. */
export const publicationQuery = (draftId: string) =>
  queryOptions({
    queryKey: ["publication", draftId],
    queryFn: ({ signal }) => requestJson<Publication>(`/api/drafts/${draftId}/publish`, { signal }),
    staleTime: 0,
    gcTime: 0,
  });

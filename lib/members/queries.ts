import { queryOptions } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import type { Invitation, People } from "./schema.ts";

export const memberKeys = {
  people: (draftId: string) => ["people", draftId] as const,
  invitations: ["invitations"] as const,
};

/** Who is in a draft, and who is invited. */
export const peopleQuery = (draftId: string) =>
  queryOptions({
    queryKey: memberKeys.people(draftId),
    queryFn: ({ signal }) => requestJson<People>(`/api/drafts/${draftId}/members`, { signal }),
  });

/** Open invitations to my own address. */
export const invitationListQuery = () =>
  queryOptions({
    queryKey: memberKeys.invitations,
    queryFn: ({ signal }) =>
      requestJson<{ items: Invitation[]; total: number }>("/api/invitations", { signal }),
  });

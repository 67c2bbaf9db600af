"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { forgetDraft } from "../drafts/forget.ts";
import { draftKeys } from "../drafts/queries.ts";
import { requestJson } from "../problem.ts";
import { memberKeys } from "./queries.ts";
import type { Accept, Invitation, Invite, MemberRole, NewInvitation, People } from "./schema.ts";

function usePeople(draftId: string) {
  const client = useQueryClient();
  const queryKey = memberKeys.people(draftId);
  return {
    readAgain: () => client.invalidateQueries({ queryKey }),
    patch: (change: (people: People) => People) =>
      client.setQueryData<People>(queryKey, (people) => people && change(people)),
  };
}

/** Invites an address, or whoever gets the link. The answer has the link, which is told this once. */
export function useCreateInvitation(draftId: string) {
  const people = usePeople(draftId);
  return useMutation({
    mutationFn: (input: Invite) =>
      requestJson<NewInvitation>(`/api/drafts/${draftId}/invitations`, { method: "POST", json: input }),
    onSettled: people.readAgain,
  });
}

/** Ends an open invitation. `keepalive` lets the call outlive the page. */
export function useRevokeInvitation(draftId: string) {
  const people = usePeople(draftId);
  return useMutation({
    mutationFn: (invitationId: string) =>
      requestJson<null>(`/api/drafts/${draftId}/invitations/${invitationId}`, {
        method: "DELETE",
        keepalive: true,
      }),
    onSettled: people.readAgain,
  });
}

/** Says what a member may do; shown at once. */
export function useSetMemberRole(draftId: string) {
  const people = usePeople(draftId);
  return useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: MemberRole }) =>
      requestJson<null>(`/api/drafts/${draftId}/members/${userId}`, { method: "PATCH", json: { role } }),
    onMutate: ({ userId, role }) =>
      people.patch((all) => ({
        ...all,
        items: all.items.map((member) => (member.user_id === userId ? { ...member, role } : member)),
      })),
    onSettled: people.readAgain,
  });
}

/** Sends a member away, or leaves. `keepalive` lets the call outlive the page. */
export function useRemoveMember(draftId: string) {
  const people = usePeople(draftId);
  return useMutation({
    mutationFn: (userId: string) =>
      requestJson<null>(`/api/drafts/${draftId}/members/${userId}`, { method: "DELETE", keepalive: true }),
    onSettled: people.readAgain,
  });
}

/** Leaves the draft of somebody else; it is off my lists then. `keepalive` lets the call outlive the page. */
export function useLeaveDraft(userId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draftId: string) =>
      requestJson<null>(`/api/drafts/${draftId}/members/${userId}`, { method: "DELETE", keepalive: true }),
    onSuccess: (_answer, draftId) => forgetDraft(client, draftId),
  });
}

/** Becomes a member of the draft of an invitation. */
export function useAcceptInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Accept) =>
      requestJson<{ draft_id: string }>("/api/invitations/accept", { method: "POST", json: input }),
    onSettled: () => {
      // The way on does not wait for what is being left.
      void client.invalidateQueries({ queryKey: memberKeys.invitations });
      void client.invalidateQueries({ queryKey: draftKeys.list });
    },
  });
}

/** Says no to an invitation to one's own address; gone from sight at once. */
export function useDeclineInvitation() {
  const client = useQueryClient();
  const queryKey = memberKeys.invitations;
  return useMutation({
    mutationFn: (invitationId: string) =>
      requestJson<null>(`/api/invitations/${invitationId}`, { method: "DELETE" }),
    onMutate: (invitationId) =>
      client.setQueryData<{ items: Invitation[]; total: number }>(queryKey, (page) => {
        const items = page?.items.filter(({ id }) => id !== invitationId);
        return items && { items, total: items.length };
      }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

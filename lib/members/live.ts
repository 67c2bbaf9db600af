"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type ChangeMessage, topics } from "../contract/topics.ts";
import { draftKeys } from "../drafts/queries.ts";
import type { Draft } from "../drafts/schema.ts";
import { problemCode, requestJson } from "../problem.ts";
import { readAnew } from "../read-anew.ts";
import { useLiveTopic } from "../realtime/use-live-topic.ts";
import { useSupabase } from "../supabase/browser.tsx";
import { createPresence, type PeopleHere, type Whereabouts } from "./presence-channel.ts";
import { memberKeys } from "./queries.ts";

/**
 * Patches what the page knows of the people of a draft with one message of `draft:<id>`. What I may do may have changed
 * with it: that alone is read, since the rest of an answer may be older than the page.
 */
export async function applyMemberChange(
  client: QueryClient,
  draftId: string,
  { record }: ChangeMessage,
): Promise<void> {
  void readAnew(client, memberKeys.people(draftId));
  const queryKey = draftKeys.detail(draftId);
  const known = client.getQueryData<Draft>(queryKey);
  if (record.user_id === undefined || !known || known.my_role === "owner") return;
  // A read of the whole that is on its way may have begun before the change, and would have the last word.
  await client
    .getQueryCache()
    .find({ queryKey, exact: true })
    ?.promise?.catch(() => undefined);
  const role = await requestJson<Draft>(`/api/drafts/${draftId}`).then(
    ({ my_role }) => my_role,
    (error: unknown) => (problemCode(error) === "not_found" ? null : known.my_role),
  );
  client.setQueryData<Draft>(queryKey, (draft) => draft && { ...draft, my_role: role });
}

/** Hears of invitations to my own address that were made, changed or taken back. */
export function useInvitationsLive(userId: string): void {
  const client = useQueryClient();
  useLiveTopic({
    topic: topics.user(userId),
    onChange: ({ table }: ChangeMessage) => {
      if (table === "draft_invitations") void readAnew(client, memberKeys.invitations);
    },
    refetch: () => client.refetchQueries({ queryKey: memberKeys.invitations }, { throwOnError: true }),
  });
}

/** The card that the focus is on, or within whose dialogs it is; dialogs without a card keep the one before. */
function cardOf(target: EventTarget | null): string | null | undefined {
  if (!(target instanceof Element)) return undefined;
  const card = target.closest<HTMLElement>("[data-asset]")?.dataset.asset;
  return card ?? (target.closest("[role=dialog]") ? undefined : null);
}

/** Who of the people of a draft is here, me too, and at which card; tells the others where I am. */
export function usePeopleHere(draftId: string, userId: string, appears: boolean): PeopleHere {
  const supabase = useSupabase();
  const [people, setPeople] = useState<PeopleHere>(new Map());
  const here = useRef<Whereabouts>({ asset_id: null });

  // Talks to the Realtime server, and to the browser about where the focus is and whether the tab is looked at.
  useEffect(() => {
    if (!appears) return;
    const presence = createPresence(supabase, topics.people(draftId), userId, { onPeople: setPeople });
    presence.moveTo(here.current);
    const handleFocus = ({ target }: FocusEvent) => {
      const card = cardOf(target);
      if (card === undefined) return;
      here.current = { asset_id: card };
      presence.moveTo(here.current);
    };
    document.addEventListener("focusin", handleFocus);
    return () => {
      document.removeEventListener("focusin", handleFocus);
      presence.close();
    };
  }, [supabase, draftId, userId, appears]);

  return people;
}

"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type ChangeMessage, topics } from "../contract/topics.ts";
import { draftKeys, type Page } from "../drafts/queries.ts";
import type { Draft } from "../drafts/schema.ts";
import { type SignFile, showFiles, useSignFile } from "../drafts/sign-files.ts";
import type { LiveState } from "../realtime/live-topic.ts";
import { createPace } from "../realtime/pace.ts";
import { useLiveTopic } from "../realtime/use-live-topic.ts";
import { patchDrafts } from "./patch.ts";
import { readDraftListKey } from "./queries.ts";

/** What messages do not tell is read again, at most this often. */
const readEveryMs = 2000;

/**
 * Patches every list of drafts with one message of `user:<id>`; a first picture is signed as it comes. Returns whether
 * some list can only be right again by a new reading.
 */
export function applyDraftListChange(client: QueryClient, message: ChangeMessage, sign: SignFile): boolean {
  if (message.table !== "drafts") return false;
  let isUncertain = false;
  for (const [queryKey, page] of client.getQueriesData<Page<Draft>>({ queryKey: draftKeys.list })) {
    if (!page) continue;
    const { view, language } = readDraftListKey(queryKey);
    const patched = patchDrafts(page, message, view, language);
    if (patched.page !== page) client.setQueryData<Page<Draft>>(queryKey, patched.page);
    if (patched.isUncertain) {
      isUncertain = true;
      void client.invalidateQueries({ queryKey, exact: true, refetchType: "none" });
    }
    const { shown } = patched;
    if (!shown) continue;
    const show = (file: Partial<Draft>) =>
      client.setQueryData<Page<Draft>>(queryKey, (list) => {
        if (!list?.items.some(({ id }) => id === shown.id)) return list;
        return {
          ...list,
          items: list.items.map((item) => (item.id === shown.id ? { ...item, ...file } : item)),
        };
      });
    // The list shows the first picture of a draft and nothing else of it.
    const unsigned = patched.unsigned.filter(([name]) => name === "thumbnail" && !shown.thumbnail_url);
    const { settled } = patched;
    showFiles(client, `${queryKey.join(" ")} ${shown.id}`, { unsigned, settled }, sign, show, () =>
      client.invalidateQueries({ queryKey, exact: true }),
    );
  }
  return isUncertain;
}

/** Keeps the lists of my drafts equal to the database. */
export function useDraftListLive(userId: string, isBusy: boolean): LiveState {
  const client = useQueryClient();
  const sign = useSignFile();
  const pace = useRef<ReturnType<typeof createPace> | null>(null);

  // A reading that was asked for ends with the page.
  useEffect(() => {
    pace.current = createPace(readEveryMs, () =>
      client.refetchQueries({ queryKey: draftKeys.list, type: "active", stale: true }),
    );
    return () => pace.current?.stop();
  }, [client]);

  return useLiveTopic({
    topic: topics.user(userId),
    onChange: (message) => {
      if (applyDraftListChange(client, message, sign)) pace.current?.ask();
    },
    refetch: () =>
      client.refetchQueries({ queryKey: draftKeys.list, type: "active" }, { throwOnError: true }),
    isBusy,
  });
}

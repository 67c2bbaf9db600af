"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showAnswers } from "../cards/cached-cards.ts";
import type { Language } from "../contract/languages.ts";
import { draftFiles, keepAddresses } from "../drafts/files.ts";
import { draftKeys } from "../drafts/queries.ts";
import type { Asset, Draft } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";
import { versionKeys } from "./queries.ts";

function useShowCard(draftId: string, assetId: string) {
  const client = useQueryClient();
  return (asset: Asset) => {
    showAnswers(client, draftId, [asset]);
    return client.invalidateQueries({ queryKey: versionKeys.asset(draftId, assetId) });
  };
}

/** Shows another version on a card. To undo it, restore the version that was shown before. */
export function useRestoreAssetVersion(draftId: string, assetId: string) {
  const show = useShowCard(draftId, assetId);
  return useMutation({
    mutationFn: (versionId: string) =>
      requestJson<Asset>(`/api/drafts/${draftId}/assets/${assetId}/versions/${versionId}/restore`, {
        method: "POST",
      }),
    onSuccess: show,
  });
}

/** Gives a universe another version of its music or of a graphic. To undo it, restore the one before. */
export function useRestoreDraftVersion(draftId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (versionId: string) =>
      requestJson<Draft>(`/api/drafts/${draftId}/versions/${versionId}/restore`, { method: "POST" }),
    onSuccess: (draft) => {
      client.setQueryData<Draft>(
        draftKeys.detail(draftId),
        (known) => known && keepAddresses(draftFiles, known, draft),
      );
      return client.invalidateQueries({ queryKey: versionKeys.draft(draftId) });
    },
  });
}

/** Puts a picture of one's own on a card, or a recording of its name in a language. */
export function useAddOwnFile(draftId: string, assetId: string) {
  const show = useShowCard(draftId, assetId);
  return useMutation({
    mutationFn: ({ file, language }: { file: Blob; language?: Language }) => {
      const query = new URLSearchParams(language ? { piece: "speech", language } : { piece: "image" });
      return requestJson<Asset>(`/api/drafts/${draftId}/assets/${assetId}/files?${query}`, {
        method: "POST",
        body: file,
      });
    },
    onSuccess: show,
  });
}

/** Lets the model say a name again. The recording stays among the versions: to undo it, restore it. */
export function useRemoveOwnVoice(draftId: string, assetId: string) {
  const show = useShowCard(draftId, assetId);
  return useMutation({
    mutationFn: (language: Language) =>
      requestJson<Asset>(
        `/api/drafts/${draftId}/assets/${assetId}/files?${new URLSearchParams({ piece: "speech", language })}`,
        { method: "DELETE" },
      ),
    onSuccess: show,
  });
}

"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { isLeaving, withPendingEdits as withPendingCardEdits } from "../cards/cached-cards.ts";
import { type ChangeMessage, topics } from "../contract/topics.ts";
import type { Job } from "../jobs/schema.ts";
import { applyMemberChange } from "../members/live.ts";
import { memberKeys } from "../members/queries.ts";
import { problemCode } from "../problem.ts";
import { readAnew } from "../read-anew.ts";
import { isOlder } from "../realtime/is-older.ts";
import type { LiveState } from "../realtime/live-topic.ts";
import { useLiveTopic } from "../realtime/use-live-topic.ts";
import { assetFiles, draftFiles, mergeRecord } from "./files.ts";
import { withPendingEdits } from "./pending-edits.ts";
import { draftKeys, type Page } from "./queries.ts";
import type { Asset, Draft } from "./schema.ts";
import { type SignFile, showFiles, useSignFile } from "./sign-files.ts";

/** Patches the draft, its cards and the jobs that the page follows with one message of `draft:<id>`; rows that did not change keep their identity. */
export function applyDraftChange(
  client: QueryClient,
  draftId: string,
  message: ChangeMessage,
  sign: SignFile,
): void {
  if (message.table === "drafts") applyOwnChange(client, draftId, message, sign);
  else if (message.table === "draft_assets") applyAssetChange(client, draftId, message, sign);
  else if (message.table === "draft_members") void applyMemberChange(client, draftId, message);
  else applyJobChange(client, draftId, message.record as unknown as Job);
}

function applyOwnChange(client: QueryClient, draftId: string, message: ChangeMessage, sign: SignFile): void {
  const queryKey = draftKeys.detail(draftId);
  const record = message.record as unknown as Draft;
  const known = client.getQueryData<Draft>(queryKey);
  if (record.id !== draftId || !known) return;
  if (message.operation === "DELETE") {
    client.setQueryData(draftKeys.deleted(draftId), true);
    leaveDraft(client, draftId);
    return;
  }
  if (isOlder(record, known)) return;
  const { row, ...files } = mergeRecord(draftFiles, known, record);
  client.setQueryData<Draft>(queryKey, withPendingEdits(client, row));
  const show = (file: Partial<Draft>) =>
    client.setQueryData<Draft>(queryKey, (draft) => draft && { ...draft, ...file });
  showFiles(client, draftId, files, sign, show, () => client.invalidateQueries({ queryKey, exact: true }));
}

/** Who shows it is nobody to it any more; the page leads out then. */
function leaveDraft(client: QueryClient, draftId: string): void {
  client.setQueryData<Draft>(draftKeys.detail(draftId), (draft) => draft && { ...draft, my_role: null });
}

/** Reads the draft and its cards anew; one that is gone by now is left. Throws what else went wrong. */
export async function readDraftAnew(client: QueryClient, draftId: string): Promise<void> {
  const queryKey = draftKeys.detail(draftId);
  await client.refetchQueries({ queryKey });
  // Of several answers that of the draft itself counts first, and not the one that was there first.
  const queries = client.getQueryCache().findAll({ queryKey });
  const error = queries.map(({ state }) => state.error).find((one) => one !== null);
  if (!error) return;
  if (problemCode(client.getQueryState(queryKey)?.error) !== "not_found") throw error;
  leaveDraft(client, draftId);
}

function applyJobChange(client: QueryClient, draftId: string, record: Job): void {
  const queryKey = draftKeys.job(draftId, record.id);
  const job = client.getQueryData<Job>(queryKey);
  if (isOlder(record, job)) return;
  if (job) client.setQueryData<Job>(queryKey, { ...job, ...record });
  else if (client.getQueryState(queryKey)) void readAnew(client, queryKey);
}

function applyAssetChange(client: QueryClient, draftId: string, message: ChangeMessage, sign: SignFile) {
  const queryKey = draftKeys.assets(draftId);
  const record = message.record as unknown as Asset;
  const known = client.getQueryData<Page<Asset>>(queryKey)?.items.find(({ id }) => id === record.id);
  if (message.operation !== "DELETE" && isOlder(record, known)) return;
  if (message.operation !== "DELETE" && isLeaving(client, draftId, record.id)) return;
  const { row, ...files } = mergeRecord(assetFiles, known ?? noTexts, record);
  const asset = withPendingCardEdits(client, draftId, row);
  client.setQueryData<Page<Asset>>(queryKey, (page) => {
    if (!page) return page;
    const others = page.items.filter(({ id }) => id !== record.id);
    if (message.operation === "DELETE") return { items: others, total: others.length };
    if (known?.sort_order === asset.sort_order) return replaceIn(page, asset);
    const items = [...others, asset].sort((one, other) => one.sort_order - other.sort_order);
    return { items, total: items.length };
  });
  if (message.operation === "DELETE") return;
  const show = (file: Partial<Asset>) =>
    client.setQueryData<Page<Asset>>(queryKey, (page) => {
      const shown = page?.items.find(({ id }) => id === asset.id);
      return page && shown && replaceIn(page, { ...shown, ...file });
    });
  showFiles(client, asset.id, files, sign, show, () => client.invalidateQueries({ queryKey, exact: true }));
}

/** A card that is new to the page: texts travel only when they change. */
const noTexts = { texts: {} } as Asset;

function replaceIn<Row extends { id: string }>(page: Page<Row>, row: Row): Page<Row> {
  return { ...page, items: page.items.map((item) => (item.id === row.id ? row : item)) };
}

/** Keeps one draft and its cards equal to the database. */
export function useDraftLive(draftId: string, isBusy: boolean): LiveState {
  const client = useQueryClient();
  const sign = useSignFile();
  return useLiveTopic({
    topic: topics.draft(draftId),
    onChange: (message) => applyDraftChange(client, draftId, message, sign),
    refetch: () => {
      void readAnew(client, memberKeys.people(draftId));
      return readDraftAnew(client, draftId);
    },
    isBusy,
  });
}

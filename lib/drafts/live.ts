"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ChangeMessage, topics } from "../contract/topics.ts";
import type { Job } from "../jobs/schema.ts";
import { isOlder } from "../realtime/is-older.ts";
import type { LiveState } from "../realtime/live-topic.ts";
import { useLiveTopic } from "../realtime/use-live-topic.ts";
import { useSupabase } from "../supabase/browser.tsx";
import { assetFiles, draftFiles, mergeRecord } from "./files.ts";
import { draftKeys, type Page } from "./queries.ts";
import type { Asset, Draft } from "./schema.ts";

/** Turns the Storage key of a private file into an address for an hour; null when it cannot. */
export type SignFile = (path: string) => Promise<string | null>;

/** Patches the draft, its cards and the jobs that the page follows with one message of `draft:<id>`; rows that did not change keep their identity. */
export function applyDraftChange(
  client: QueryClient,
  draftId: string,
  message: ChangeMessage,
  sign: SignFile,
): void {
  if (message.table === "drafts") applyOwnChange(client, draftId, message, sign);
  else if (message.table === "draft_assets") applyAssetChange(client, draftId, message, sign);
  else applyJobChange(client, draftId, message.record as unknown as Job);
}

function applyOwnChange(client: QueryClient, draftId: string, message: ChangeMessage, sign: SignFile): void {
  const queryKey = draftKeys.detail(draftId);
  const record = message.record as unknown as Draft;
  const known = client.getQueryData<Draft>(queryKey);
  if (record.id !== draftId || message.operation === "DELETE" || !known || isOlder(record, known)) return;
  const { row, ...files } = mergeRecord(draftFiles, known, record);
  client.setQueryData<Draft>(queryKey, row);
  const show = (file: Partial<Draft>) =>
    client.setQueryData<Draft>(queryKey, (draft) => draft && { ...draft, ...file });
  showFiles(client, draftId, files, sign, show, () => client.invalidateQueries({ queryKey, exact: true }));
}

function applyJobChange(client: QueryClient, draftId: string, record: Job): void {
  const queryKey = draftKeys.job(draftId, record.id);
  const job = client.getQueryData<Job>(queryKey);
  if (isOlder(record, job)) return;
  if (job) client.setQueryData<Job>(queryKey, { ...job, ...record });
  else if (client.getQueryState(queryKey)) void readAnew(client, queryKey);
}

/** The first reading of a row may be older than the message that overtook it. */
async function readAnew(client: QueryClient, queryKey: readonly string[]): Promise<void> {
  await client.cancelQueries({ queryKey, exact: true });
  await client.refetchQueries({ queryKey, exact: true });
}

function applyAssetChange(client: QueryClient, draftId: string, message: ChangeMessage, sign: SignFile) {
  const queryKey = draftKeys.assets(draftId);
  const record = message.record as unknown as Asset;
  const known = client.getQueryData<Page<Asset>>(queryKey)?.items.find(({ id }) => id === record.id);
  if (message.operation !== "DELETE" && isOlder(record, known)) return;
  const { row: asset, ...files } = mergeRecord(assetFiles, known ?? noTexts, record);
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

/** The newest key of each file that is being signed. */
const signing = new WeakMap<QueryClient, Map<string, string>>();

/** The old file stays until the new one has an address; what a later message says of it wins. */
function showFiles<Name extends string>(
  client: QueryClient,
  rowId: string,
  { unsigned, settled }: { unsigned: [name: Name, path: string][]; settled: Name[] },
  sign: SignFile,
  show: (file: Record<string, string>) => unknown,
  readAll: () => unknown,
): void {
  const wanted = signing.get(client) ?? new Map<string, string>();
  signing.set(client, wanted);
  for (const name of settled) wanted.delete(`${rowId} ${name}`);
  for (const [name, path] of unsigned) {
    const key = `${rowId} ${name}`;
    if (wanted.get(key) === path) continue;
    wanted.set(key, path);
    const finish = (url: string | null) => {
      if (wanted.get(key) !== path) return;
      wanted.delete(key);
      if (url) show({ [`${name}_path`]: path, [`${name}_url`]: url });
      else readAll();
    };
    sign(path).then(finish, () => finish(null));
  }
}

/** Signs files of private drafts on the person's own session. */
export function useSignFile(): SignFile {
  const supabase = useSupabase();
  return async (path) => {
    const { data } = await (await supabase()).storage.from("draft-media").createSignedUrl(path, 3600);
    return data?.signedUrl ?? null;
  };
}

/** Keeps one draft and its cards equal to the database. */
export function useDraftLive(draftId: string, isBusy: boolean): LiveState {
  const client = useQueryClient();
  const sign = useSignFile();
  return useLiveTopic({
    topic: topics.draft(draftId),
    onChange: (message) => applyDraftChange(client, draftId, message, sign),
    refetch: () => client.refetchQueries({ queryKey: draftKeys.detail(draftId) }, { throwOnError: true }),
    isBusy,
  });
}

/** Patches the list of my drafts with one message of `user:<id>`; a first picture is signed as it comes. */
export function applyDraftListChange(client: QueryClient, message: ChangeMessage, sign: SignFile): void {
  if (message.table !== "drafts") return;
  const queryKey = draftKeys.list;
  const record = message.record as unknown as Draft;
  const page = client.getQueryData<Page<Draft>>(queryKey);
  if (!page) return;
  const known = page.items.find(({ id }) => id === record.id);
  if (message.operation === "DELETE") {
    const items = page.items.filter(({ id }) => id !== record.id);
    client.setQueryData<Page<Draft>>(queryKey, { items, total: page.total - (known ? 1 : 0) });
    return;
  }
  if (isOlder(record, known)) return;
  const { row: draft, unsigned, settled } = mergeRecord(draftFiles, known, record);
  const items = known ? replaceIn(page, draft).items : [draft, ...page.items];
  client.setQueryData<Page<Draft>>(queryKey, { items, total: page.total + (known ? 0 : 1) });
  const show = (file: Partial<Draft>) =>
    client.setQueryData<Page<Draft>>(queryKey, (list) => {
      const shown = list?.items.find(({ id }) => id === draft.id);
      return list && shown && replaceIn(list, { ...shown, ...file });
    });
  // The list shows the first picture of a draft and nothing else of it.
  const thumbnail = unsigned.filter(([name]) => name === "thumbnail" && !draft.thumbnail_url);
  showFiles(client, `list ${draft.id}`, { unsigned: thumbnail, settled }, sign, show, () =>
    client.invalidateQueries({ queryKey, exact: true }),
  );
}

/** Keeps the list of my drafts equal to the database. */
export function useDraftListLive(userId: string, isBusy: boolean): LiveState {
  const client = useQueryClient();
  const sign = useSignFile();
  return useLiveTopic({
    topic: topics.user(userId),
    onChange: (message) => applyDraftListChange(client, message, sign),
    refetch: () => client.refetchQueries({ queryKey: draftKeys.list }, { throwOnError: true }),
    isBusy,
  });
}

"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ChangeMessage, topics } from "../contract/topics.ts";
import type { Job } from "../jobs/schema.ts";
import { isOlder } from "../realtime/is-older.ts";
import type { LiveState } from "../realtime/live-topic.ts";
import { useLiveTopic } from "../realtime/use-live-topic.ts";
import { useSupabase } from "../supabase/browser.tsx";
import { draftKeys, type Page } from "./queries.ts";
import type { Asset, Draft } from "./schema.ts";

/** Turns the Storage key of a private picture into an address for an hour; null when it cannot. */
export type SignPicture = (path: string) => Promise<string | null>;

type AssetRecord = Omit<Asset, "image_url" | "video_url">;
type DraftRecord = Omit<Draft, "thumbnail_url"> & { thumbnail_path: string | null };

/** Patches the draft, its cards and the jobs that the page follows with one message of `draft:<id>`; rows that did not change keep their identity. */
export function applyDraftChange(
  client: QueryClient,
  draftId: string,
  message: ChangeMessage,
  sign: SignPicture,
): void {
  if (message.table === "drafts") {
    const { thumbnail_path: _path, ...record } = message.record as unknown as DraftRecord;
    if (record.id !== draftId || message.operation === "DELETE") return;
    client.setQueryData<Draft>(draftKeys.detail(draftId), (draft) =>
      draft && !isOlder(record, draft) ? { ...draft, ...record } : draft,
    );
  } else if (message.table === "draft_assets") {
    applyAssetChange(client, draftId, message, sign);
  } else {
    applyJobChange(client, draftId, message.record as unknown as Job);
  }
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

function applyAssetChange(client: QueryClient, draftId: string, message: ChangeMessage, sign: SignPicture) {
  const key = draftKeys.assets(draftId);
  const { image_path: path, ...record } = message.record as unknown as AssetRecord;
  const known = client.getQueryData<Page<Asset>>(key)?.items.find(({ id }) => id === record.id);
  if (message.operation !== "DELETE" && isOlder(record, known)) return;
  client.setQueryData<Page<Asset>>(key, (page) => {
    if (!page) return page;
    const others = page.items.filter(({ id }) => id !== record.id);
    if (message.operation === "DELETE") return { items: others, total: others.length };
    const asset: Asset = { ...noFiles, ...known, ...record, ...(path ? {} : noFiles) };
    if (known?.sort_order === asset.sort_order) {
      return { ...page, items: page.items.map((item) => (item.id === asset.id ? asset : item)) };
    }
    const items = [...others, asset].sort((one, other) => one.sort_order - other.sort_order);
    return { items, total: items.length };
  });
  if (message.operation === "DELETE" || !path || path === known?.image_path) return;
  void showPicture(client, draftId, record.id, path, sign);
}

const noFiles = { image_path: null, image_url: null, video_url: null };

/** The newest picture of each card that is being signed. */
const signing = new WeakMap<QueryClient, Map<string, string>>();

/** The old picture stays until the new one has an address; a newer one that came meanwhile wins. */
async function showPicture(
  client: QueryClient,
  draftId: string,
  assetId: string,
  path: string,
  sign: SignPicture,
): Promise<void> {
  const wanted = signing.get(client) ?? new Map<string, string>();
  signing.set(client, wanted);
  if (wanted.get(assetId) === path) return;
  wanted.set(assetId, path);
  const image_url = await sign(path);
  if (wanted.get(assetId) !== path) return;
  wanted.delete(assetId);
  const key = draftKeys.assets(draftId);
  if (!image_url) return client.invalidateQueries({ queryKey: key, exact: true });
  client.setQueryData<Page<Asset>>(
    key,
    (page) =>
      page && {
        ...page,
        items: page.items.map((item) =>
          item.id === assetId ? { ...item, image_path: path, image_url } : item,
        ),
      },
  );
}

function useSignPicture(): SignPicture {
  const supabase = useSupabase();
  return async (path) => {
    const { data } = await (await supabase()).storage.from("draft-media").createSignedUrl(path, 3600);
    return data?.signedUrl ?? null;
  };
}

/** Keeps one draft and its cards equal to the database. */
export function useDraftLive(draftId: string, isBusy: boolean): LiveState {
  const client = useQueryClient();
  const sign = useSignPicture();
  return useLiveTopic({
    topic: topics.draft(draftId),
    onChange: (message) => applyDraftChange(client, draftId, message, sign),
    refetch: () => client.refetchQueries({ queryKey: draftKeys.detail(draftId) }, { throwOnError: true }),
    isBusy,
  });
}

/** Patches the list of my drafts with one message of `user:<id>`; a first picture is signed as it comes. */
export function applyDraftListChange(client: QueryClient, message: ChangeMessage, sign: SignPicture): void {
  if (message.table !== "drafts") return;
  const { thumbnail_path, ...record } = message.record as unknown as DraftRecord;
  const page = client.getQueryData<Page<Draft>>(draftKeys.list);
  if (!page) return;
  const known = page.items.find(({ id }) => id === record.id);
  if (message.operation === "DELETE") {
    const items = page.items.filter(({ id }) => id !== record.id);
    client.setQueryData<Page<Draft>>(draftKeys.list, { items, total: page.total - (known ? 1 : 0) });
    return;
  }
  if (isOlder(record, known)) return;
  const draft: Draft = { thumbnail_url: null, ...known, ...record };
  const items = known
    ? page.items.map((item) => (item.id === draft.id ? draft : item))
    : [draft, ...page.items];
  client.setQueryData<Page<Draft>>(draftKeys.list, { items, total: page.total + (known ? 0 : 1) });
  if (thumbnail_path && !draft.thumbnail_url) void showThumbnail(client, draft.id, thumbnail_path, sign);
}

async function showThumbnail(client: QueryClient, draftId: string, path: string, sign: SignPicture) {
  const thumbnail_url = await sign(path);
  client.setQueryData<Page<Draft>>(
    draftKeys.list,
    (page) =>
      page && {
        ...page,
        items: page.items.map((item) => (item.id === draftId ? { ...item, thumbnail_url } : item)),
      },
  );
}

/** Keeps the list of my drafts equal to the database. */
export function useDraftListLive(userId: string, isBusy: boolean): LiveState {
  const client = useQueryClient();
  const sign = useSignPicture();
  return useLiveTopic({
    topic: topics.user(userId),
    onChange: (message) => applyDraftListChange(client, message, sign),
    refetch: () => client.refetchQueries({ queryKey: draftKeys.list }, { throwOnError: true }),
    isBusy,
  });
}

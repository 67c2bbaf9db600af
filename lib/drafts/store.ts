import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import type { Visibility } from "../contract/statuses.ts";
import { AppError, fromDatabase } from "../errors.ts";
import {
  type Asset,
  assetSchema,
  type CreateDraft,
  type Draft,
  type DraftProgress,
  draftProgressSchema,
  draftSchema,
  type Generate,
  type Preflight,
  preflightSchema,
  type Regenerate,
} from "./schema.ts";

type Db = SupabaseClient<Database>;

/** Signed addresses are good for an hour, as long as a page usually stays open. */
const signedSeconds = 3600;

async function signPaths(db: Db, paths: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(paths.filter((path) => path !== null))];
  if (wanted.length === 0) return new Map();
  const { data, error } = await db.storage.from("draft-media").createSignedUrls(wanted, signedSeconds);
  if (error) throw new AppError("database_unavailable", "Storage did not answer.", { cause: error });
  return new Map(data.flatMap(({ path, signedUrl }) => (path && signedUrl ? [[path, signedUrl]] : [])));
}

const draftRecordSchema = draftSchema
  .omit({ thumbnail_url: true })
  .extend({ thumbnail_path: z.string().nullable() });

async function toDrafts(db: Db, records: unknown): Promise<Draft[]> {
  const drafts = z.array(draftRecordSchema).parse(records);
  const urls = await signPaths(
    db,
    drafts.map((draft) => draft.thumbnail_path),
  );
  return drafts.map(({ thumbnail_path, ...draft }) => ({
    ...draft,
    thumbnail_url: (thumbnail_path && urls.get(thumbnail_path)) ?? null,
  }));
}

/** The caller's drafts, newest first, with how many there are in all. */
export async function listDrafts(
  db: Db,
  page: { skip?: number; limit?: number } = {},
): Promise<{ items: Draft[]; total: number }> {
  const { data, error } = await db.rpc("list_drafts", { p_skip: page.skip ?? 0, p_limit: page.limit ?? 50 });
  if (error) throw fromDatabase(error);
  const found = z.object({ items: z.array(z.unknown()), total: z.number() }).parse(data);
  return { items: await toDrafts(db, found.items), total: found.total };
}

/** A draft that the caller may read. Throws `not_found`. */
export async function getDraft(db: Db, draftId: string): Promise<Draft> {
  const { data, error } = await db.rpc("get_draft", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  const [draft] = await toDrafts(db, data === null ? [] : [data]);
  if (!draft) throw new AppError("not_found", `There is no draft ${draftId} in your account.`);
  return draft;
}

/** The cards of a draft in their order; the addresses of their pictures are signed for an hour. */
export async function listAssets(db: Db, draftId: string): Promise<Asset[]> {
  const { data, error } = await db.rpc("list_draft_assets", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  const assets = z.array(assetSchema.omit({ image_url: true, video_url: true })).parse(data);
  const urls = await signPaths(
    db,
    assets.map((asset) => asset.image_path),
  );
  return assets.map((asset) => ({
    ...asset,
    image_url: (asset.image_path && urls.get(asset.image_path)) ?? null,
    video_url: null,
  }));
}

/** Where the draft's request stands. Throws `not_found`. */
export async function getDraftProgress(db: Db, draftId: string): Promise<DraftProgress> {
  const { data, error } = await db.rpc("get_draft_progress", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  if (data === null) throw new AppError("not_found", `There is no draft ${draftId} in your account.`);
  return draftProgressSchema.parse(data);
}

/** Makes a draft that nobody else sees; its address comes from its name. */
export async function createDraft(db: Db, draft: CreateDraft): Promise<Draft> {
  const { data, error } = await db.rpc("create_draft", {
    p_theme: draft.theme,
    ...(draft.name ? { p_name: draft.name } : {}),
    ...(draft.languages ? { p_languages: draft.languages } : {}),
    ...(draft.count ? { p_count: draft.count } : {}),
    ...(draft.visibility ? { p_visibility: draft.visibility } : {}),
  });
  if (error) throw fromDatabase(error);
  return getDraft(db, data);
}

/** Removes a draft with its universe and releases. Throws `not_found`. */
export async function deleteDraft(db: Db, draftId: string): Promise<void> {
  const { error } = await db.rpc("delete_draft", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
}

/** What making this would take and meet: of a draft, of some of its cards, or of a new draft. Throws `not_found`. */
export async function getPreflight(
  db: Db,
  { draftId, asset_ids, count }: { draftId?: string; asset_ids?: string[] | undefined; count?: number },
): Promise<Preflight> {
  const { data, error } = await db.rpc("get_preflight", {
    ...(draftId ? { p_draft_id: draftId } : {}),
    ...(asset_ids ? { p_asset_ids: asset_ids } : {}),
    ...(count ? { p_count: count } : {}),
  });
  if (error) throw fromDatabase(error);
  return preflightSchema.parse(data);
}

/** Starts what the draft lacks, or new pictures for the named cards; the same key gets the same parent job. */
export async function requestGeneration(
  db: Db,
  draftId: string,
  { asset_ids }: Generate,
  idempotencyKey: string | null,
): Promise<string> {
  const { data, error } = await db.rpc("request_generation", {
    p_draft_id: draftId,
    ...(asset_ids ? { p_asset_ids: asset_ids } : {}),
    ...(idempotencyKey ? { p_idempotency_key: idempotencyKey } : {}),
  });
  if (error) throw fromDatabase(error);
  return data;
}

/** A new picture for one card; the same key gets the same job. Returns its id. */
export async function regenerateAsset(
  db: Db,
  draftId: string,
  assetId: string,
  { prompt, seed }: Regenerate,
  idempotencyKey: string | null,
): Promise<string> {
  const { data, error } = await db.rpc("regenerate_asset", {
    p_draft_id: draftId,
    p_asset_id: assetId,
    ...(prompt ? { p_prompt: prompt } : {}),
    ...(seed !== undefined ? { p_seed: seed } : {}),
    ...(idempotencyKey ? { p_idempotency_key: idempotencyKey } : {}),
  });
  if (error) throw fromDatabase(error);
  return data;
}

/** Freezes the finished cards and queues their publication. Returns the id of the job. */
export async function requestPublish(db: Db, draftId: string, visibility: Visibility): Promise<string> {
  const { data, error } = await db.rpc("request_publish", { p_draft_id: draftId, p_visibility: visibility });
  if (error) throw fromDatabase(error);
  return data;
}

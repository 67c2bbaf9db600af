import type { SupabaseClient } from "@supabase/supabase-js";
import type { z } from "zod";
import type { Database, Json } from "../contract/database.types.ts";
import type { Asset } from "../drafts/schema.ts";
import { readDeck } from "../edits/deck.ts";
import { wordsOf } from "../edits/words.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { refuseUnsuitable } from "../moderation/refuse-unsuitable.ts";
import { toAssets } from "./records.ts";
import type { addAssetSchema, editAssetSchema, editAssetsSchema, RequestConcepts } from "./schema.ts";

type Db = SupabaseClient<Database>;
type EditedCard = z.output<typeof editAssetsSchema>["items"][number];

async function saveEdits(db: Db, draftId: string, items: EditedCard[]): Promise<Asset[]> {
  const { data, error } = await db.rpc("edit_assets", { p_draft_id: draftId, p_items: items as Json });
  if (error) throw fromDatabase(error);
  return toAssets(db, data);
}

/**
 * Changes several cards, all or none. Throws `prompt_blocked`, and `changed_meanwhile` with the fields that somebody else
 * changed, `duplicate_concept`, `not_found`.
 */
export async function editAssets(db: Db, draftId: string, items: EditedCard[]): Promise<Asset[]> {
  const words = wordsOf({ items: Object.fromEntries(items.map(({ id: _, ...item }, at) => [at, item])) });
  if (Object.keys(words).length > 0) await refuseUnsuitable(db, words, await readDeck(db, draftId));
  return saveEdits(db, draftId, items);
}

/** The fields of a refusal, named as in the change of one card. */
function ofOneCard(error: AppError): AppError {
  const errors = error.errors?.map(({ path, message }) => ({
    path: path.replace(/^items\.0\./, ""),
    message,
  }));
  return new AppError(error.code, error.detail, { errors, cause: error, retryAt: error.retryAt });
}

/** Changes one card, as `editAssets` does; the fields of a refusal are named as in the change. */
export async function editAsset(
  db: Db,
  draftId: string,
  assetId: string,
  change: z.output<typeof editAssetSchema>,
): Promise<Asset> {
  const words = wordsOf(change);
  if (Object.keys(words).length > 0) await refuseUnsuitable(db, words, await readDeck(db, draftId));
  const [asset] = await saveEdits(db, draftId, [{ ...change, id: assetId }]).catch((error: unknown) => {
    throw error instanceof AppError ? ofOneCard(error) : error;
  });
  if (!asset) throw new AppError("not_found", "This card is not in this draft.");
  return asset;
}

/** A card more. Throws `prompt_blocked`, `duplicate_concept`, `validation_failed` for one too many. */
export async function addAsset(
  db: Db,
  draftId: string,
  { concept, names = {}, sort_order }: z.output<typeof addAssetSchema>,
): Promise<Asset> {
  await refuseUnsuitable(db, wordsOf({ concept, names }), await readDeck(db, draftId));
  const { data, error } = await db.rpc("add_asset", {
    p_draft_id: draftId,
    p_concept: concept,
    p_names: names,
    ...(sort_order === undefined ? {} : { p_sort_order: sort_order }),
  });
  if (error) throw fromDatabase(error);
  const [asset] = await toAssets(db, [data]);
  return asset as Asset;
}

/** Removes a card, and stops what is being made for it. Throws `not_found`. */
export async function removeAsset(db: Db, draftId: string, assetId: string): Promise<void> {
  const { error } = await db.rpc("remove_asset", { p_draft_id: draftId, p_asset_id: assetId });
  if (error) throw fromDatabase(error);
}

/** Puts the cards in this order. Throws `changed_meanwhile` when the deck has other cards by now. */
export async function reorderAssets(db: Db, draftId: string, assetIds: string[]): Promise<void> {
  const { error } = await db.rpc("reorder_assets", { p_draft_id: draftId, p_asset_ids: assetIds });
  if (error) throw fromDatabase(error);
}

/** Asks for ideas alone; the same key gets the same parent job. Returns its id. */
export async function requestConcepts(
  db: Db,
  draftId: string,
  { count }: RequestConcepts,
  idempotencyKey: string | null,
): Promise<string> {
  const { data, error } = await db.rpc("request_concepts", {
    p_draft_id: draftId,
    ...(count ? { p_count: count } : {}),
    ...(idempotencyKey ? { p_idempotency_key: idempotencyKey } : {}),
  });
  if (error) throw fromDatabase(error);
  return data;
}

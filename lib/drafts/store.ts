import type { SupabaseClient } from "@supabase/supabase-js";
import { toAssets } from "../cards/records.ts";
import type { Database } from "../contract/database.types.ts";
import type { Piece } from "../contract/jobs.ts";
import { languages as allLanguages, type Language } from "../contract/languages.ts";
import { readDeck } from "../edits/deck.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { refuseUnsuitable } from "../moderation/refuse-unsuitable.ts";
import { toDrafts } from "./records.ts";
import {
  type Asset,
  type CreateDraft,
  type Draft,
  type DraftProgress,
  draftProgressSchema,
  type Generate,
  type Preflight,
  preflightSchema,
  type Regenerate,
} from "./schema.ts";

type Db = SupabaseClient<Database>;

/** A draft that the caller may read. Throws `not_found`. */
export async function getDraft(db: Db, draftId: string): Promise<Draft> {
  const { data, error } = await db.rpc("get_draft", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  const [draft] = await toDrafts(db, data === null ? [] : [data]);
  if (!draft) throw new AppError("not_found", `There is no draft ${draftId} in your account.`);
  return draft;
}

/** The cards of a draft in their order; the addresses of their files are signed for an hour. */
export async function listAssets(db: Db, draftId: string): Promise<Asset[]> {
  const { data, error } = await db.rpc("list_draft_assets", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  return toAssets(db, data);
}

/** Where the draft's request stands. Throws `not_found`. */
export async function getDraftProgress(db: Db, draftId: string): Promise<DraftProgress> {
  const { data, error } = await db.rpc("get_draft_progress", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  if (data === null) throw new AppError("not_found", `There is no draft ${draftId} in your account.`);
  return draftProgressSchema.parse(data);
}

/** Makes a draft that nobody else sees; its address comes from its name. Throws `prompt_blocked`. */
export async function createDraft(db: Db, draft: CreateDraft): Promise<Draft> {
  await refuseUnsuitable(db, { theme: draft.theme, name: draft.name }, draft.languages ?? allLanguages);
  const { data, error } = await db.rpc("create_draft", {
    p_theme: draft.theme,
    ...(draft.name ? { p_name: draft.name } : {}),
    ...(draft.languages ? { p_languages: draft.languages } : {}),
    ...(draft.count ? { p_count: draft.count } : {}),
    ...(draft.visibility ? { p_visibility: draft.visibility } : {}),
    ...(draft.pieces ? { p_pieces: draft.pieces } : {}),
    ...(draft.style ? { p_style: draft.style } : {}),
  });
  if (error) throw fromDatabase(error);
  return getDraft(db, data);
}

/** Removes a draft with its universe and releases. Throws `not_found`. */
export async function deleteDraft(db: Db, draftId: string): Promise<void> {
  const { error } = await db.rpc("delete_draft", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
}

interface PreflightQuestion {
  draftId?: string;
  asset_ids?: string[] | undefined;
  count?: number;
  pieces?: Piece[] | undefined;
  languages?: Language[];
  only?: "failed" | undefined;
}

/** The pieces of a request as the database knows them: what failed has a word of its own. */
const piecesOf = ({ pieces, only }: { pieces?: string[] | undefined; only?: string | undefined }) =>
  only ? [only] : pieces;

/** What making this would take and meet: of a draft, of some of its cards, or of a new draft. Throws `not_found`. */
export async function getPreflight(
  db: Db,
  { draftId, asset_ids, count, languages, ...wanted }: PreflightQuestion,
): Promise<Preflight> {
  const pieces = piecesOf(wanted);
  const { data, error } = await db.rpc("get_preflight", {
    ...(draftId ? { p_draft_id: draftId } : {}),
    ...(asset_ids ? { p_asset_ids: asset_ids } : {}),
    ...(count ? { p_count: count } : {}),
    ...(pieces ? { p_pieces: pieces } : {}),
    ...(languages ? { p_languages: languages } : {}),
  });
  if (error) throw fromDatabase(error);
  return preflightSchema.parse(data);
}

/**
 * Starts what the draft lacks, or what failed, or new pieces for the named cards; the same key gets the same parent job. Throws
 * `prompt_blocked` before anything is queued.
 */
export async function requestGeneration(
  db: Db,
  draftId: string,
  { asset_ids, options, ...wanted }: Generate,
  idempotencyKey: string | null,
): Promise<string> {
  const pieces = piecesOf(wanted);
  const { mood, genre } = options?.music ?? {};
  if (mood || genre) {
    const typed = { "options.music.mood": mood, "options.music.genre": genre };
    await refuseUnsuitable(db, typed, await readDeck(db, draftId));
  }
  const { data, error } = await db.rpc("request_generation", {
    p_draft_id: draftId,
    ...(asset_ids ? { p_asset_ids: asset_ids } : {}),
    ...(pieces ? { p_pieces: pieces } : {}),
    ...(options ? { p_options: options } : {}),
    ...(idempotencyKey ? { p_idempotency_key: idempotencyKey } : {}),
  });
  if (error) throw fromDatabase(error);
  return data;
}

/**
 * New pieces, or a new picture, for one card; the same key gets the same job. Returns its id. Throws `prompt_blocked`
 * before anything is queued.
 */
export async function regenerateAsset(
  db: Db,
  draftId: string,
  assetId: string,
  { prompt, seed, pieces, options }: Regenerate,
  idempotencyKey: string | null,
): Promise<string> {
  if (prompt) await refuseUnsuitable(db, { prompt }, await readDeck(db, draftId));
  const { data, error } = await db.rpc("regenerate_asset", {
    p_draft_id: draftId,
    p_asset_id: assetId,
    ...(prompt ? { p_prompt: prompt } : {}),
    ...(seed !== undefined ? { p_seed: seed } : {}),
    ...(pieces ? { p_pieces: pieces } : {}),
    ...(options ? { p_options: options } : {}),
    ...(idempotencyKey ? { p_idempotency_key: idempotencyKey } : {}),
  });
  if (error) throw fromDatabase(error);
  return data;
}

import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import { toAssets } from "../cards/records.ts";
import type { Database, Json } from "../contract/database.types.ts";
import { isErrorCode } from "../contract/errors.ts";
import type { Piece } from "../contract/jobs.ts";
import type { Language } from "../contract/languages.ts";
import { sayPrompt } from "../contract/prompts.ts";
import { styleSchema } from "../contract/styles.ts";
import { withAddresses } from "../drafts/addresses.ts";
import type { Asset } from "../drafts/schema.ts";
import { AppError, fromDatabase } from "../errors.ts";
import {
  type AssetVersionsQuery,
  type OwnFileQuery,
  type PromptLayers,
  type PromptPiece,
  promptLayersSchema,
  type Version,
  versionSchema,
} from "./schema.ts";

type Db = SupabaseClient<Database>;

interface VersionList {
  items: Version[];
  total: number;
}

const gone = () => new AppError("not_found", "There is no such card or draft in your account.");

async function toVersions(db: Db, records: Json): Promise<VersionList> {
  if (records === null) throw gone();
  const versions = z.array(versionSchema.omit({ url: true })).parse(records);
  const files = await withAddresses(
    db,
    ["file"],
    versions.map(({ storage_path }) => ({ file_path: storage_path })),
  );
  const items = versions.map((version, at) => ({ ...version, url: files[at]?.file_url ?? null }));
  return { items, total: items.length };
}

async function toAsset(db: Db, record: Json): Promise<Asset> {
  const [asset] = await toAssets(db, [record]);
  return asset as Asset;
}

/** The last five versions of a piece of a card, newest first, and the one that it shows. Throws `not_found`. */
export async function listAssetVersions(
  db: Db,
  draftId: string,
  assetId: string,
  { piece, language }: AssetVersionsQuery,
): Promise<VersionList> {
  const { data, error } = await db.rpc("list_asset_versions", {
    p_draft_id: draftId,
    p_asset_id: assetId,
    p_piece: piece,
    ...(language ? { p_language: language } : {}),
  });
  if (error) throw fromDatabase(error);
  return toVersions(db, data);
}

/** The last five versions of the music or of a graphic, newest first, and the one that counts. Throws `not_found`. */
export async function listDraftVersions(db: Db, draftId: string, piece: Piece): Promise<VersionList> {
  const { data, error } = await db.rpc("list_draft_versions", { p_draft_id: draftId, p_piece: piece });
  if (error) throw fromDatabase(error);
  return toVersions(db, data);
}

/** Shows this version on its card, and gives the card. Throws `not_found`. */
export async function restoreAssetVersion(
  db: Db,
  draftId: string,
  assetId: string,
  versionId: string,
): Promise<Asset> {
  const { data, error } = await db.rpc("restore_asset_version", {
    p_draft_id: draftId,
    p_asset_id: assetId,
    p_version_id: versionId,
  });
  if (error) throw fromDatabase(error);
  return toAsset(db, data);
}

/** Makes this version of its music or of a graphic the one that the universe has. Throws `not_found`. */
export async function restoreDraftVersion(db: Db, draftId: string, versionId: string): Promise<void> {
  const { error } = await db.rpc("restore_draft_version", { p_draft_id: draftId, p_version_id: versionId });
  if (error) throw fromDatabase(error);
}

const refusalSchema = z.object({ code: z.string(), detail: z.string(), fault: z.string().optional() });

/** What the function that takes files said, as an error of ours. */
async function readRefusal(error: unknown): Promise<AppError> {
  const answer = (error as { context?: unknown }).context;
  const body = answer instanceof Response ? await answer.json().catch(() => null) : null;
  const { data: said } = refusalSchema.safeParse(body);
  if (!said || !isErrorCode(said.code))
    return new AppError("database_unavailable", "The file could not be handed over.", { cause: error });
  return new AppError(said.code, said.detail, {
    cause: error,
    ...(said.fault ? { errors: [{ path: "file", message: said.fault }] } : {}),
  });
}

/**
 * Puts a picture, or a recording of a name, on a card, and gives the card. Throws `file_unusable` with what is wrong
 * (`unreadable`, `wrong_size`, `wrong_length`, `blank`), `payload_too_large`, `not_found`, `rate_limited`.
 */
export async function addOwnFile(
  db: Db,
  draftId: string,
  assetId: string,
  wish: OwnFileQuery,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Asset> {
  const query = new URLSearchParams({ draft: draftId, asset: assetId, ...wish });
  const { data, error } = await db.functions.invoke(`own-file?${query}`, { body: new Blob([bytes]) });
  if (error) throw await readRefusal(error);
  return toAsset(db, data);
}

/** Lets the model say this name again, and gives the card. Throws `not_found`. */
export async function removeOwnVoice(
  db: Db,
  draftId: string,
  assetId: string,
  language: Language,
): Promise<Asset> {
  const { data, error } = await db.rpc("remove_own_voice", {
    p_draft_id: draftId,
    p_asset_id: assetId,
    p_language: language,
  });
  if (error) throw fromDatabase(error);
  return toAsset(db, data);
}

const layersSchema = promptLayersSchema.pick({ layers: true }).extend({ style: styleSchema.nullable() });

/** The prompt of the card's next picture or film, as the model would get it, and its layers. Throws `not_found`. */
export async function getAssetPrompt(
  db: Db,
  draftId: string,
  assetId: string,
  piece: PromptPiece,
): Promise<PromptLayers> {
  const { data, error } = await db.rpc("get_asset_prompt", {
    p_draft_id: draftId,
    p_asset_id: assetId,
    p_piece: piece,
  });
  if (error) throw fromDatabase(error);
  if (data === null) throw gone();
  const { style, layers } = layersSchema.parse(data);
  const used = layers.filter(({ is_used }) => is_used);
  const prompt = used.find(({ layer }) => layer !== "safety")?.text ?? "";
  const safety = used.find(({ layer }) => layer === "safety")?.text ?? undefined;
  return { final: sayPrompt({ prompt, style, safety }), layers };
}

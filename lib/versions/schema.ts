import { z } from "zod";
import { universePieces } from "../contract/jobs.ts";
import { languageSchema } from "../contract/languages.ts";

/** Pieces of a card that are files, and so have versions. */
const filePieces = ["image", "video", "model3d", "speech"] as const;

/** A spoken name has versions in each language; everything else has none in any. */
const isOfLanguage = ({ piece, language }: { piece: string; language?: unknown }) =>
  (piece === "speech") === (language !== undefined);
const needsLanguage = {
  path: ["language"],
  message: "name the language of a recording, and of nothing else",
};

export const assetVersionsQuerySchema = z
  .object({ piece: z.enum(filePieces), language: languageSchema.optional() })
  .refine(isOfLanguage, needsLanguage);
export type AssetVersionsQuery = z.infer<typeof assetVersionsQuerySchema>;

export const draftVersionsQuerySchema = z.object({ piece: z.enum(universePieces) });

export const ownFileQuerySchema = z
  .object({ piece: z.enum(["image", "speech"]), language: languageSchema.optional() })
  .refine(isOfLanguage, needsLanguage);
export type OwnFileQuery = z.infer<typeof ownFileQuerySchema>;

/** Only a recording can be taken back: a picture gives way to another version. */
export const ownVoiceQuerySchema = z.object({ piece: z.literal("speech"), language: languageSchema });

export const promptQuerySchema = z.object({ piece: z.enum(["image", "video"]) });
export type PromptPiece = z.infer<typeof promptQuerySchema>["piece"];

export const versionSchema = z.object({
  id: z.guid(),
  piece: z.enum([...filePieces, ...universePieces]),
  /** Of a spoken name. */
  language: languageSchema.nullable(),
  storage_path: z.string(),
  /** Signed for an hour; null when the file cannot be had. */
  url: z.string().nullable(),
  mime_type: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  duration_ms: z.number().int().nullable(),
  /** What it was made from; the words that are said; empty for a picture of one's own. */
  prompt: z.string(),
  /** Null for what no model made. */
  seed: z.number().int().nullable(),
  origin: z.enum(["made", "uploaded", "copied"]),
  is_current: z.boolean(),
  created_at: z.string(),
});
export type Version = z.infer<typeof versionSchema>;

export const promptLayersSchema = z.object({
  /** The words that go to the model, in one piece. */
  final: z.string(),
  /** What they come from, the most general first. Of theme, universe and card only the last that says something counts. */
  layers: z.array(
    z.object({
      layer: z.enum(["theme", "universe", "card", "safety"]),
      text: z.string().nullable(),
      is_used: z.boolean(),
    }),
  ),
});
export type PromptLayers = z.infer<typeof promptLayersSchema>;

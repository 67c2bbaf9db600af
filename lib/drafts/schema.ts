import { z } from "zod";
import { maxSeed, pieceSchema } from "../contract/jobs.ts";
import { languageSchema, languages, namesSchema } from "../contract/languages.ts";
import { assetStatusSchema, draftStatusSchema, visibilitySchema } from "../contract/statuses.ts";
import { line } from "../contract/text.ts";

export const createDraftSchema = z.object({
  theme: line(100),
  name: line(100).optional(),
  languages: z
    .array(languageSchema)
    .min(1)
    .max(5)
    .refine((list) => new Set(list).size === list.length, { message: "each language once" })
    .default([...languages]),
  count: z.number().int().min(1).max(30).default(10),
  visibility: visibilitySchema.default("private"),
});
export type CreateDraft = z.input<typeof createDraftSchema>;

export const generateSchema = z.object({
  pieces: z.array(pieceSchema).min(1).optional(),
  asset_ids: z.array(z.guid()).min(1).max(30).optional(),
});
export type Generate = z.input<typeof generateSchema>;

export const regenerateSchema = z.object({
  prompt: line(2000).optional(),
  pieces: z.array(pieceSchema).min(1).optional(),
  seed: z.number().int().min(0).max(maxSeed).optional(),
});
export type Regenerate = z.input<typeof regenerateSchema>;

const idList = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",") : value),
  z.array(z.guid()).min(1).max(30),
);

/** Which cards a draft's forecast is about: as `asset_ids=a,b` or the key repeated; all that is missing without it. */
export const draftPreflightQuery = z.object({ asset_ids: idList.optional() });

/** How many cards the forecast for a draft that is not there yet is about. */
export const preflightQuery = z.object({ count: z.coerce.number().int().min(1).max(30).default(10) });

const allowanceSchema = z.object({ limit: z.number(), left: z.number(), reset_at: z.string().nullable() });

/** What a request would take and meet, told before the click. */
export const preflightSchema = z.object({
  /** How many jobs it would start. */
  jobs: z.number().int(),
  /** The caller's place in the queue, counted in universes. */
  universes_ahead: z.number().int(),
  seconds_p50: z.number().nullable(),
  seconds_p90: z.number().nullable(),
  credits: z.object({ needed: z.number(), left: z.number(), renewed_at: z.string().nullable() }),
  requests: z.object({
    hour: allowanceSchema,
    day: allowanceSchema,
    generation: z.object({ ready_at: z.string().nullable() }),
  }),
  /** Why it would be refused right now, and when that may change. */
  refusal: z
    .enum(["rate_limited", "out_of_credits", "model_unavailable", "nothing_to_do", "already_running"])
    .nullable(),
  retry_at: z.string().nullable(),
});
export type Preflight = z.infer<typeof preflightSchema>;

export const publishSchema = z.object({ visibility: z.enum(["public", "unlisted"]) });
export type Publish = z.input<typeof publishSchema>;

export const draftSchema = z.object({
  id: z.guid(),
  slug: z.string(),
  name: z.string(),
  theme: z.string(),
  names: namesSchema,
  languages: z.array(languageSchema),
  count: z.number().int(),
  status: draftStatusSchema,
  progress: z.number().int(),
  revision: z.number().int(),
  visibility: visibilitySchema,
  background_color: z.string(),
  thumbnail_url: z.string().nullable(),
  active_job_id: z.guid().nullable(),
  release: z.number().int().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

export const assetSchema = z.object({
  id: z.guid(),
  draft_id: z.guid(),
  sort_order: z.number().int(),
  concept: z.string(),
  status: assetStatusSchema,
  progress: z.number().int(),
  names: namesSchema,
  /** The prompt that the next picture of this card would be made from. */
  image_prompt: z.string(),
  /** Storage key of the picture; a new picture has a new key. */
  image_path: z.string().nullable(),
  /** Signed for an hour; null until made. */
  image_url: z.string().nullable(),
  video_url: z.string().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  updated_at: z.string(),
});
export type Asset = z.infer<typeof assetSchema>;

export const draftProgressSchema = z.object({
  status: draftStatusSchema,
  progress: z.number().int(),
  current_step: z.number().int(),
  total_steps: z.number().int(),
  message: z.string().nullable(),
});
export type DraftProgress = z.infer<typeof draftProgressSchema>;

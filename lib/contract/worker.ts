import { z } from "zod";
import { jobTypeSchema, maxSeed } from "./jobs.ts";
import { languageSchema, namesSchema } from "./languages.ts";

/** The newest payloads that this worker understands: jobs with newer ones are left to newer workers. */
export const knownPayloadVersion = 1;

/** What a generator needs to know about the model that it asks. */
const modelSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.string().nullable(),
  input_mapping: z.record(z.string(), z.unknown()),
  timeout_seconds: z.number(),
  price_micros: z.number(),
});

/** One element of the answer of `get_next_jobs`. */
export const claimedJobSchema = z.object({
  id: z.uuid(),
  type: jobTypeSchema,
  attempt: z.number().int(),
  payload: z.record(z.string(), z.unknown()),
  payload_version: z.number().int(),
  user_id: z.uuid(),
  draft_id: z.uuid().nullable(),
  asset_id: z.uuid().nullable(),
  retry_count: z.number().int(),
  max_retries: z.number().int(),
  /** The database's time of this claim: a worker's own clock may be wrong. */
  claimed_at: z.iso.datetime({ offset: true }),
  lease_expires_at: z.iso.datetime({ offset: true }),
  /** When this attempt is over, whatever its heartbeats say. */
  deadline_at: z.iso.datetime({ offset: true }),
  model: modelSchema.nullable(),
  unsettled_predictions: z.array(
    z.object({
      id: z.uuid(),
      external_id: z.string().nullable(),
      input: z.record(z.string(), z.unknown()),
      created_at: z.iso.datetime({ offset: true }),
    }),
  ),
});
export type ClaimedJob = z.infer<typeof claimedJobSchema>;

/** The answer of `record_prediction`, the gate before every request to a provider. */
export const gateSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("submit"), prediction_id: z.uuid() }),
  z.object({ action: z.literal("reuse"), result: z.record(z.string(), z.unknown()) }),
  z.object({ action: z.literal("wait"), seconds: z.number() }),
]);
export type Gate = z.infer<typeof gateSchema>;

/** The answer of `find_prediction`. */
export const foundPredictionSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  status: z.enum(["submitting", "open", "succeeded", "failed", "cancelled", "lost"]),
  job_id: z.uuid(),
  attempt: z.number().int(),
  is_current: z.boolean(),
  retry_count: z.number().int(),
  max_retries: z.number().int(),
  type: jobTypeSchema,
  user_id: z.uuid(),
  draft_id: z.uuid().nullable(),
  asset_id: z.uuid().nullable(),
  payload: z.record(z.string(), z.unknown()),
});
export type FoundPrediction = z.infer<typeof foundPredictionSchema>;

/** One element of the answer of `get_open_predictions`. */
export const openPredictionSchema = z.object({
  id: z.uuid(),
  external_id: z.string(),
  must_cancel: z.boolean(),
});

export const conceptsPayloadSchema = z.object({
  theme: z.string(),
  template: z.string(),
  count: z.number().int().min(1).max(30),
  instruction: z.string(),
  exclude: z.array(z.string()),
  seed: z.number().int().min(0).max(maxSeed),
});
export type ConceptsPayload = z.infer<typeof conceptsPayloadSchema>;

/** What a concepts model answers, and what `complete_job` takes for `generate_concepts`. */
export const conceptsResultSchema = z.object({
  theme_names: namesSchema.partial().optional(),
  concepts: z
    .array(z.object({ key: z.string().min(1).max(100), names: namesSchema }))
    .min(1)
    .max(30),
});
export type ConceptsResult = z.infer<typeof conceptsResultSchema>;

export const imagePayloadSchema = z.object({
  prompt: z.string(),
  concept: z.string(),
  theme: z.string(),
  template: z.string(),
  seed: z.number().int().min(0).max(maxSeed),
  width: z.number().int(),
  height: z.number().int(),
});

/** What `complete_job` takes for `generate_image`. */
export const imageResultSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  storage_path: z.string(),
  mime_type: z.string(),
  size_bytes: z.number().int().positive(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type ImageResult = z.infer<typeof imageResultSchema>;

export const publishPayloadSchema = z.object({
  visibility: z.enum(["public", "unlisted"]),
  universe_id: z.uuid(),
  revision: z.number().int(),
  name: z.string(),
  theme: z.string(),
  names: namesSchema,
  languages: z.array(languageSchema),
  background_color: z.string(),
  assets: z.array(
    z.object({
      sort_order: z.number().int(),
      concept: z.string(),
      names: namesSchema,
      storage_path: z.string(),
      image_path: z.string(),
      sha256: z.string(),
      image_prompt: z.string(),
    }),
  ),
});

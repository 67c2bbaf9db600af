import { z } from "zod";
import { jobTypeSchema, maxSeed } from "./jobs.ts";
import { languageSchema, namesSchema } from "./languages.ts";
import { styleSchema } from "./styles.ts";

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

const seedSchema = z.number().int().min(0).max(maxSeed);
const subject = { concept: z.string(), theme: z.string(), template: z.string(), seed: seedSchema };

export const imagePayloadSchema = z.object({
  ...subject,
  prompt: z.string(),
  /** What the model hears after the prompt; a job from before there were such words has none. */
  safety: z.string().optional(),
  style: styleSchema.nullish(),
  /** Pixels. */
  width: z.number().int().min(512).max(1024),
  height: z.number().int().min(512).max(1024),
});

export const videoPayloadSchema = z.object({
  ...subject,
  prompt: z.string(),
  safety: z.string().optional(),
  /** Seconds. */
  duration: z.number().min(3).max(5),
  /** Pixels of each side. */
  resolution: z.union([z.literal(720), z.literal(1024)]),
  /** The language in which the spoken name is mixed in. */
  voice_language: languageSchema.nullish(),
});

export const model3dPayloadSchema = z.object({ ...subject, prompt: z.string() });

export const tones = ["playful", "calm", "factual"] as const;

export const textPayloadSchema = z.object({
  ...subject,
  names: namesSchema,
  languages: z.array(languageSchema).min(1),
  tone: z.enum(tones),
  /** Age of the children in years. */
  audience: z.number().int().min(2).max(8),
});
export type TextPayload = z.infer<typeof textPayloadSchema>;

export const namesPayloadSchema = z.object({
  ...subject,
  label: z.string(),
  language: languageSchema,
  languages: z.array(languageSchema).min(1),
  /** Whether names that are there already are made anew. */
  is_anew: z.boolean().default(false),
});
export type NamesPayload = z.infer<typeof namesPayloadSchema>;

export const speechPayloadSchema = z.object({
  text: z.string().min(1).max(200),
  language: languageSchema,
  seed: seedSchema,
});

export const musicPayloadSchema = z.object({
  theme: z.string(),
  template: z.string(),
  seed: seedSchema,
  prompt: z.string(),
  language: languageSchema,
  mood: z.string().max(100).nullish(),
  genre: z.string().max(100).nullish(),
  /** Seconds. */
  duration: z.number().min(20).max(30),
});

export const graphicPayloadSchema = z.object({
  theme: z.string(),
  template: z.string(),
  seed: seedSchema,
  language: languageSchema.optional(),
  kind: z.enum(["cover", "poster", "logo"]),
  style: styleSchema.nullish(),
  title: z.string(),
  prompt: z.string(),
  concepts: z.array(z.string()),
  names: z.array(z.string()),
  width: z.number().int().min(256).max(2048),
  height: z.number().int().min(256).max(2048),
});

export const transcribePayloadSchema = z.object({ storage_path: z.string(), language: languageSchema });

/** What `complete_job` takes for `transcribe`. */
export const transcriptSchema = z.object({ text: z.string().min(1).max(100) });

/** Where a picture or a spoken name of a card lies: the answer of `get_job_sources`. */
const sourceSchema = z.object({ storage_path: z.string(), sha256: z.string(), mime_type: z.string() });
export const jobSourcesSchema = z.object({ image: sourceSchema.nullable(), voice: sourceSchema.nullable() });
export type JobSource = z.infer<typeof sourceSchema>;

/** What `complete_job` takes for every job that makes a file. */
export const fileResultSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  storage_path: z.string(),
  mime_type: z.string(),
  size_bytes: z.number().int().positive(),
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  duration_ms: z.number().int().positive().optional(),
  /** Of a picture: its mean colour. */
  placeholder_color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
});
export type FileResult = z.infer<typeof fileResultSchema>;

/** What `complete_job` takes for `generate_text`. */
export const textResultSchema = z.object({
  texts: z.partialRecord(
    languageSchema,
    z.object({
      alt_text: z.string().min(1).max(250),
      fun_fact: z.string().min(1).max(500).nullish(),
      story: z.string().min(1).max(1000).nullish(),
    }),
  ),
});
export type TextResult = z.infer<typeof textResultSchema>;

/** What `complete_job` takes for `translate`; `needs_review` when the model did not know the word. */
export const namesResultSchema = z.object({ names: namesSchema.partial(), needs_review: z.boolean() });
export type NamesResult = z.infer<typeof namesResultSchema>;

/** What is published is kept apart from the job; this is what a look at the job tells of it. */
export const publishPayloadSchema = z.object({
  visibility: z.enum(["public", "unlisted"]),
  revision: z.number().int(),
});

/** The answer of `get_missing_files`: what is still to be copied of so many files; null when nobody knows any more. */
export const missingFilesSchema = z
  .object({
    total: z.number().int(),
    files: z.array(z.object({ path: z.string(), storage_path: z.string() })),
  })
  .nullable();
export type MissingFiles = z.infer<typeof missingFilesSchema>;

/** Of a letter: what happened, and to what. */
export const noticePayloadSchema = z.object({ event: z.literal("invited"), invitation_id: z.guid() });

/** The answer of `get_invitation_letter`. */
export const invitationLetterSchema = z.object({
  to: z.string(),
  role: z.enum(["editor", "viewer"]),
  language: languageSchema,
  invited_by: z.string(),
  universe: z.string(),
  expires_at: z.iso.datetime({ offset: true }),
});
export type InvitationLetter = z.infer<typeof invitationLetterSchema>;

import { z } from "zod";
import { cardPieceSchema, maxSeed, pieceSchema, universePieces, usualPieces } from "../contract/jobs.ts";
import { languageSchema, languages, namesSchema } from "../contract/languages.ts";
import { genreSchema, moodSchema } from "../contract/music.ts";
import { assetStatusSchema, draftStatusSchema, visibilitySchema } from "../contract/statuses.ts";
import { styleSchema } from "../contract/styles.ts";
import { line } from "../contract/text.ts";
import {
  graphicPayloadSchema,
  imagePayloadSchema,
  musicPayloadSchema,
  textPayloadSchema,
  videoPayloadSchema,
} from "../contract/worker.ts";
import { hidingSchema } from "../reports/hiding.ts";
import { assetFiles, draftFiles } from "./files.ts";

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
  /** What the universe is to be made of. */
  pieces: z
    .array(pieceSchema)
    .min(1)
    .default([...usualPieces]),
  /** How all its pictures are painted; soft where nothing is said. */
  style: styleSchema.optional(),
});
export type CreateDraft = z.input<typeof createDraftSchema>;

/** `language`: the one in which it bears the name of the universe; else the first one. */
const graphic = graphicPayloadSchema
  .pick({ style: true, width: true, height: true, language: true })
  .partial();

/** How pieces are to be made, where not as usual. */
const optionsSchema = z
  .strictObject({
    image: imagePayloadSchema.pick({ style: true, width: true, height: true }).partial(),
    video: videoPayloadSchema.pick({ duration: true, resolution: true, voice_language: true }).partial(),
    music: musicPayloadSchema.pick({ mood: true, genre: true, language: true, duration: true }).partial(),
    text: textPayloadSchema.pick({ tone: true, audience: true }).partial(),
    cover: graphic,
    poster: graphic,
    logo: graphic,
  })
  .partial();

/** Instead of pieces and cards: exactly what failed, as it was asked for. */
const onlySchema = z.literal("failed");
const isOneOf = ({
  only,
  ...named
}: {
  only?: unknown;
  pieces?: unknown;
  asset_ids?: unknown;
  options?: unknown;
}) => only === undefined || Object.values(named).every((value) => value === undefined);
const orNamed = { message: "what failed is not named", path: ["only"] };

export const generateSchema = z
  .object({
    /** Those of the draft, when none are named. */
    pieces: z.array(pieceSchema).min(1).optional(),
    /** Cards whose pieces are made anew; with none of them, pieces of the universe are. */
    asset_ids: z.array(z.guid()).max(30).optional(),
    options: optionsSchema.optional(),
    only: onlySchema.optional(),
  })
  .refine(isOneOf, orNamed);
export type Generate = z.input<typeof generateSchema>;

export const regenerateSchema = z.object({
  prompt: line(2000).optional(),
  pieces: z.array(cardPieceSchema).min(1).optional(),
  options: optionsSchema.optional(),
  seed: z.number().int().min(0).max(maxSeed).optional(),
});
export type Regenerate = z.input<typeof regenerateSchema>;

/** A list in an address: `a,b`, or the key repeated; of nothing where the key has no value. */
function listOf<Item extends z.ZodType>(item: Item, least: 0 | 1) {
  const split = (value: unknown) => (typeof value === "string" ? (value ? value.split(",") : []) : value);
  return z.preprocess(split, z.array(item).min(least).max(30));
}

/**
 * Which cards and pieces a draft's forecast is about: without `asset_ids` all that is missing, with them anew, also with
 * none of them, as `POST generate` has it.
 */
export const draftPreflightQuery = z
  .object({
    asset_ids: listOf(z.guid(), 0).optional(),
    pieces: listOf(pieceSchema, 1).optional(),
    only: onlySchema.optional(),
  })
  .refine(isOneOf, orNamed);

/** How many cards, what of them, and in which languages, the forecast for a draft that is not there yet is about. */
export const preflightQuery = z.object({
  count: z.coerce.number().int().min(1).max(30).default(10),
  pieces: listOf(pieceSchema, 1).default([...usualPieces]),
  languages: listOf(languageSchema, 1).default([...languages]),
});

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
    .enum([
      "rate_limited",
      "out_of_credits",
      "model_unavailable",
      "model_not_configured",
      "nothing_to_do",
      "already_running",
    ])
    .nullable(),
  retry_at: z.string().nullable(),
});
export type Preflight = z.infer<typeof preflightSchema>;

/** Storage keys, a new one for each new file, and addresses signed for an hour; null until made. */
function fileFields<Name extends string>(names: readonly Name[]) {
  const fields = names.flatMap((name) => [`${name}_path`, `${name}_url`].map((key) => [key, file]));
  return Object.fromEntries(fields) as Record<`${Name}_path` | `${Name}_url`, typeof file>;
}
const file = z.string().nullable();

const cardTextSchema = z.object({
  /** How to say the name where its spelling misleads. */
  speak_as: z.string().nullable(),
  alt_text: z.string().nullable(),
  fun_fact: z.string().nullable(),
  story: z.string().nullable(),
  /** The model was not sure of the name. */
  needs_review: z.boolean(),
  /** Storage key of the spoken name. */
  speech_path: z.string().nullable(),
  /** Absent in live messages: it is signed when it is wanted. */
  speech_url: z.string().nullable().optional(),
});

const requestResultSchema = z.object({
  id: z.guid(),
  kind: z.enum(["ideas", "make", "publish"]),
  status: z.enum(["completed", "failed", "cancelled"]),
  /** How many of its parts were made, were not, and were stopped. */
  finished: z.number().int(),
  failed: z.number().int(),
  stopped: z.number().int(),
  /** Why parts were not made; of ideas the piece is `concepts`, of a publication `release`. */
  reasons: z.array(z.object({ piece: z.string(), code: z.string(), count: z.number().int() })),
  ended_at: z.string(),
});
export type RequestResult = z.infer<typeof requestResultSchema>;

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
  pieces: z.array(pieceSchema),
  /** How its pictures are painted; null is soft. */
  style: styleSchema.nullable(),
  /** Key of the theme template. */
  template: z.string(),
  /** The educator's own prompts for all cards, with `{concept}`; null while the theme's count. */
  image_prompt: z.string().nullable(),
  video_prompt: z.string().nullable(),
  music_prompt: z.string().nullable(),
  /** What its people wish of the music; null while the theme decides. */
  music_mood: moodSchema.nullable(),
  music_genre: genreSchema.nullable(),
  /** Pieces of the universe that were made from other words, wishes or in another style than it has now. */
  stale: z.array(z.enum(universePieces)),
  ...fileFields(draftFiles),
  active_job_id: z.guid().nullable(),
  /** How the request that ended last has ended; null where there is none, or it is long past. */
  last_request: requestResultSchema.nullable(),
  release: z.number().int().nullable(),
  /** Why an admin keeps everybody from seeing it, or did until a week ago; else null. */
  hiding: hidingSchema.nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  /** What the caller is to it; null once it is not shared with them any more. Live messages are silent about it, */
  my_role: z.enum(["owner", "editor", "viewer", "staff"]).nullable(),
  /** and about who shares it, when it is another's. */
  shared_by: z.string().nullable(),
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
  /** The prompts that the next picture and film of this card would be made from, */
  image_prompt: z.string(),
  video_prompt: z.string(),
  /** and those of this card alone; null while the universe's count. */
  own_image_prompt: z.string().nullable(),
  own_video_prompt: z.string().nullable(),
  /** Somebody found the card good as it is. */
  is_approved: z.boolean(),
  /** Pieces that were made from an older prompt, name or picture than the card has now. */
  stale: z.array(z.enum(["image", "video", "model3d", "speech", "text"])),
  ...fileFields(assetFiles),
  /** What the card says in each language that has a name. */
  texts: z.partialRecord(languageSchema, cardTextSchema),
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

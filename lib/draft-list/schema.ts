import { z } from "zod";
import { languageSchema } from "../contract/languages.ts";
import { pageQuery } from "../contract/params.ts";
import { draftStatusSchema } from "../contract/statuses.ts";
import { draftSortSchema, searchSchema, themeKeySchema } from "./view.ts";

/** `a,b` or the key repeated. */
const listOf = <Item extends z.ZodType>(item: Item, max: number) =>
  z.preprocess(
    (value) => (value === undefined ? value : [value].flat().flatMap((text) => String(text).split(","))),
    z.array(item).min(1).max(max).optional(),
  );

/** Which drafts `GET /api/drafts` answers. */
export const draftListQuerySchema = pageQuery.extend({
  /** An empty search finds all. */
  search: z.union([z.literal("").transform(() => undefined), searchSchema]).optional(),
  status: listOf(draftStatusSchema, 7),
  theme: listOf(themeKeySchema, 30),
  sort: draftSortSchema.default("newest"),
  /** In which language names are compared when they decide the order; without it the draft's own name counts. */
  language: languageSchema.optional(),
});
export type DraftListQuery = z.infer<typeof draftListQuerySchema>;

/** How many drafts may be started at once. */
export const maxBatch = 30;

const draftIds = z
  .array(z.guid())
  .min(1)
  .max(maxBatch)
  .refine((ids) => new Set(ids).size === ids.length, { message: "each draft once" });

export const batchSchema = z.object({ draft_ids: draftIds });

/** The drafts that a forecast is about: as `draft_ids=a,b`. */
export const batchQuery = z.object({
  draft_ids: z.preprocess(
    (value) => [value ?? []].flat().flatMap((text) => String(text).split(",")),
    draftIds,
  ),
});

/** What starting several drafts would take, told before the click. */
export const batchPreflightSchema = z.object({
  items: z.array(
    z.object({
      draft_id: z.guid(),
      credits: z.number().int(),
      /** Why this one would be refused right now. */
      refusal: z
        .enum([
          "rate_limited",
          "out_of_credits",
          "model_unavailable",
          "model_not_configured",
          "nothing_to_do",
          "already_running",
          "forbidden",
        ])
        .nullable(),
      /** From when it may pass, where that is known. */
      retry_at: z.string().nullable(),
      /** False where somebody else, who shares the draft, pays. */
      is_own: z.boolean(),
    }),
  ),
  universes_ahead: z.number().int(),
  seconds_p50: z.number(),
  seconds_p90: z.number(),
  /** Of the caller: what those that would start take together. */
  credits: z.object({ needed: z.number(), left: z.number(), renewed_at: z.string().nullable() }),
});
export type BatchPreflight = z.infer<typeof batchPreflightSchema>;

import { z } from "zod";
import { languageSchema, namesSchema } from "../contract/languages.ts";
import { visibilitySchema } from "../contract/statuses.ts";

export const cardSchema = z.object({
  id: z.uuid(),
  sort_order: z.number().int(),
  names: namesSchema,
  image_url: z.string().nullable(),
  video_url: z.string().nullable(),
});
export type Card = z.infer<typeof cardSchema>;

/** A published universe as a child sees it. */
export const universeSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  names: namesSchema,
  languages: z.array(languageSchema),
  release: z.number().int(),
  visibility: visibilitySchema,
  background_color: z.string(),
  assets: z.array(cardSchema),
  published_at: z.string(),
});
export type Universe = z.infer<typeof universeSchema>;

/** A published universe in a list. */
export const universeSummarySchema = universeSchema.omit({ assets: true }).extend({
  theme: z.string(),
  card_count: z.number().int(),
  thumbnail_url: z.string().nullable(),
});
export type UniverseSummary = z.infer<typeof universeSummarySchema>;

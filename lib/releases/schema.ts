import { z } from "zod";
import { languageSchema, namesSchema } from "../contract/languages.ts";
import { line } from "../contract/text.ts";

/** A release as the people of its draft are told of it. */
export const releaseSchema = z.object({
  id: z.guid(),
  number: z.number().int(),
  notes: z.string().nullable(),
  card_count: z.number().int(),
  thumbnail_url: z.string().nullable(),
  published_at: z.string(),
  /** Children see this one. */
  is_live: z.boolean(),
  /** How much was missing when it was published, and why it was published nevertheless. */
  gap_count: z.number().int(),
  override_reason: z.string().nullable(),
});
export type Release = z.infer<typeof releaseSchema>;

export const publishSchema = z.object({
  visibility: z.enum(["public", "unlisted"]),
  /** What is new in it, for those who work on it. */
  notes: line(1000).optional(),
  /** Why it is published although something is missing. */
  override_reason: line(500).optional(),
});
export type Publish = z.input<typeof publishSchema>;

/** Something that a teacher may want to see to first; it keeps nobody from publishing. */
export const gapSchema = z.object({
  /** A card without a picture is left out; without approval nobody has looked at it; names and alt texts are of a language. */
  kind: z.enum(["picture", "name", "alt_text", "approval"]),
  asset_id: z.guid(),
  language: languageSchema.optional(),
});
export type Gap = z.infer<typeof gapSchema>;

export const cardFields = ["names", "texts", "image_path", "video_path", "model3d_path", "speech"] as const;
export const universeFields = [
  "name",
  "names",
  "languages",
  "background_color",
  "cover_path",
  "logo_path",
  "poster_path",
  "music_path",
] as const;

/** What is compared of a card and of a universe, as callers know it. */
type Named<Field extends string> = Field extends `${infer Name}_path` ? Name : Field;
export type CardField = Named<(typeof cardFields)[number]>;
export type UniverseField = Named<(typeof universeFields)[number]>;

const sideSchema = z.object({
  sort_order: z.number().int(),
  names: namesSchema,
  image_url: z.string().nullable(),
});

/** A card that the next release would show otherwise: as children see it, and as they would. */
export interface CardChange {
  asset_id: string;
  before?: z.infer<typeof sideSchema>;
  after?: z.infer<typeof sideSchema>;
  fields: CardField[];
}

/** What a publication would change, of which nothing is lost in words: a card may be both changed and moved. */
export interface Changes {
  added: CardChange[];
  removed: CardChange[];
  changed: CardChange[];
  moved: CardChange[];
  universe: UniverseField[];
}

export interface Publication {
  missing: Gap[];
  changes: Changes;
  live: Release | null;
}

/** A release, and what it changed for the children. */
export interface LookedAtRelease {
  release: Release;
  /** The number of the one that was published before it; null for the first. */
  since: number | null;
  changes: Changes;
}

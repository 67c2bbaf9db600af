import { z } from "zod";
import { type Language, languageSchema, languages, namesSchema } from "../contract/languages.ts";
import { pageQuery } from "../contract/params.ts";
import { visibilitySchema } from "../contract/statuses.ts";
import { line } from "../contract/text.ts";

/** One value for each of the five languages. */
function inEachLanguage<Value extends z.ZodType>(value: Value) {
  return z.object(Object.fromEntries(languages.map((code) => [code, value])) as Record<Language, Value>);
}

const cardTextsSchema = z.object({
  /** How to say the name where its spelling misleads. */
  speak_as: z.string().nullable(),
  alt_text: z.string().nullable(),
  fun_fact: z.string().nullable(),
  story: z.string().nullable(),
});

/** All of a card but its files. */
export const cardWordsSchema = z.object({
  /** The same from release to release. */
  id: z.guid(),
  sort_order: z.number().int(),
  names: namesSchema,
  /** Null in the languages that the universe does not have. */
  texts: inEachLanguage(cardTextsSchema.nullable()),
  /** The mean colour of the picture, to be shown at once; null where it is not known. */
  placeholder_color: z.string().nullable(),
});

const fileUrl = z.string().nullable();

export const cardSchema = cardWordsSchema.extend({
  /** Addresses; each is null until it is made. */
  image_url: fileUrl,
  video_url: fileUrl,
  model3d_url: fileUrl,
  /** The spoken name in each language: a teacher's recording, or made. */
  speech: inEachLanguage(fileUrl),
});
export type Card = z.infer<typeof cardSchema>;

/** All of a universe but its cards and files. */
export const universeWordsSchema = z.object({
  id: z.guid(),
  slug: z.string(),
  name: z.string(),
  names: namesSchema,
  theme: z.string(),
  languages: z.array(languageSchema),
  release: z.number().int(),
  visibility: visibilitySchema,
  background_color: z.string(),
  published_at: z.string(),
});

/** A published universe as a child sees it, and a draft as it would be seen. */
export const universeSchema = universeWordsSchema.extend({
  cover_url: fileUrl,
  logo_url: fileUrl,
  poster_url: fileUrl,
  music_url: fileUrl,
  assets: z.array(cardSchema),
});
export type Universe = z.infer<typeof universeSchema>;

/** A published universe in a list. */
export const universeSummarySchema = universeWordsSchema.extend({
  card_count: z.number().int(),
  cover_url: fileUrl,
  /** Its first picture, and the mean colour of it. */
  thumbnail_url: fileUrl,
  placeholder_color: z.string().nullable(),
});
export type UniverseSummary = z.infer<typeof universeSummarySchema>;

/** The key of a theme that ships. */
export const shelfThemeKeySchema = z.string().regex(/^[a-z][a-z-]{0,49}$/);

/** How long universes are, as who looks for one chooses. */
export const shelfSizes = ["short", "medium", "long"] as const;
export type ShelfSize = (typeof shelfSizes)[number];

/** Which public universes are asked for; all of them where nothing is said. */
export const shelfQuerySchema = pageQuery.extend({
  /** Words of names, themes and cards, in any of the five languages. */
  search: z.union([z.literal("").transform(() => undefined), line(100)]).optional(),
  language: languageSchema.optional(),
  theme: shelfThemeKeySchema.optional(),
  /** By the number of its cards: up to 9, 10 to 19, 20 and more. */
  size: z.enum(shelfSizes).optional(),
  /** When absent: newest first, or what fits best where something is looked for. */
  sort: z.enum(["newest", "name"]).optional(),
  /** By names in this language they are sorted. */
  reader: languageSchema.optional(),
});
export type ShelfQuery = z.output<typeof shelfQuerySchema>;

/** A theme of which there are public universes. */
export const shelfThemeSchema = z.object({ key: z.string(), names: namesSchema, count: z.number().int() });
export type ShelfTheme = z.infer<typeof shelfThemeSchema>;

/** What its owner changes about a published universe. */
export const editUniverseSchema = z
  .strictObject({
    visibility: visibilitySchema,
    /** The last part of its address. */
    slug: z
      .string()
      .max(100)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: "small letters, digits and single hyphens" }),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { message: "name visibility or slug" });
export type EditUniverse = z.output<typeof editUniverseSchema>;

/** A universe as its owner and the staff are told of it. */
export const universeStateSchema = universeWordsSchema
  .pick({ id: true, slug: true, name: true, visibility: true })
  .extend({
    /** The release that is shown, null before the first. */
    release: z.number().int().nullable(),
    published_at: z.string().nullable(),
    /** An admin keeps everybody from seeing it. */
    is_hidden: z.boolean(),
  });
export type UniverseState = z.infer<typeof universeStateSchema>;

import { z } from "zod";
import { pieceSchema } from "../contract/jobs.ts";
import { languageSchema } from "../contract/languages.ts";
import { genreSchema, moodSchema } from "../contract/music.ts";
import { visibilitySchema } from "../contract/statuses.ts";
import { styleSchema } from "../contract/styles.ts";
import { line } from "../contract/text.ts";

function eachOnce<Item extends z.ZodType>(item: Item, most: number) {
  return z
    .array(item)
    .min(1)
    .max(most)
    .refine((list) => new Set(list).size === list.length, { message: "each once" });
}

/** What a person may change of a universe. A prompt that is null lets the theme's count again. */
const patch = z
  .strictObject({
    name: line(100),
    names: z.partialRecord(languageSchema, line(100).nullable()),
    languages: eachOnce(languageSchema, 5),
    visibility: visibilitySchema,
    background_color: z
      .string()
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, { message: "a colour is # and six digits or letters a to f" }),
    pieces: eachOnce(pieceSchema, pieceSchema.options.length),
    style: styleSchema.nullable(),
    image_prompt: line(2000).nullable(),
    video_prompt: line(2000).nullable(),
    music_prompt: line(2000).nullable(),
    music_mood: moodSchema.nullable(),
    music_genre: genreSchema.nullable(),
  })
  .partial();

const seenText = z.string().max(2000).nullable();
/** The values that the editor saw, as they were read: they are compared, never stored. */
const seen = z
  .strictObject({
    name: z.string().max(100),
    names: z.partialRecord(languageSchema, seenText),
    languages: z.array(languageSchema).max(5),
    visibility: visibilitySchema,
    background_color: z.string().max(7),
    pieces: z.array(pieceSchema).max(pieceSchema.options.length),
    style: styleSchema.nullable(),
    image_prompt: seenText,
    video_prompt: seenText,
    music_prompt: seenText,
    music_mood: moodSchema.nullable(),
    music_genre: genreSchema.nullable(),
  })
  .partial();

export const editDraftSchema = patch
  .extend({ expected: seen.optional() })
  .refine((input) => Object.keys(input).some((key) => key !== "expected"), {
    message: "name a field to change",
  });

export type DraftPatch = z.input<typeof patch>;
/** A change of a universe, and what it is compared with; without `expected` the hook takes what the page shows. */
export type EditDraft = z.input<typeof editDraftSchema>;

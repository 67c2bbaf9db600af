import { z } from "zod";
import { languageSchema } from "../contract/languages.ts";
import { line } from "../contract/text.ts";
import { assetSchema } from "../drafts/schema.ts";

/** Most cards of a deck; the database refuses one more. */
export const mostCards = 30;

const textsPatch = z
  .strictObject({
    speak_as: line(200).nullable(),
    alt_text: line(250).nullable(),
    fun_fact: line(500).nullable(),
    story: line(1000).nullable(),
  })
  .partial();

/** What a person may change of a card. Null takes a text away; a name that is taken away takes its texts along. */
const patch = z
  .strictObject({
    concept: line(100),
    names: z.partialRecord(languageSchema, line(100).nullable()),
    texts: z.partialRecord(languageSchema, textsPatch),
    image_prompt: line(2000).nullable(),
    video_prompt: line(2000).nullable(),
    is_approved: z.boolean(),
  })
  .partial();

const seenText = z.string().max(2000).nullable();
/** The values that the editor saw, as they were read: they are compared, never stored. */
const seen = z
  .strictObject({
    concept: z.string().max(100),
    names: z.partialRecord(languageSchema, seenText),
    texts: z.partialRecord(
      languageSchema,
      z
        .strictObject({ speak_as: seenText, alt_text: seenText, fun_fact: seenText, story: seenText })
        .partial(),
    ),
    image_prompt: seenText,
    video_prompt: seenText,
    is_approved: z.boolean(),
  })
  .partial();

const saysSomething = (input: object) => Object.keys(input).some((key) => key !== "id" && key !== "expected");
const nothing = { message: "name a field to change" };

export const editAssetSchema = patch.extend({ expected: seen.optional() }).refine(saysSomething, nothing);

export const editAssetsSchema = z.strictObject({
  items: z
    .array(patch.extend({ id: z.guid(), expected: seen.optional() }).refine(saysSomething, nothing))
    .min(1)
    .max(mostCards)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, {
      message: "each card once",
    }),
});

export const addAssetSchema = z.strictObject({
  concept: line(100),
  names: z.partialRecord(languageSchema, line(100)).optional(),
  /** Its place; cards from there on move up. At the end when absent. */
  sort_order: z.number().int().min(0).max(10_000).optional(),
});
export type AddAsset = z.input<typeof addAssetSchema>;

/** Every card of the draft, in the new order. */
export const orderSchema = z.strictObject({ asset_ids: z.array(z.guid()).min(1).max(100) });

export const requestConceptsSchema = z.strictObject({
  /** How many ideas more; as many as the draft lacks of its own count when absent. */
  count: z.number().int().min(1).max(mostCards).optional(),
});
export type RequestConcepts = z.input<typeof requestConceptsSchema>;

/** A card without the addresses of its files, as the database answers it. */
export const assetRecordSchema = assetSchema.omit({ image_url: true, video_url: true, model3d_url: true });

export type AssetPatch = z.input<typeof patch>;
/** A change of a card, and what it is compared with; without `expected` the hooks take what the page shows. */
export type EditAsset = z.input<typeof editAssetSchema>;
export type EditAssets = z.input<typeof editAssetsSchema>;

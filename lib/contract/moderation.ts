import { z } from "zod";
import { languageSchema } from "./languages.ts";

/** What a safety model is asked about a text. */
export const moderationPayloadSchema = z.object({
  text: z.string().min(1).max(20_000),
  /** Those of the deck; empty where they are not known. */
  languages: z.array(languageSchema),
  /** What the model's own words for a fault mean in ours; null for what is harmless on a card. */
  meanings: z.record(z.string(), z.string().nullable()),
});
export type ModerationPayload = z.infer<typeof moderationPayloadSchema>;

/** What a text is refused for where the model gives a reason that has no word of ours. */
export const unsuitable = "unsuitable";

/** What `complete_job` takes for `moderate`: what the text is refused for, nothing when it is fine. */
export const moderationResultSchema = z.object({ categories: z.array(z.string()) });
export type ModerationResult = z.infer<typeof moderationResultSchema>;

/** A text's judgement as the database answers it, in the order of the texts; null for one that is gone. */
export const moderationsSchema = z.array(
  z
    .object({
      id: z.uuid(),
      status: z.enum(["pending", "processing", "completed", "failed", "cancelled"]),
      /** Null until it is judged. */
      categories: z.array(z.string()).nullable(),
      error_code: z.string().nullable(),
    })
    .nullable(),
);
export type Moderation = z.infer<typeof moderationsSchema>[number];

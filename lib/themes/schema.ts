import { z } from "zod";
import { namesSchema } from "../contract/languages.ts";

/** A theme template: what counts for a universe that says nothing of its own. Its prompts are English. */
export const themeTemplateSchema = z.object({
  key: z.string(),
  names: namesSchema,
  /** With `{concept}` where the name of a card goes, and `{theme}` in the template of free themes. */
  image_prompt: z.string(),
  video_prompt: z.string(),
  music_prompt: z.string(),
  background_color: z.string(),
});
export type ThemeTemplate = z.infer<typeof themeTemplateSchema>;

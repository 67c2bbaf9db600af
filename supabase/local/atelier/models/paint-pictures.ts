import { randomInt } from "node:crypto";
import { makePicture, type PictureFormat } from "../render/picture.ts";
import type { Style } from "../scene/recipe.ts";
import { hasHome } from "../scene/setting.ts";
import { findThemes } from "../words/lexicon.ts";
import { followCheckpoint } from "./follow-checkpoint.ts";
import type { RunContext } from "./model.ts";

const largestSeed = 2_147_483_647;

interface PictureInput {
  prompt: string;
  concept?: string | null;
  theme?: string | null;
  style?: string | null;
  negative_prompt?: string | null;
  seed?: number | null;
  width?: number;
  height?: number;
  output_format?: "webp" | "png" | "jpg";
  num_outputs?: number;
}

const formats: Record<"webp" | "png" | "jpg", PictureFormat> = { webp: "webp", png: "png", jpg: "jpeg" };

/** The painter's style that the words speak of, in any of the five languages; the soft one when they speak of none. */
export function readStyle(words: string | null | undefined): Style {
  if (/water ?colou?r|aquarell|acuarela|acquerell/i.test(words ?? "")) return "watercolour";
  if (/paper ?cut|papercut|cut paper|papier|papel|carta\b/i.test(words ?? "")) return "papercut";
  return "soft";
}

/** The key of a theme in free text, where the painter has a place for it. */
export function readTheme(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  return findThemes(text).find(({ key }) => hasHome(key))?.key ?? text;
}

/** Paints the pictures of one prediction, the seed rising by one from picture to picture. Returns their references. */
export async function paint(raw: Record<string, unknown>, context: RunContext): Promise<string[]> {
  const input = raw as unknown as PictureInput;
  const { prompt, concept, theme, style, width, height, output_format = "webp", num_outputs = 1 } = input;
  const firstSeed = input.seed ?? randomInt(largestSeed);
  context.log("Atelier: procedural picture, made on this machine");
  context.log(`Using seed: ${firstSeed}`);
  const pictures: string[] = [];
  const { signal, stop } = followCheckpoint(context);
  try {
    context.progress(0, num_outputs);
    for (let index = 0; index < num_outputs; index += 1) {
      const picture = await makePicture({
        prompt,
        avoid: input.negative_prompt ?? undefined,
        concept: concept ?? undefined,
        theme: readTheme(theme),
        style: readStyle(style),
        seed: (firstSeed + index) % (largestSeed + 1),
        width,
        height,
        format: formats[output_format],
        signal,
      });
      pictures.push(await context.file(`out-${index}.${output_format}`, picture.mime, picture.bytes));
      context.progress(index + 1, num_outputs);
      context.output([...pictures]);
      context.checkpoint();
    }
  } finally {
    stop();
  }
  return pictures;
}

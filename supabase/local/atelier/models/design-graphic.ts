import { randomInt } from "node:crypto";
import type { Language } from "../art/catalogue.ts";
import { type Kind, makeGraphic } from "../graphics/make-graphic.ts";
import type { Style } from "../scene/recipe.ts";
import { followCheckpoint } from "./follow-checkpoint.ts";
import type { RunContext } from "./model.ts";

const largestSeed = 2_147_483_647;

interface GraphicInput {
  kind: Kind;
  title?: string | null;
  theme?: string | null;
  concepts?: string[];
  names?: string[];
  language?: Language | null;
  style?: Style | null;
  seed?: number | null;
  width?: number;
  height?: number;
  output_format?: "webp" | "png";
}

/** Designs the graphic of one prediction and returns its file's reference. */
export async function design(raw: Record<string, unknown>, context: RunContext): Promise<string> {
  const {
    style,
    seed: wantedSeed,
    output_format: format = "webp",
    ...input
  } = raw as unknown as GraphicInput;
  const seed = wantedSeed ?? randomInt(largestSeed);
  context.log("Atelier: procedural graphic, made on this machine");
  context.log(`Using seed: ${seed}`);
  context.progress(0, 1);
  const { signal, stop } = followCheckpoint(context);
  try {
    const { kind, title, theme, concepts, names, language, width = 1024, height = 1024 } = input;
    const deck = { title, theme, concepts, names, language };
    const request = { ...deck, kind, seed, width, height, format, style: style ?? undefined };
    const { bytes, mime, deck: read } = await makeGraphic(request, signal);
    context.checkpoint();
    context.log(
      `Designed a ${kind} with ${read.cards.length} things${read.title ? ` titled ${read.title}` : ""}`,
    );
    const reference = await context.file(`${kind}.${format}`, mime, bytes);
    context.progress(1, 1);
    return reference;
  } finally {
    stop();
  }
}

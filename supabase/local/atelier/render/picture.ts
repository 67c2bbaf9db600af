import sharp, { type Sharp } from "sharp";
import { composeScene } from "../scene/compose.ts";
import type { Recipe } from "../scene/recipe.ts";
import { recipeTag } from "./recipe-tag.ts";
import { drawStill } from "./still.ts";

export type PictureFormat = "webp" | "png" | "jpeg";

/** A picture to make; without `concept` its subject is found in the prompt. */
export type PictureRequest = Recipe & {
  /** Pixels, 64 to 2048; 1024 unless given. A picture that is not square shows the middle of the scene. */
  width?: number;
  height?: number;
  format?: PictureFormat;
  signal?: AbortSignal;
};

export type Picture = { bytes: Buffer; mime: string; width: number; height: number; recipe: Recipe };

const SMALLEST = 64;
const LARGEST = 2048;

/**
 * Makes one picture: the same request always gives the same bytes. Its recipe is written into EXIF
 * ImageDescription, so that a video can be made of the very same scene. Throws the signal's reason when aborted.
 */
export async function makePicture(request: PictureRequest): Promise<Picture> {
  const { width: wantedWidth, height: wantedHeight, format = "webp", signal, ...wanted } = request;
  const [width, height] = [pixels(wantedWidth), pixels(wantedHeight)];
  signal?.throwIfAborted();
  const recipe = definedOnly({ ...wanted, seed: Math.abs(Math.floor(wanted.seed)) || 0 });
  const scene = composeScene(recipe);
  const size = Math.max(width, height);
  const drawn = await drawStill(scene, recipe.style ?? "soft", size, signal);
  signal?.throwIfAborted();
  const still = width === height ? drawn : sharp(await cut(drawn, size, width, height));
  const described = still.withExif({
    IFD0: { ImageDescription: recipeTag(recipe), Software: "MagikSwipe Atelier" },
  });
  const encoded =
    format === "png"
      ? described.png({ compressionLevel: 7 })
      : format === "jpeg"
        ? described.jpeg({ quality: 90 })
        : // More effort takes twice the time for two per cent of the bytes.
          described.webp({ quality: 88, effort: 2 });
  const bytes = await encoded.toBuffer();
  signal?.throwIfAborted();
  return { bytes, mime: `image/${format}`, width, height, recipe };
}

/** The middle of the square, a little lower than its centre, where heroes stand. */
async function cut(square: Sharp, size: number, width: number, height: number): Promise<Buffer> {
  const left = Math.round((size - width) / 2);
  const top = Math.round((size - height) * 0.62);
  const { data, info } = await square.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info })
    .extract({ left, top, width, height })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function pixels(wanted: number | undefined): number {
  return Math.max(SMALLEST, Math.min(LARGEST, Math.round(wanted ?? 1024)));
}

function definedOnly(recipe: Recipe): Recipe {
  return Object.fromEntries(Object.entries(recipe).filter(([, value]) => value !== undefined)) as Recipe;
}

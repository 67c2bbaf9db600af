import sharp, { type Sharp } from "sharp";
import { resolveSprites } from "../art/sprites.ts";
import { paperGrain, VIGNETTE } from "../render/finish.ts";
import { cutFromPaper, tornBorder, washOut } from "../render/styles.ts";
import { createRandom } from "../scene/random.ts";
import type { Style } from "../scene/recipe.ts";
import { type Drawing, drawCover } from "./cover.ts";
import { type Deck, type DeckInput, readDeck } from "./deck.ts";
import { drawLogo } from "./logo.ts";
import { drawPoster } from "./poster.ts";

export type Kind = "cover" | "poster" | "logo";

export type GraphicRequest = DeckInput & {
  kind: Kind;
  seed: number;
  width: number;
  height: number;
  format: "webp" | "png";
  style?: Style | undefined;
};

export type Graphic = { bytes: Buffer; mime: string; deck: Deck };

const SHORTER_SIDE = 1000;
/** Torn paper is rough anyway and slow to draw. */
const BORDER_PIXELS = 512;
const GRAIN_PIXELS = 1024;
const draw: Record<Kind, typeof drawCover> = { cover: drawCover, poster: drawPoster, logo: drawLogo };

/** Makes a graphic of a deck: the same request always gives the same bytes. A logo is clear around its badge. */
export async function makeGraphic(request: GraphicRequest, signal?: AbortSignal): Promise<Graphic> {
  const { kind, seed, width, height, format, style = "soft" } = request;
  const deck = readDeck(request);
  const scale = Math.min(width, height) / SHORTER_SIDE;
  const random = createRandom(
    `${kind}|${deck.theme ?? ""}|${deck.cards.map(({ token }) => token).join()}|${seed}`,
  );
  const drawing = draw[kind](deck, seed, width / scale, height / scale, random);
  signal?.throwIfAborted();
  const image = await rasterise(drawing, kind, style, width, height, scale);
  signal?.throwIfAborted();
  const finished = kind === "logo" ? image : await finish(image, request);
  const described = finished.withExif({ IFD0: { Software: "MagikSwipe Atelier" } });
  const encoded = format === "png" ? described.png({ compressionLevel: 7 }) : described.webp({ quality: 88 });
  const bytes = await encoded.toBuffer();
  signal?.throwIfAborted();
  return { bytes, mime: `image/${format}`, deck };
}

async function rasterise(
  drawing: Drawing,
  kind: Kind,
  style: Style,
  width: number,
  height: number,
  scale: number,
): Promise<Sharp> {
  const [first = "", ...others] = drawing.layers;
  const body =
    style === "papercut"
      ? first + others.map((svg) => (svg && svg !== drawing.veil ? cutFromPaper(svg) : svg)).join("")
      : drawing.layers.join("");
  const shade =
    kind === "cover"
      ? `<g transform="scale(${(drawing.width / 1024).toFixed(5)} ${(drawing.height / 1024).toFixed(5)})" opacity=".7">${VIGNETTE}</g>`
      : "";
  const svg = await resolveSprites(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${width}" height="${height}" preserveAspectRatio="none">${body}${shade}</svg>`,
    scale,
  );
  const { data, info } = await sharp(Buffer.from(svg), { unlimited: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const image = sharp(data, { raw: info });
  return kind === "logo" ? image : image.removeAlpha();
}

/** Paper grain over the whole sheet; watercolours are washed out before, and a cover's paper is torn at its edges. */
async function finish(image: Sharp, { kind, style, width, height, seed }: GraphicRequest): Promise<Sharp> {
  const side = Math.max(width, height);
  const grain = await sharp(await paperGrain(GRAIN_PIXELS))
    .resize(side, side)
    .extract({ left: 0, top: 0, width, height })
    .png({ compressionLevel: 1 })
    .toBuffer();
  if (style !== "watercolour") return image.composite([{ input: grain, blend: "soft-light" }]);
  const washed = sharp(await washOut(image).png({ compressionLevel: 1 }).toBuffer());
  if (kind === "poster") return washed.composite([{ input: grain, blend: "soft-light" }]);
  const border = await sharp(Buffer.from(tornBorder(BORDER_PIXELS, seed % 997)))
    .resize(width, height, { fit: "fill" })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return washed.composite([{ input: border }, { input: grain, blend: "soft-light" }]);
}

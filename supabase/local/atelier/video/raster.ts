import sharp, { type Sharp } from "sharp";
import { resolveSprites } from "../art/sprites.ts";

/** A frame or a piece of one: RGBA in one number per pixel, colours multiplied by their alpha. */
export type Pixels = { data: Uint32Array; width: number; height: number };
/** Pixels that were cut out of a picture; `left` and `top` say where they lay in it. */
export type Raster = Pixels & { left: number; top: number };
/** An area in scene units. */
export type Box = { left: number; top: number; width: number; height: number };

/** What a style does to a layer after it was drawn. */
export type Wash = (image: Sharp) => Sharp;

const RED_BLUE = 0x00ff00ff;
/** Rasters keep a clear rim of this many pixels, so that edges stay soft when they turn. */
const RIM = 1;

/** Draws SVG at `scale` pixels per unit and cuts out what is visible of it; null when nothing is. */
export async function rasterise(svg: string, box: Box, scale: number, wash?: Wash): Promise<Raster | null> {
  const left = Math.floor(box.left * scale);
  const top = Math.floor(box.top * scale);
  const width = Math.ceil((box.left + box.width) * scale) - left;
  const height = Math.ceil((box.top + box.height) * scale) - top;
  const view = [left, top, width, height].map((pixels) => pixels / scale).join(" ");
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" width="${width}" height="${height}">${svg}</svg>`;
  const drawn = sharp(Buffer.from(await resolveSprites(whole, scale)), { unlimited: true }).ensureAlpha();
  const bytes = await (wash ? wash(drawn) : drawn).raw().toBuffer();
  const found = cutOut(new Uint32Array(bytes.buffer, bytes.byteOffset, width * height), width, height);
  return found && { ...found, left: found.left + left, top: found.top + top };
}

function cutOut(pixels: Uint32Array, width: number, height: number): Raster | null {
  let [x0, x1, y0, y1] = [width, -1, height, -1];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let first = 0;
    while (first < width && (pixels[row + first] as number) < 0x01000000) first++;
    if (first === width) continue;
    let last = width - 1;
    while ((pixels[row + last] as number) < 0x01000000) last--;
    if (first < x0) x0 = first;
    if (last > x1) x1 = last;
    if (y0 === height) y0 = y;
    y1 = y;
  }
  if (x1 < 0) return null;
  const [w, h] = [x1 - x0 + 1 + 2 * RIM, y1 - y0 + 1 + 2 * RIM];
  const data = new Uint32Array(w * h);
  for (let y = y0; y <= y1; y++)
    for (let x = x0, to = (y - y0 + RIM) * w + RIM; x <= x1; x++, to++)
      data[to] = premultiplied(pixels[y * width + x] as number);
  return { data, width: w, height: h, left: x0 - RIM, top: y0 - RIM };
}

function premultiplied(colour: number): number {
  const alpha = colour >>> 24;
  if (alpha === 255) return colour;
  if (alpha === 0) return 0;
  const redBlue = (Math.imul(colour & RED_BLUE, alpha + 1) >>> 8) & RED_BLUE;
  const green = (((colour >>> 8) & 255) * (alpha + 1)) & 0xff00;
  return ((alpha << 24) | redBlue | green) >>> 0;
}

/** One premultiplied colour laid over an opaque one. */
export function over(top: number, below: number): number {
  const rest = 256 - (top >>> 24);
  const redBlue = (top & RED_BLUE) + ((Math.imul(below & RED_BLUE, rest) >>> 8) & RED_BLUE);
  const green = (top & 0xff00) + (((((below >>> 8) & 255) * rest) >>> 8) << 8);
  return redBlue | green | 0xff000000;
}

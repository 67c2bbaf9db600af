import decodeJpeg from "@jsquash/jpeg/decode.js";
import decodePng from "@jsquash/png/decode.js";
import decodeWebp from "@jsquash/webp/decode.js";
import { type CpuBudget, megapixelMilliseconds } from "./cpu-budget.ts";
import type { PictureHeader } from "./picture.ts";

type Bytes = Uint8Array<ArrayBuffer>;
/** Four bytes a pixel: red, green, blue, and how far it covers what is behind it. */
type Pixels = ArrayLike<number>;

/** The decoders give their pixels in an object that browsers and Deno have, and Node has not. */
class PlainImageData {
  data: Uint8ClampedArray;
  width: number;
  height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

/** The decoders load their programs themselves, when the first picture of their kind comes. */
async function decode(bytes: Bytes, extension: PictureHeader["extension"]): Promise<Pixels> {
  if (!("ImageData" in globalThis)) Object.assign(globalThis, { ImageData: PlainImageData });
  const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  return (await decoders[extension](whole)).data;
}

const decoders = { webp: decodeWebp, png: decodePng, jpg: decodeJpeg };

/** A decoded picture of this size takes 17 MB, of the 256 that a worker has for all it does. */
const maxPixels = 4_200_000;
/** So many pixels, spread evenly, say as much as all. */
const samples = 20_000;

/** The mean of these pixels as "#rrggbb", each counted as far as it can be seen; null where nothing can. */
export function meanOf(pixels: Pixels): string | null {
  const sums = [0, 0, 0];
  let seen = 0;
  // An odd step does not fall in with the columns of a picture.
  const step = 4 * (Math.floor(pixels.length / 4 / samples) | 1);
  for (let at = 0; at < pixels.length; at += step) {
    const cover = pixels[at + 3] ?? 0;
    seen += cover;
    for (const part of [0, 1, 2]) sums[part] = (sums[part] ?? 0) + (pixels[at + part] ?? 0) * cover;
  }
  if (seen === 0) return null;
  return `#${sums
    .map((sum) =>
      Math.round(sum / seen)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other, each in a turn of the event loop of its own: the platform ends who holds the processor for too long. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = last.then(() => new Promise((begin) => setTimeout(begin, 0))).then(work);
  last = turn.catch(() => {});
  return turn;
}

/**
 * The mean colour of a picture, to be shown until it is loaded. Null for one that is very large, that the decoder does not take, or for
 * which the call has no time left: a picture is no worse for not having one.
 */
export async function meanColour(
  bytes: Bytes,
  { extension, width, height }: PictureHeader,
  budget: CpuBudget,
): Promise<string | null> {
  const pixels = width * height;
  if (pixels > maxPixels || !budget.take((pixels / 1e6) * megapixelMilliseconds)) return null;
  return inTurn(() => decode(bytes, extension)).then(meanOf, () => null);
}

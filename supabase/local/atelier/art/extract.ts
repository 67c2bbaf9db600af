import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, constants } from "node:zlib";
import sharp from "sharp";
import { DRAWING_BOX, drawingSvg, drawnTokens, isDrawn } from "./drawings.ts";
import { type Bounds, ICON_MARGIN, type Icon, iconSvg, packQuotes } from "./library.ts";
import { OWN_ICONS } from "./own-icons.ts";
import { BETTER_IN_NOTO, PROPS, THEMES } from "./selection.ts";
import { shortenBody } from "./shorten.ts";

/**
 * Writes art.json.br: the wanted icons of the two sets, and the visible bounds of everything.
 * The sets are 125 MB of JSON, so they are development dependencies and never loaded at run time.
 */
type IconSet = {
  icons: Record<string, { body: string; width?: number; height?: number }>;
  width?: number;
  height?: number;
};

const PIXELS = 170;
const OPAQUE = 90;
/** Icons in a larger box need a digit less. */
const FINE_BOX = 64;
const require = createRequire(import.meta.url);
const sets = ["fluent-emoji", "noto"].map((name) => require(`@iconify-json/${name}/icons.json`) as IconSet);
sharp.concurrency(1);

const tokens = [...new Set([...Object.values(THEMES).flat(), ...PROPS])].filter((token) => !isDrawn(token));
const icons: Record<string, [string, number, number]> = {};
const bounds: Record<string, Bounds> = {};
for (const token of tokens) {
  const own = OWN_ICONS[token];
  const icon = own ? { body: own, width: 32, height: 32 } : fromSets(token);
  if (!own) icons[token] = [packQuotes(icon.body), icon.width, icon.height];
  const aspect = (icon.height + 2 * ICON_MARGIN) / (icon.width + 2 * ICON_MARGIN);
  bounds[token] = [...(await visible(iconSvg(icon, PIXELS))), round(aspect)];
}
for (const token of drawnTokens()) bounds[token] = [...(await visible(inBox(token))), 1];

const json = JSON.stringify({ icons, bounds });
const packed = brotliCompressSync(json, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(new URL("art.json.br", import.meta.url), packed);
console.log(
  `${tokens.length} icons, ${drawnTokens().length} drawings, ${Math.round(packed.length / 1024)} kB`,
);

function fromSets(token: string): Icon {
  for (const set of BETTER_IN_NOTO.includes(token) ? sets.toReversed() : sets) {
    const icon = set.icons[token];
    if (!icon) continue;
    const width = icon.width ?? set.width ?? 16;
    const body = shortenBody(icon.body, width > FINE_BOX ? 1 : 2);
    return { body, width, height: icon.height ?? set.height ?? 16 };
  }
  throw new Error(`No icon named ${token}`);
}

function inBox(token: string): string {
  const { left, top, side } = DRAWING_BOX;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${side} ${side}" width="600" height="600">${drawingSvg(token)}</svg>`;
}

/** The box around the clearly opaque pixels, in shares of the picture. */
async function visible(svg: string): Promise<[number, number, number, number]> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [left, right, top, bottom] = [info.width, 0, info.height, 0];
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      if ((data[(y * info.width + x) * 4 + 3] ?? 0) <= OPAQUE) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  if (right <= left) throw new Error("An icon shows nothing");
  return [
    round(left / info.width),
    round(top / info.height),
    round(right / info.width),
    round(bottom / info.height),
  ];
}

function round(share: number): number {
  return Number(share.toFixed(4));
}

import sharp, { type Sharp } from "sharp";
import type { Layer } from "../scene/compose.ts";
import { paperGrain } from "./finish.ts";

const SHEET_SHADOW =
  '<defs><filter id="sheet" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="0" dy="-5" stdDeviation="9" flood-color="#1a1040" flood-opacity=".5"/></filter></defs>';

/** The layers in one SVG body; `papercut` lets each sheet throw a shadow on the one behind. */
export function stackLayers(layers: Layer[], papercut: boolean): string {
  if (!papercut) return layers.map(({ svg }) => svg).join("");
  return layers
    .map(({ svg, kind }, at) => (at === 0 || kind === "shadow" || !svg ? svg : cutFromPaper(svg)))
    .join("");
}

/** A layer as a sheet of paper that throws its shadow on what lies behind. */
export function cutFromPaper(svg: string): string {
  return `${SHEET_SHADOW}<g filter="url(#sheet)">${svg}</g>`;
}

/** Paper grain over the whole picture. */
export async function finishSoft(image: Sharp, size: number): Promise<Sharp> {
  return image.composite([{ input: await paperGrain(size), blend: "soft-light" }]);
}

/** Washed colours on rough paper with a torn white border. */
export async function finishWatercolour(image: Sharp, size: number, seed: number): Promise<Sharp> {
  const washed = await washOut(image).png({ compressionLevel: 1 }).toBuffer();
  const border = Buffer.from(tornBorder(size, seed % 997));
  return sharp(washed).composite([{ input: border }, { input: await paperGrain(size), blend: "soft-light" }]);
}

/** Colours run into each other and pale, as in watercolour; what is clear stays clear. */
export function washOut(image: Sharp, hasAlpha = false): Sharp {
  const [fade, light] = hasAlpha
    ? [
        [0.92, 0.92, 0.92, 1],
        [18, 18, 18, 0],
      ]
    : [0.92, 18];
  return image.median(5).modulate({ saturation: 0.82, brightness: 1.06 }).linear(fade, light);
}

/** The white border of rough paper, torn by the seed, with paper showing through the paint. */
export function tornBorder(size: number, seed: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024" width="${size}" height="${size}"><defs><filter id="torn" x="-10%" y="-10%" width="120%" height="120%"><feTurbulence type="fractalNoise" baseFrequency=".022" numOctaves="3" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="46"/><feGaussianBlur stdDeviation="1.6"/></filter><filter id="wash"><feTurbulence type="fractalNoise" baseFrequency=".011" numOctaves="4" seed="${seed + 9}"/><feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  .9 0 0 0 -.28"/></filter></defs><rect width="1024" height="1024" filter="url(#wash)" opacity=".6"/><path d="M-200,-200H1224V1224H-200ZM52,52V972H972V52Z" fill="#fdfaf2" fill-rule="evenodd" filter="url(#torn)"/></svg>`;
}

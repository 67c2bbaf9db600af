import sharp from "sharp";
import "./sharp-limits.ts";
import { findBounds, findIcon, ICON_MARGIN, iconSvg } from "./library.ts";
import { short } from "./paint.ts";
import { recolour } from "./recolour.ts";

/** How a sprite or figure is turned and coloured; `colour` is `#rrggbb`. */
export type Pose = { flip?: boolean; turn?: number; opacity?: number; colour?: string };

/** Sizes are rounded up to steps, so that near sizes share one sprite. */
const STEP = 96;
const LARGEST = 1536;
const CACHE_BYTES = 24 * 1024 * 1024;
const cache = new Map<string, string>();
let cachedBytes = 0;

/**
 * Places an icon by what is visible of it: `x` is its middle, `y` its lowest point, `size` its longer side.
 * The result holds a token that `resolveSprites` replaces, so that scenes stay synchronous.
 */
export function sprite(token: string, x: number, y: number, size: number, pose: Pose = {}): string {
  const bounds = findBounds(token);
  if (!bounds) return "";
  const [left, top, right, bottom, aspect] = bounds;
  const width = size / Math.max(right - left, (bottom - top) * aspect);
  const pixels = Math.ceil(width);
  const href = `@@${token}@${pixels}@${(pose.colour ?? "").replace("#", "")}@@`;
  const image = `<image href="${href}" x="${short((-width * (left + right)) / 2)}" y="${short(-width * aspect * bottom)}" width="${short(width)}" height="${short(width * aspect)}"/>`;
  return `<g transform="${placed(x, y, pose)}"${pose.opacity === undefined ? "" : ` opacity="${pose.opacity}"`}>${image}</g>`;
}

/** The transform of a pose at a place. */
export function placed(x: number, y: number, { flip, turn }: Pose): string {
  return `translate(${short(x)} ${short(y)})${turn ? ` rotate(${short(turn)})` : ""}${flip ? " scale(-1 1)" : ""}`;
}

/** Replaces every sprite token by a PNG in its colour, as large as a scene drawn at `scale` shows it. */
export async function resolveSprites(svg: string, scale = 1): Promise<string> {
  const pattern = /@@([a-z0-9-]+)@(\d+)@([0-9a-f]*)@@/g;
  const images = new Map<string, string>();
  for (const [token, name = "", wanted, colour = ""] of svg.matchAll(pattern)) {
    if (images.has(token)) continue;
    const pixels = Math.min(LARGEST, Math.ceil((Number(wanted) * scale) / STEP) * STEP);
    images.set(token, await cachedSprite(name, pixels, colour));
  }
  return svg.replace(pattern, (token) => images.get(token) ?? "");
}

/** The icon as raw RGBA; drawn at twice the size and shrunk, because the icons' filters leave hard edges. */
export async function rasterise(token: string, pixels: number, colour: string) {
  const icon = findIcon(token);
  if (!icon) throw new Error(`No art named ${token}`);
  const height = Math.round((pixels * (icon.height + 2 * ICON_MARGIN)) / (icon.width + 2 * ICON_MARGIN));
  const raw = await sharp(Buffer.from(iconSvg(icon, pixels * 2)))
    .resize(pixels, height, { kernel: "lanczos3" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (colour) recolour(raw.data, colour);
  return raw;
}

async function cachedSprite(token: string, pixels: number, colour: string): Promise<string> {
  const key = `${token}@${pixels}@${colour}`;
  const known = cache.get(key);
  if (known) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  const { data, info } = await rasterise(token, pixels, colour);
  const png = await sharp(data, { raw: info }).png({ compressionLevel: 1 }).toBuffer();
  const href = `data:image/png;base64,${png.toString("base64")}`;
  cache.set(key, href);
  cachedBytes += href.length;
  for (const [oldest, value] of cache) {
    if (cachedBytes <= CACHE_BYTES) break;
    cache.delete(oldest);
    cachedBytes -= value.length;
  }
  return href;
}

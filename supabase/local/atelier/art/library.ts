import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { OWN_ICONS, PATCHES } from "./own-icons.ts";

/** Visible bounds in shares of the drawn box (left, top, right, bottom), then the box's height over its width. */
export type Bounds = [left: number, top: number, right: number, bottom: number, aspect: number];
export type Icon = { body: string; width: number; height: number };
type Archive = {
  icons: Record<string, [body: string, width: number, height: number]>;
  bounds: Record<string, Bounds>;
};

let archive: Archive | undefined;

/** Margin around an icon's own box, in its units: some filters paint a little outside. */
export const ICON_MARGIN = 1;

/** The vector body of an icon, own drawings first; null when there is none. */
export function findIcon(token: string): Icon | null {
  const own = OWN_ICONS[token];
  if (own) return { body: own, width: 32, height: 32 };
  const icon = load().icons[token];
  return icon
    ? { body: icon[0].replaceAll("'", '"') + (PATCHES[token] ?? ""), width: icon[1], height: icon[2] }
    : null;
}

/** Attributes in single quotes, which JSON need not escape; `findIcon` turns them back. */
export function packQuotes(body: string): string {
  return body.replaceAll('"', "'");
}

/** Visible bounds of an icon or drawing, measured when the archive was built. */
export function findBounds(token: string): Bounds | null {
  return load().bounds[token] ?? null;
}

/** A whole SVG of an icon, `width` pixels wide. */
export function iconSvg(icon: Icon, width: number): string {
  const w = icon.width + 2 * ICON_MARGIN;
  const h = icon.height + 2 * ICON_MARGIN;
  const box = `${-ICON_MARGIN} ${-ICON_MARGIN} ${w} ${h}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width}" height="${Math.round((width * h) / w)}">${icon.body}</svg>`;
}

function load(): Archive {
  archive ??= JSON.parse(
    brotliDecompressSync(readFileSync(new URL("art.json.br", import.meta.url))).toString("utf8"),
  ) as Archive;
  return archive;
}

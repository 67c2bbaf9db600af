import { type Affine, applied, chain, inverse, translation } from "./affine.ts";
import type { Pixels, Raster } from "./raster.ts";

/**
 * How a figure bends besides its affine map: each row moves sideways (`rows`) or each column up and down (`columns`) by
 * so many of its own pixels.
 */
export type Bend = { rows?: Float32Array; columns?: Float32Array };

const PAIR = 0x00ff00ff;

/** Lays the raster on the frame through a map of frame pixels, smooth at any angle and size. */
export function warp(frame: Pixels, raster: Raster, map: Affine, bend?: Bend): void {
  const { data: source, width: w, height: h } = raster;
  const placed = chain(map, translation(raster.left, raster.top));
  const [left, top, right, bottom] = bounds(placed, w, h, bend);
  const x0 = Math.max(0, Math.floor(left));
  const x1 = Math.min(frame.width, Math.ceil(right));
  const y0 = Math.max(0, Math.floor(top));
  const y1 = Math.min(frame.height, Math.ceil(bottom));
  if (!(x0 < x1 && y0 < y1)) return;
  const back = inverse(placed);
  const [du, dv] = [fixed(back[0]), fixed(back[1])];
  const [lastU, lastV] = [(w - 1) * 65536, (h - 1) * 65536];
  const target = frame.data;
  const rows = bend?.rows;
  const columns = bend?.columns;
  for (let y = y0; y < y1; y++) {
    const [startU, startV] = applied(back, x0, y);
    let u = fixed(startU);
    let v = fixed(startV);
    const end = y * frame.width + x1;
    for (let to = y * frame.width + x0; to < end; to++, u += du, v += dv) {
      if (u < 0 || v < 0 || u >= lastU || v >= lastV) {
        if (!bend) continue;
      }
      let U = u;
      let V = v;
      if (rows) {
        if (v < 0 || v >= lastV) continue;
        U -= (rows[v >> 16] as number) * 65536;
      } else if (columns) {
        if (u < 0 || u >= lastU) continue;
        V -= (columns[u >> 16] as number) * 65536;
      }
      if (bend && (U < 0 || V < 0 || U >= lastU || V >= lastV)) continue;
      const at = (V >> 16) * w + (U >> 16);
      const c00 = source[at] as number;
      const c10 = source[at + 1] as number;
      const c01 = source[at + w] as number;
      const c11 = source[at + w + 1] as number;
      if (!(c00 | c10 | c01 | c11)) continue;
      let low: number;
      let high: number;
      if (c00 === c10 && c00 === c01 && c00 === c11) {
        low = c00 & PAIR;
        high = (c00 >>> 8) & PAIR;
      } else {
        const fu = (U >> 8) & 255;
        const fv = (V >> 8) & 255;
        const w11 = (fu * fv) >> 8;
        const w10 = fu - w11;
        const w01 = fv - w11;
        const w00 = 256 - fu - w01;
        low =
          ((Math.imul(c00 & PAIR, w00) +
            Math.imul(c10 & PAIR, w10) +
            Math.imul(c01 & PAIR, w01) +
            Math.imul(c11 & PAIR, w11)) >>>
            8) &
          PAIR;
        high =
          ((Math.imul((c00 >>> 8) & PAIR, w00) +
            Math.imul((c10 >>> 8) & PAIR, w10) +
            Math.imul((c01 >>> 8) & PAIR, w01) +
            Math.imul((c11 >>> 8) & PAIR, w11)) >>>
            8) &
          PAIR;
      }
      const alpha = high >>> 16;
      if (alpha !== 255) {
        const below = target[to] as number;
        const rest = 256 - alpha;
        low += (Math.imul(below & PAIR, rest) >>> 8) & PAIR;
        high += (Math.imul((below >>> 8) & PAIR, rest) >>> 8) & PAIR;
      }
      target[to] = low | (high << 8) | 0xff000000;
    }
  }
}

/** Numbers with 16 binary places, which a pixel's loop adds up faster than fractions. */
function fixed(value: number): number {
  return Math.round(value * 65536);
}

/** Where the raster may show: its corners, and as much around them as it bends. */
function bounds(map: Affine, w: number, h: number, bend: Bend | undefined) {
  const most = (shifts: Float32Array | undefined) =>
    shifts?.reduce((highest, shift) => Math.max(highest, Math.abs(shift)), 0) ?? 0;
  const [x, y] = [most(bend?.rows), most(bend?.columns)];
  const corners = [
    applied(map, -x, -y),
    applied(map, w + x, -y),
    applied(map, -x, h + y),
    applied(map, w + x, h + y),
  ];
  const xs = corners.map((corner) => corner[0]);
  const ys = corners.map((corner) => corner[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1] as const;
}

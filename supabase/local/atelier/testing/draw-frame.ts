import type { Film } from "../video/film.ts";
import type { Pixels } from "../video/raster.ts";

/** A moment of a film as RGBA bytes, on a frame that was black before. */
export function drawFrame(film: Film, time: number, size: number): Uint8Array {
  const frame: Pixels = { data: new Uint32Array(size * size).fill(0xff000000), width: size, height: size };
  film.draw(frame, time);
  return new Uint8Array(frame.data.buffer);
}

/** How much two frames differ: the mean over all bytes, 0 to 255. */
export function difference(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
}

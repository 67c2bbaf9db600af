import type { Pixels } from "./raster.ts";

/** Moving pictures that repeat without a seam: `draw` paints the moment `time` (0..1) of the loop. */
export type Film = { draw(frame: Pixels, time: number): void };

/** What every film is asked: its length, its sides in pixels, and a signal that ends the work on it. */
export type FilmOrder = { seconds: number; size: number; signal?: AbortSignal };

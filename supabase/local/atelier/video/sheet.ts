import { over, type Pixels, type Raster } from "./raster.ts";

/** Slow pans stutter on whole pixels: a sheet is kept at this many shares of one, and at fewer the faster it goes. */
export type Phases = 1 | 2 | 4;
const [MIXED, SOLID] = [0, 1];

/** A layer that only slides sideways, made ready to be laid on frames quickly. */
export type Sheet = {
  phases: Uint32Array[];
  width: number;
  left: number;
  top: number;
  /** For each row where its runs end in `runs`. */
  rows: Uint32Array;
  /** Triples: first pixel, end, and whether the run is solid. What is clear is in no run. */
  runs: Int32Array;
};

/** Makes a sheet; one that never moves needs one phase. */
export function createSheet(raster: Raster, count: Phases = 4): Sheet {
  const { data, width, height, left, top } = raster;
  const phases = [data];
  for (let phase = 1; phase < count; phase++) phases.push(shifted(data, phase / count));
  return { phases, width, left, top, ...findRuns(data, width, height) };
}

/** The pixels moved to the right by a share of one; the clear rim takes the last column. */
function shifted(data: Uint32Array, share: number): Uint32Array {
  const after = Math.round(share * 256);
  const before = 256 - after;
  const moved = new Uint32Array(data.length);
  let previous = 0;
  for (let at = 0; at < data.length; at++) {
    const here = data[at] as number;
    if (here === previous) moved[at] = here;
    else {
      const low = (Math.imul(here & 0x00ff00ff, before) + Math.imul(previous & 0x00ff00ff, after)) >>> 8;
      const high =
        Math.imul((here >>> 8) & 0x00ff00ff, before) + Math.imul((previous >>> 8) & 0x00ff00ff, after);
      moved[at] = (low & 0x00ff00ff) | (high & 0xff00ff00);
    }
    previous = here;
  }
  return moved;
}

function findRuns(data: Uint32Array, width: number, height: number) {
  const rows = new Uint32Array(height + 1);
  const runs: number[] = [];
  for (let y = 0; y < height; y++) {
    let from = 0;
    let kind = -1;
    let previous = 0;
    for (let x = 0; x <= width; x++) {
      const alpha = x < width ? (data[y * width + x] as number) >>> 24 : 0;
      const now =
        x === width || (!alpha && !previous) ? -1 : alpha === 255 && previous === 255 ? SOLID : MIXED;
      if (now !== kind) {
        if (kind >= 0) runs.push(from, x, kind);
        [from, kind] = [x, now];
      }
      previous = alpha;
    }
    rows[y + 1] = runs.length;
  }
  return { rows, runs: Int32Array.from(runs) };
}

/** Lays the sheet on the frame, moved by `shift` pixels to the right. */
export function laySheet(frame: Pixels, sheet: Sheet, shift: number): void {
  const quarters = Math.round((sheet.left + shift) * sheet.phases.length);
  const left = Math.floor(quarters / sheet.phases.length);
  const source = sheet.phases[quarters - left * sheet.phases.length] as Uint32Array;
  const { width, rows, runs } = sheet;
  const height = rows.length - 1;
  for (let y = Math.max(0, -sheet.top); y < Math.min(height, frame.height - sheet.top); y++) {
    const from = y * width;
    const to = (y + sheet.top) * frame.width + left;
    for (let at = rows[y] as number; at < (rows[y + 1] as number); at += 3) {
      const start = Math.max(runs[at] as number, -left);
      const end = Math.min(runs[at + 1] as number, frame.width - left);
      if (start >= end) continue;
      if (runs[at + 2] === SOLID) frame.data.set(source.subarray(from + start, from + end), to + start);
      else
        for (let x = start; x < end; x++)
          frame.data[to + x] = over(source[from + x] as number, frame.data[to + x] as number);
    }
  }
}

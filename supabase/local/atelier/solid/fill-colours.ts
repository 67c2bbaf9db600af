import { blurred, distanceInside, emptyField, type Field } from "./field.ts";
import type { Raster } from "./piece.ts";

/**
 * Spreads the known colours of a picture over all of it, smoothly: coarse means first, then finer ones where they are
 * known. `isKnown` says which cells keep their colour. The result is opaque.
 */
export function fillColours(picture: Raster, isKnown: (cell: number) => boolean): Raster {
  const { width, height, data } = picture;
  let level: Level = { width, height, sums: new Float32Array(width * height * 4) };
  for (let cell = 0; cell < width * height; cell += 1)
    if (isKnown(cell)) {
      for (let channel = 0; channel < 3; channel += 1)
        level.sums[cell * 4 + channel] = data[cell * 4 + channel] ?? 0;
      level.sums[cell * 4 + 3] = 1;
    }
  const levels = [level];
  while (level.width > 1 || level.height > 1) {
    level = coarser(level);
    levels.push(level);
  }
  for (let at = levels.length - 2; at >= 0; at -= 1) fillFrom(levels[at + 1] as Level, levels[at] as Level);
  const filled = Buffer.alloc(width * height * 4, 255);
  const { sums } = levels[0] as Level;
  for (let cell = 0; cell < width * height; cell += 1)
    for (let channel = 0; channel < 3; channel += 1)
      filled[cell * 4 + channel] = Math.round(sums[cell * 4 + channel] ?? 0);
  return { width, height, data: filled };
}

/** Colours and, in the fourth place, 1 where they are known. */
type Level = { width: number; height: number; sums: Float32Array };

function coarser(fine: Level): Level {
  const [width, height] = [Math.ceil(fine.width / 2), Math.ceil(fine.height / 2)];
  const sums = new Float32Array(width * height * 4);
  for (let row = 0; row < fine.height; row += 1)
    for (let column = 0; column < fine.width; column += 1) {
      const from = (row * fine.width + column) * 4;
      if (!fine.sums[from + 3]) continue;
      const to = ((row >> 1) * width + (column >> 1)) * 4;
      for (let channel = 0; channel < 4; channel += 1)
        sums[to + channel] = (sums[to + channel] ?? 0) + (fine.sums[from + channel] ?? 0);
    }
  for (let to = 0; to < sums.length; to += 4) {
    const count = sums[to + 3] ?? 0;
    if (count > 0)
      for (let channel = 0; channel < 4; channel += 1) sums[to + channel] = (sums[to + channel] ?? 0) / count;
  }
  return { width, height, sums };
}

/** Gives the cells of the finer level that know no colour the blend of the coarser cells around them. */
function fillFrom(coarse: Level, fine: Level): void {
  for (let row = 0; row < fine.height; row += 1)
    for (let column = 0; column < fine.width; column += 1) {
      const to = (row * fine.width + column) * 4;
      if (fine.sums[to + 3]) continue;
      const [x, y] = [(column + 0.5) / 2 - 0.5, (row + 0.5) / 2 - 0.5];
      const [left, top] = [Math.floor(x), Math.floor(y)];
      let weight = 0;
      const blend = [0, 0, 0];
      for (const [c, r] of [
        [left, top],
        [left + 1, top],
        [left, top + 1],
        [left + 1, top + 1],
      ] as const) {
        if (c < 0 || r < 0 || c >= coarse.width || r >= coarse.height) continue;
        const share = (1 - Math.abs(x - c)) * (1 - Math.abs(y - r));
        weight += share;
        const from = (r * coarse.width + c) * 4;
        for (const channel of [0, 1, 2] as const)
          blend[channel] = (blend[channel] ?? 0) + share * (coarse.sums[from + channel] ?? 0);
      }
      for (const channel of [0, 1, 2] as const)
        fine.sums[to + channel] = (blend[channel] ?? 0) / (weight || 1);
      fine.sums[to + 3] = 1;
    }
}

const OPAQUE = 235;

/** The outermost pixels are drawn out long over the round edge, where their every irregularity would show as a stripe. */
const SKIN = 4;

/** The picture with the colours of its inside carried on to its edge and beyond, so that neither seams nor stripes show. */
export function bleedColours(picture: Raster): Raster {
  const inside = depthOf(picture);
  const core: Field = { ...inside, values: inside.values.map((away) => (away > SKIN ? 0 : 1)) };
  const toCore = distanceInside(core).values;
  return fillColours(picture, (cell) => {
    const away = inside.values[cell] ?? 0;
    // What is too thin to have a core keeps its own colours.
    return away > SKIN || (away > 0 && (toCore[cell] ?? 0) > SKIN + 2);
  });
}

/** Only the colours of the picture's edge, blended inwards over all of it: what a thing looks like from behind. */
export function plainColours(picture: Raster, edge: number): Raster {
  const inside = depthOf(picture);
  const isEdge = (cell: number) => (inside.values[cell] ?? 0) > 1 && (inside.values[cell] ?? 0) <= edge;
  const around = meansOf(picture, isEdge);
  // An eye or a mouth at the very edge does not reach around it.
  return fillColours(picture, (cell) => isEdge(cell) && around(cell) < STRANGE);
}

const STRANGE = 110;
const NEIGHBOURHOOD = 5;

/** How far, over three channels, a cell's colour is from the mean of the chosen cells in its wider surroundings. */
function meansOf(
  { width, height, data }: Raster,
  isChosen: (cell: number) => boolean,
): (cell: number) => number {
  const weight = emptyField(width, height);
  const channels = [0, 1, 2].map(() => emptyField(width, height));
  for (let cell = 0; cell < weight.values.length; cell += 1) {
    if (!isChosen(cell)) continue;
    weight.values[cell] = 1;
    for (const [at, field] of channels.entries()) field.values[cell] = data[cell * 4 + at] ?? 0;
  }
  const radius = Math.max(2, Math.round(Math.max(width, height) / NEIGHBOURHOOD));
  const wide = blurred(weight, radius);
  const blends = channels.map((field) => blurred(field, radius));
  return (cell) =>
    blends.reduce((sum, field, at) => {
      const mean = (field.values[cell] ?? 0) / (wide.values[cell] || 1);
      return sum + Math.abs((data[cell * 4 + at] ?? 0) - mean);
    }, 0);
}

/** Distance of every opaque pixel to the picture's edge. */
function depthOf({ width, height, data }: Raster): Field {
  const values = Float32Array.from({ length: width * height }, (_, cell) =>
    (data[cell * 4 + 3] ?? 0) >= OPAQUE ? 1 : 0,
  );
  return distanceInside({ width, height, values });
}

import { figure, figureSize } from "../art/figure.ts";
import type { Random } from "../scene/random.ts";
import { glow, shadow } from "../scene/shapes.ts";
import { flies, isBust, isGrounded } from "../scene/traits.ts";
import type { World } from "./world.ts";

/** Where heroes may stand: feet on `floor`, nobody taller than `height`. */
export type Room = { left: number; width: number; floor: number; height: number };

const OVERLAP = 0.86;
const BACK_ROW = 0.8;

type Figure = {
  token: string;
  isBack: boolean;
  isFloating: boolean;
  width: number;
  height: number;
  size: number;
};

/** The heroes at unit size, every second one of several a little smaller because it stands behind. */
function measure(tokens: string[], medium: World["medium"]): Figure[] {
  return tokens.map((token, at) => {
    const isFloating = medium === "floating" ? !isGrounded(token) : flies(token) && !isBust(token);
    const isBack = tokens.length > 2 && at % 2 === 1;
    const size = (isBack ? BACK_ROW : 1) * (isFloating ? 0.82 : 1);
    const [width, height] = figureSize(token, size);
    return { token, isBack, isFloating, width, height, size };
  });
}

const tallestOf = (figures: Figure[]) =>
  Math.max(...figures.map(({ height, isFloating }) => height * (isFloating ? 1.25 : 1)));

function fittingScale(figures: Figure[], room: Room): number {
  const across = figures.reduce((sum, { width }) => sum + width, 0) * (figures.length > 1 ? OVERLAP : 1);
  return Math.min(room.width / across, room.height / tallestOf(figures));
}

/** How much of the room's height the heroes would take on average. */
export function sizeInRoom(tokens: string[], room: Room, medium: World["medium"]): number {
  const figures = measure(tokens, medium);
  const mean = figures.reduce((sum, { height }) => sum + height, 0) / figures.length;
  return (fittingScale(figures, room) * mean) / room.height;
}

/**
 * Places heroes side by side as large as the room allows: on the ground in two staggered depths, in water or in the
 * void at different heights. Returns their layers back to front.
 */
export function placeHeroes(tokens: string[], room: Room, world: World, random: Random): string[] {
  const shapes = measure(tokens, world.medium);
  const scale = fittingScale(shapes, room);
  const across = shapes.reduce((sum, { width }) => sum + width, 0) * (tokens.length > 1 ? OVERLAP : 1);
  // What is left over is shared out between them.
  const spare = Math.min((room.width - across * scale) / (tokens.length + 1), 0.35 * room.height);
  let pen = room.left + (room.width - across * scale - spare * (tokens.length - 1)) / 2;
  const placed = shapes.map((shape) => {
    const [width, height] = [shape.width * scale, shape.height * scale];
    const step = width * (tokens.length > 1 ? OVERLAP : 1);
    const x = pen + step / 2;
    pen += step + spare;
    const lift = shape.isBack ? room.height * 0.09 : 0;
    const free = Math.max(0, room.height - height);
    const y = shape.isFloating
      ? room.floor - free * (shape.isBack ? random.between(0.7, 1) : random.between(0.25, 0.75))
      : isBust(shape.token)
        ? room.floor + room.height * 0.4
        : room.floor - lift;
    return { ...shape, x, y, width, height, pixels: shape.size * scale, lift };
  });
  const middle = room.left + room.width / 2;
  return placed
    .toSorted((a, b) => Number(b.isBack) - Number(a.isBack))
    .map(({ token, x, y, width, height, pixels, isFloating, lift }) => {
      const turn = isFloating ? random.between(-8, 8) : 0;
      const light = glow(x, y - height / 2, pixels * 0.62, world.night ? "#9fb0ff" : "#fff7d8", 0.4);
      const isOverGround = world.medium === "ground" || !isFloating;
      const shade =
        isBust(token) || !isOverGround
          ? ""
          : shadow(
              x,
              (isFloating ? room.floor : room.floor - lift) - 2,
              width * (isFloating ? 0.28 : 0.5),
              pixels * 0.06,
              isFloating ? 0.25 : 0.5,
            );
      const pose = { flip: x < middle, turn, wave: random.chance(0.5) };
      return light + shade + figure(token, x, y, pixels, pose);
    });
}

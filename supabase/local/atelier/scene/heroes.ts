import { isMachine, usualColour } from "../art/drawings.ts";
import { figure, figureSize } from "../art/figure.ts";
import { shadow } from "./shapes.ts";
import type { Cast, Place, Stage } from "./stage.ts";
import { flies, isBust, isCropped, isGrounded, wearsHats } from "./traits.ts";

/** One of the heroes: its figure, its shadow, and what a video needs to move it. */
export type Hero = {
  x: number;
  y: number;
  size: number;
  width: number;
  height: number;
  floating: boolean;
  cast: Cast;
  svg: string;
  shadow: string;
};

/** The hero's pose as the seed's turn decides it. */
export type Framing = { scale: number; flip: boolean; colour?: string; hatColour?: string };

/** Yellow machines come in the site's shades of yellow; the others keep their own colour. */
const YELLOWS = new Set(["#ffb81f", "#ffa51f", "#ffc42e"]);
const SITE_COLOURS = ["#ffb81f", "#ffb81f", "#ffa51f", "#ffc42e", "#ff8f3a"];
/** No figure may fill the picture from edge to edge. */
const WIDEST = 800;
const TALLEST = 740;

/** Places one, two or three heroes, standing, floating or entering from the edge as their art allows. */
export function placeHeroes(stage: Stage, place: Place, framing: Framing): Hero[] {
  const { random, subject, wishes } = stage;
  const count = isCropped(subject) ? 1 : wishes.count;
  const floating = isFloating(subject, place);
  const base = baseSize(count, floating) * wishes.scale * framing.scale * random.between(0.97, 1.03);
  return Array.from({ length: count }, (_, at) => {
    const wanted = base * (count > 1 ? random.between(0.9, 1.06) : 1) * bulk(subject);
    const [fullWidth, fullHeight] = figureSize(subject, wanted);
    const size = isCropped(subject) ? wanted : wanted * Math.min(1, WIDEST / fullWidth, TALLEST / fullHeight);
    const [width, height] = figureSize(subject, size);
    const flip = count > 1 ? at % 2 === 1 : framing.flip;
    const x = isCropped(subject)
      ? flip
        ? width / 2 - 4
        : 1028 - width / 2
      : count === 1
        ? keepInside(stage.heroX, width, place.frame ?? 24)
        : 512 + (at - (count - 1) / 2) * base * 0.98;
    const y = footOf(stage, place, subject, height, floating, at);
    const turn = floating ? random.between(-9, 9) : wishes.lively ? random.between(-10, 10) : 0;
    const site =
      isMachine(subject) && YELLOWS.has(usualColour(subject) ?? "") ? random.pick(SITE_COLOURS) : undefined;
    const pose = { flip, turn, colour: framing.colour ?? site, wave: random.chance(0.6) };
    const hat =
      wishes.hat && wearsHats(subject)
        ? figure(wishes.hat, 0, -height * (isBust(subject) ? 0.96 : 0.93), Math.min(width, size) * 0.36, {
            turn: random.between(-8, 8),
            colour: framing.hatColour,
          })
        : "";
    stage.taken.push([x - width / 2 - 20, y - height - 20, x + width / 2 + 20, y + 10]);
    return {
      x,
      y,
      size,
      width,
      height,
      floating,
      cast: { token: subject, pose, hat },
      svg: figure(subject, 0, 0, size, pose) + hat,
      shadow: shadowOf(place, subject, x, y, width, size, floating),
    };
  });
}

function isFloating(token: string, place: Place): boolean {
  if (place.medium === "floating") return !isGrounded(token);
  return place.medium === "ground" && flies(token) && !isBust(token);
}

function baseSize(count: number, floating: boolean): number {
  if (count > 1) return count === 2 ? 400 : 310;
  return floating ? 510 : 540;
}

/** Machines read better a little larger, and what is cut must fill the side it comes from. */
function bulk(token: string): number {
  return isCropped(token) ? 1.35 : isMachine(token) ? 1.2 : 1;
}

/** Keeps a figure clear of the frame on both sides, in the middle when it is too wide for that. */
function keepInside(x: number, width: number, frame: number): number {
  const margin = Math.min(512, width / 2 + frame);
  return Math.max(margin, Math.min(x, 1024 - margin));
}

function footOf(
  stage: Stage,
  place: Place,
  token: string,
  height: number,
  floating: boolean,
  at: number,
): number {
  if (isBust(token)) return 1040;
  if (!floating) return place.floor + (at % 2) * 22 + (place.medium === "waves" ? height * 0.04 : 0);
  const middle = place.medium === "floating" ? 470 + stage.random.between(-30, 40) : 500;
  return middle + height / 2;
}

function shadowOf(
  place: Place,
  token: string,
  x: number,
  y: number,
  width: number,
  size: number,
  floating: boolean,
): string {
  if (isBust(token) || place.medium === "waves") return "";
  if (!floating) return shadow(x, y - 3, width * 0.52, size * 0.075, 0.55);
  return place.medium === "floating" ? "" : shadow(x, place.floor - 4, width * 0.3, size * 0.05, 0.28);
}

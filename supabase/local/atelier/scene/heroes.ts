import { isMachine, usualColour } from "../art/drawings.ts";
import { figure, figureSize } from "../art/figure.ts";
import { hatOn } from "./headwear.ts";
import { hangs, perch } from "./perch.ts";
import { shadow } from "./shapes.ts";
import type { Cast, Place, Stage, Taken } from "./stage.ts";
import { flies, isBust, isGrounded, needsPlush, readsOneWay, standsAside } from "./traits.ts";

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
  /** What a hanging hero hangs from, to be drawn behind it. */
  perch: string;
};

/** The hero's pose as the seed's turn decides it. */
export type Framing = { scale: number; flip: boolean; colour?: string; hatColour?: string };

/** Yellow machines come in the site's shades of yellow; the others keep their own colour. */
const YELLOWS = new Set(["#ffb81f", "#ffa51f", "#ffc42e"]);
const SITE_COLOURS = ["#ffb81f", "#ffb81f", "#ffa51f", "#ffc42e", "#ff8f3a"];
/** No figure may fill the picture from edge to edge. */
const WIDEST = 800;
const TALLEST = 740;
/** Busts rise from the lower edge, where flowers and leaves frame the picture at the sides. */
const BUST_MARGIN = 210;
/** What looks like a toy when it is no larger than an animal. */
const OUTSIZE: Record<string, number> = {
  mountain: 1.3,
  rainbow: 1.25,
  "passenger-ship": 1.2,
  ferry: 1.15,
  "moon-base": 1.2,
  "high-speed-train": 1.1,
  "tower-crane": 1.35,
  castle: 1.15,
  "desert-island": 1.3,
  sailboat: 1.15,
  barn: 1.1,
  school: 1.1,
  whale: 1.2,
  "circus-tent": 1.15,
};
/** The side of the square that a figure of size 1 should seem to fill. */
const EVEN_AREA = 0.86;

/** Places one, two or three heroes, standing, floating or entering from the edge as their art allows. */
export function placeHeroes(stage: Stage, place: Place, framing: Framing): Hero[] {
  const { random, subject, wishes } = stage;
  const { count } = wishes;
  const floating = isFloating(subject, place);
  // Only the upper half of a bust is seen: it must not be small besides.
  const framed = isBust(subject) ? Math.max(framing.scale, 0.98) : framing.scale;
  const base = baseSize(count, floating, place) * wishes.scale * framed * random.between(0.97, 1.03);
  return Array.from({ length: count }, (_, at) => {
    const wanted = base * (count > 1 ? random.between(0.9, 1.06) : 1) * bulk(subject);
    const [fullWidth, fullHeight] = figureSize(subject, wanted);
    const widest = count > 1 ? (WIDEST / count) * 1.15 : WIDEST;
    const size = wanted * Math.min(1, widest / fullWidth, TALLEST / fullHeight);
    const [width, height] = figureSize(subject, size);
    const flip = !readsOneWay(subject) && (count > 1 ? at % 2 === 1 : framing.flip);
    const x =
      count === 1
        ? keepInside(stage.heroX, width, isBust(subject) ? BUST_MARGIN : (place.frame ?? 24))
        : 512 + (at - (count - 1) / 2) * Math.max(base * 0.98, width * 0.92);
    const y = footOf(stage, place, subject, height, floating, at);
    const still = hangs(subject);
    const turn = still ? 0 : floating ? random.between(-9, 9) : wishes.lively ? random.between(-10, 10) : 0;
    const site =
      isMachine(subject) && YELLOWS.has(usualColour(subject) ?? "") ? random.pick(SITE_COLOURS) : undefined;
    const pose = { flip, turn, colour: framing.colour ?? site, wave: random.chance(0.6) };
    const tilt = random.between(-8, 8);
    const hat = wishes.hat
      ? hatOn(subject, wishes.hat, [width, height], { flip, turn }, framing.hatColour, tilt)
      : "";
    // Whoever jumps leaves its shadow on the ground.
    const lift =
      wishes.lively && !floating && !isBust(subject) && place.medium === "ground" ? height * 0.12 : 0;
    const crown = hat ? height * 0.22 : 0;
    const box: Taken = [x - width / 2 - 20, y - height - crown - 20, x + width / 2 + 20, y + 10];
    stage.taken.push(box);
    stage.heroes.add(box);
    return {
      x,
      y: y - lift,
      size,
      width,
      height,
      floating,
      cast: { token: subject, pose, hat },
      svg: figure(subject, 0, 0, size, pose) + hat,
      shadow: still ? "" : shadowOf(place, subject, x, y, width, size, floating, lift > 0),
      perch: perch(subject, x, y - lift, height),
    };
  });
}

function isFloating(token: string, place: Place): boolean {
  if (hangs(token)) return true;
  if (place.medium === "floating") return !isGrounded(token);
  return flies(token) && !isBust(token);
}

function baseSize(count: number, floating: boolean, place: Place): number {
  if (count > 1) return count === 2 ? 400 : 310;
  // A part of every boat is under water.
  if (place.medium === "waves" && !floating) return 620;
  return floating ? 510 : 540;
}

/** What fills its box looks larger than what is long and thin; machines read better a little larger still. */
function bulk(token: string): number {
  if (needsPlush(token)) return 1;
  const [width, height] = figureSize(token, 1);
  const evened = (EVEN_AREA / Math.sqrt(width * height)) ** 0.8;
  const most = height > width ? 1.1 : 1.45;
  return Math.max(0.88, Math.min(evened, most)) * (OUTSIZE[token] ?? (isMachine(token) ? 1.15 : 1));
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
  if (place.roadside && standsAside(token)) return place.roadside;
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
  jumping: boolean,
): string {
  if (isBust(token) || place.medium === "waves") return "";
  if (jumping) return shadow(x, y - 3, width * 0.4, size * 0.055, 0.36);
  if (!floating) return shadow(x, y - 3, width * 0.52, size * 0.075, 0.55);
  return place.medium === "floating" ? "" : shadow(x, place.floor - 4, width * 0.3, size * 0.05, 0.28);
}

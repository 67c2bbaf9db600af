import { darken, lighten } from "../art/colour.ts";
import { figure, figureSize } from "../art/figure.ts";
import { linear, short } from "../art/paint.ts";
import { advanceOf, drawLetter, widthOf } from "../scene/letters.ts";
import type { Random } from "../scene/random.ts";
import { shadow } from "../scene/shapes.ts";
import { flies, isGrounded } from "../scene/traits.ts";
import type { Drawing } from "./cover.ts";
import type { Deck } from "./deck.ts";
import { paintWorld } from "./world.ts";

const RINGS = ["#ff7f9c", "#ff9f4a", "#3fb8a8", "#4f9ff0", "#8f73e6", "#5dbb63"];
const OUTER = 486;
const INNER = 362;
const LARGEST = 104;
const SMALLEST_ON_ONE_ARC = 66;
const WIDEST_ARC = 200;

/** A round badge: one hero in the deck's scenery, the title on the ring around it, nothing outside. */
export function drawLogo(deck: Deck, seed: number, width: number, height: number, random: Random): Drawing {
  const [x, y] = [width / 2, height / 2];
  const colour = RINGS[seed % RINGS.length] ?? "";
  const token =
    deck.cards[Math.floor(seed / RINGS.length) % Math.min(4, deck.cards.length)]?.token ?? "wrapped-gift";
  const floor = y + INNER * 0.74;
  const world = paintWorld(deck, seed, {
    left: x - INNER,
    top: y - INNER,
    width: 2 * INNER,
    height: 2 * INNER,
    floor,
  });
  const clip = `<defs><clipPath id="badge"><circle cx="${x}" cy="${y}" r="${INNER}"/></clipPath></defs>`;
  const scenery = `${clip}<g clip-path="url(#badge)">${world.layers.join("")}</g>`;
  const layers = [ring(x, y, colour), scenery, rim(x, y), hero(token, x, y, floor, world.medium, random)];
  return { width, height, layers: [...layers, ...titleOnRing(deck.title, x, y, colour)] };
}

function ring(x: number, y: number, colour: string): string {
  const paint = linear([
    [0, lighten(colour, 0.25)],
    [1, darken(colour, 0.22)],
  ]);
  return (
    `${paint.defs}<circle cx="${x}" cy="${y}" r="${OUTER + 10}" fill="#fff"/>` +
    `<circle cx="${x}" cy="${y}" r="${OUTER}" fill="${paint.fill}"/>`
  );
}

function rim(x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="${INNER}" fill="none" stroke="#fff" stroke-width="12"/>`;
}

function hero(token: string, x: number, y: number, floor: number, medium: string, random: Random): string {
  const [unitWidth, unitHeight] = figureSize(token, 1);
  const size = Math.min((INNER * 1.5) / unitWidth, (INNER * 1.5) / unitHeight);
  const floats = medium === "floating" ? !isGrounded(token) : flies(token);
  const foot = floats ? y + (unitHeight * size) / 2 : floor;
  const ground = floats ? "" : shadow(x, floor - 3, unitWidth * size * 0.5, size * 0.06, 0.5);
  return ground + figure(token, x, foot, size, { wave: random.chance(0.6), flip: random.chance(0.5) });
}

/** The title over the top of the ring, a long one over the top and along the bottom; stars where no letters are. */
function titleOnRing(title: string, x: number, y: number, colour: string): string[] {
  const middle = (OUTER + INNER) / 2;
  const reach = (middle * WIDEST_ARC * Math.PI) / 180;
  const sizeOf = (text: string, share = 1) =>
    Math.min(LARGEST, (reach * share) / Math.max(0.1, widthOf(text, 1)));
  const [top, bottom] =
    sizeOf(title) >= SMALLEST_ON_ONE_ARC || !title.includes(" ") ? [title, ""] : inHalves(title);
  const size = bottom ? Math.min(sizeOf(top, 0.8), sizeOf(bottom, 0.74)) : sizeOf(top);
  const paint = { fill: "#fff", border: darken(colour, 0.42), shade: "#1b1240" };
  const layers = [arc(top, x, y, middle - size * 0.3, size, paint, 1)];
  if (bottom) layers.push(arc(bottom, x, y, middle + size * 0.34, size, paint, -1));
  const half = (text: string) => (widthOf(text, size) / 2 / middle) * (180 / Math.PI);
  const [from, to] = [title ? half(top) + 9 : 12, bottom ? 180 - half(bottom) - 9 : 181];
  const count = Math.max(0, Math.floor((to - from) / 17));
  for (let at = 0; at <= count && to > from; at += 1) {
    const angle =
      bottom || count === 0
        ? from + ((at + 0.5) * (to - from)) / (count + 1)
        : from + (at * (to - from)) / count;
    for (const side of angle > 179 ? [1] : [1, -1])
      layers.push(star(x, y, middle, angle * side, at % 2 ? 13 : 20));
  }
  return layers;
}

/** Letters around the middle, upright at the top (`side` 1) or at the bottom (-1), read from left to right in both. */
function arc(
  text: string,
  x: number,
  y: number,
  radius: number,
  size: number,
  paint: { fill: string; border: string; shade: string },
  side: 1 | -1,
): string {
  let along = -widthOf(text, size) / 2 + size * 0.06;
  return [...text]
    .map((letter) => {
      const advance = advanceOf(letter, size);
      const angle = (along + advance / 2) / radius;
      along += advance;
      // The pen starts half a letter before the middle of its place on the arc.
      const tilt = angle * side;
      const left = x + Math.sin(angle) * radius - (Math.cos(tilt) * advance) / 2;
      const base = y - Math.cos(angle) * radius * side - (Math.sin(tilt) * advance) / 2;
      return drawLetter(letter, left, base, size, paint, (tilt * 180) / Math.PI);
    })
    .join("");
}

function star(x: number, y: number, radius: number, degrees: number, size: number): string {
  const angle = (degrees * Math.PI) / 180;
  const [cx, cy] = [x + Math.sin(angle) * radius, y - Math.cos(angle) * radius];
  const points = Array.from({ length: 10 }, (_, at) => {
    const reach = at % 2 ? size * 0.48 : size;
    const turn = (at * Math.PI) / 5 + angle;
    return `${short(cx + Math.sin(turn) * reach)},${short(cy - Math.cos(turn) * reach)}`;
  });
  return `<path d="M${points.join("L")}Z" fill="#fff" stroke="#fff" stroke-width="5" stroke-linejoin="round" opacity=".85"/>`;
}

/** The words in two parts of about the same width. */
function inHalves(title: string): [string, string] {
  const words = title.split(" ");
  const cuts = words
    .slice(1)
    .map((_, at): [string, string] => [words.slice(0, at + 1).join(" "), words.slice(at + 1).join(" ")]);
  const widest = ([a, b]: [string, string]) => Math.max(widthOf(a, 1), widthOf(b, 1));
  return cuts.reduce((best, cut) => (widest(cut) < widest(best) ? cut : best), cuts[0] ?? [title, ""]);
}

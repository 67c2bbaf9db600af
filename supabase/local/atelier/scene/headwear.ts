import { figure } from "../art/figure.ts";
import { type Pose, placed } from "../art/sprites.ts";
import { isBust, isUpright, needsPlush } from "./traits.ts";

/** Where a hat sits, in shares of the figure's visible width and height, and its width in shares of the figure's. */
type Crown = [x: number, y: number, width: number];

/** Animals that look to the left stand so in their icons; a flipped hero takes its hat along. */
const CROWNS: Record<string, Crown> = {
  elephant: [0.26, 0.03, 0.34],
  giraffe: [0.14, 0.07, 0.22],
  parrot: [0.25, 0.04, 0.36],
  zebra: [0.16, 0.06, 0.22],
  snake: [0.3, 0.04, 0.32],
  hippopotamus: [0.22, 0.08, 0.26],
  rhinoceros: [0.2, 0.36, 0.22],
  gorilla: [0.31, 0.04, 0.28],
  leopard: [0.2, 0.09, 0.26],
  flamingo: [0.22, 0.03, 0.3],
  sloth: [0.22, 0.3, 0.3],
  peacock: [0.46, 0.23, 0.2],
  turtle: [0.2, 0.26, 0.28],
  orangutan: [0.5, 0.04, 0.34],
  lizard: [0.3, 0.02, 0.34],
  ant: [0.13, 0.26, 0.2],
  snail: [0.17, 0.09, 0.24],
  octopus: [0.5, 0.03, 0.36],
  whale: [0.3, 0.33, 0.34],
  dolphin: [0.26, 0.08, 0.32],
  "tropical-fish": [0.34, 0.06, 0.3],
  shark: [0.34, 0.16, 0.28],
  seal: [0.25, 0.03, 0.32],
  crab: [0.5, 0.33, 0.3],
  jellyfish: [0.5, 0.03, 0.42],
  seahorse: [0.5, 0.08, 0.4],
  orca: [0.24, 0.12, 0.26],
  blowfish: [0.4, 0.14, 0.32],
  shrimp: [0.28, 0.16, 0.28],
  otter: [0.2, 0.03, 0.28],
  fish: [0.34, 0.22, 0.28],
  ewe: [0.19, 0.03, 0.24],
  horse: [0.17, 0.08, 0.22],
  rooster: [0.27, 0.1, 0.26],
  goat: [0.2, 0.18, 0.22],
  duck: [0.28, 0.03, 0.32],
  goose: [0.32, 0.04, 0.32],
  mouse: [0.2, 0.3, 0.22],
  ram: [0.2, 0.14, 0.22],
  turkey: [0.18, 0.06, 0.2],
  llama: [0.2, 0.06, 0.22],
  ox: [0.22, 0.1, 0.22],
  deer: [0.22, 0.2, 0.2],
  chipmunk: [0.28, 0.08, 0.26],
  badger: [0.2, 0.08, 0.2],
  beaver: [0.24, 0.07, 0.28],
  skunk: [0.3, 0.52, 0.18],
  bison: [0.2, 0.12, 0.22],
  kangaroo: [0.17, 0.14, 0.2],
  "two-hump-camel": [0.18, 0.06, 0.18],
  poodle: [0.24, 0.03, 0.26],
  eagle: [0.24, 0.4, 0.22],
  swan: [0.2, 0.03, 0.24],
  dove: [0.2, 0.17, 0.22],
  bug: [0.2, 0.22, 0.26],
  worm: [0.12, 0.3, 0.18],
  scorpion: [0.48, 0.52, 0.22],
  sauropod: [0.14, 0.03, 0.24],
  mammoth: [0.26, 0.14, 0.28],
  dragon: [0.28, 0.18, 0.26],
  dodo: [0.3, 0.04, 0.28],
  bird: [0.22, 0.05, 0.3],
  "black-cat": [0.24, 0.13, 0.24],
  hedgehog: [0.28, 0.36, 0.22],
  "lady-beetle": [0.5, 0.1, 0.28],
  beetle: [0.5, 0.13, 0.26],
  honeybee: [0.15, 0.25, 0.2],
  starfish: [0.5, 0.04, 0.26],
  mermaid: [0.8, 0.1, 0.24],
  fairy: [0.5, 0.04, 0.24],
  genie: [0.24, 0.04, 0.26],
  "t-rex": [0.24, 0.02, 0.26],
  unicorn: [0.42, 0.1, 0.26],
};

/** Whether the figure can wear a hat; what cannot has it lying beside it. */
export function wearsHats(token: string): boolean {
  return crownOf(token) !== null;
}

/** The hat on the head of a figure of that width and height in that pose, drawn around the figure's foot; empty for none. */
export function hatOn(
  token: string,
  hat: string,
  [width, height]: [number, number],
  pose: Pose,
  colour: string | undefined,
  tilt: number,
): string {
  const crown = crownOf(token);
  if (!crown) return "";
  const [x, y, share] = crown;
  const drawn = figure(hat, (x - 0.5) * width, (y - 1) * height, width * share, { turn: tilt, colour });
  return `<g transform="${placed(0, 0, pose)}">${drawn}</g>`;
}

function crownOf(token: string): Crown | null {
  const known = CROWNS[token];
  if (known) return known;
  if (needsPlush(token)) return [0.5, 0.07, 0.42];
  if (isBust(token)) return token === "moose" ? null : [0.5, 0.04, 0.42];
  return isUpright(token) ? [0.5, 0.07, 0.4] : null;
}

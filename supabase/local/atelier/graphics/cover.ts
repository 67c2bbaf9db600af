import type { Random } from "../scene/random.ts";
import type { Card, Deck } from "./deck.ts";
import { placeHeroes, type Room, sizeInRoom } from "./heroes.ts";
import { drawTitle } from "./title.ts";
import { paintWorld, type World } from "./world.ts";

/** Layers of a graphic back to front; its shorter side is 1000 units. */
export type Drawing = {
  width: number;
  height: number;
  layers: string[];
  /** A layer that only tints what lies behind it: no sheet of paper, and no shadow. */
  veil?: string;
};

const PANORAMA = 2.3;

/** A banner: the deck's heroes in its scenery under its title, or on both sides of it when the banner is a long one. */
export function drawCover(deck: Deck, seed: number, width: number, height: number, random: Random): Drawing {
  const isLong = width / height >= PANORAMA;
  const floor = height * (height > width ? 0.93 : 0.91);
  const world = paintWorld(deck, seed, { left: 0, top: 0, width, height, floor });
  const title = isLong
    ? { x: width / 2, y: height * 0.1, width: width * 0.44, height: height * 0.78 }
    : {
        x: width / 2,
        y: height * 0.045,
        width: width * 0.9,
        height: height * (height > width * 1.2 ? 0.3 : 0.38),
      };
  const largest = isLong ? height * 0.42 : Math.min(height * 0.24, width * 0.22);
  const top = deck.title ? title.y + title.height : height * 0.1;
  const rooms = isLong ? sides(width, height, floor) : rows(width, top, floor);
  const cast = castFor(deck.cards, rooms, world.medium, random);
  const heroes = rooms.flatMap((room, at) => placeHeroes(cast[at] ?? [], room, world, random));
  return { width, height, layers: [...world.layers, ...heroes, drawTitle(deck.title, title, largest, seed)] };
}

/** One row of heroes, and a second one behind it where the cover is tall. */
function rows(width: number, top: number, floor: number): Room[] {
  const room = { left: width * 0.04, width: width * 0.92 };
  const space = floor - top;
  if (space < width * 1.05) return [{ ...room, floor, height: space * 0.98 }];
  return [
    { ...room, floor: floor - space * 0.46, height: space * 0.5 },
    { ...room, floor, height: space * 0.5 },
  ];
}

function sides(width: number, height: number, floor: number): Room[] {
  const room = { width: width * 0.24, floor, height: height * 0.8 };
  return [
    { ...room, left: width * 0.025 },
    { ...room, left: width * 0.735 },
  ];
}

const MOST = 6;
const LEAST = 3;
/** Heroes are too many when they take less of their room's height than this. */
const LARGE_ENOUGH = 0.45;

/** Three to six cards shared out over the rooms: as many as can be shown large. */
function castFor(cards: Card[], rooms: Room[], medium: World["medium"], random: Random): string[][] {
  const distinct = [...new Map(cards.map(({ token }) => [token, token])).values()];
  // The first cards of a deck are its most typical; the seed chooses among them.
  const order = random.shuffle(distinct.slice(0, Math.max(MOST, Math.ceil(distinct.length * 0.7))));
  for (let count = Math.min(MOST, order.length); ; count -= 1) {
    const shared = rooms.map((_, at) =>
      order.slice(0, count).filter((_token, index) => index % rooms.length === at),
    );
    const isLarge = rooms.every(
      (room, at) => !shared[at]?.length || sizeInRoom(shared[at], room, medium) >= LARGE_ENOUGH,
    );
    if (isLarge || count <= LEAST) return shared;
  }
}

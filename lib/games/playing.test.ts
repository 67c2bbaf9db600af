import { describe, expect, it } from "vitest";
import fc from "../../tests/setup/properties.ts";
import type { Card } from "../universes/schema.ts";
import { choose, isHinted, newChoosing } from "./choosing.ts";
import { levels } from "./level.ts";
import { type Box, nearest } from "./nearest.ts";
import { isOpen, newPairs, type Pairs, pairTiles, turnOver } from "./pairs.ts";

const nothing = { fr: null, en: null, es: null, it: null, de: null };
const deck = (count: number): Card[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `card ${at}`,
    sort_order: at,
    names: nothing,
    texts: nothing,
    placeholder_color: null,
    image_url: `/media/${at}.webp`,
    video_url: null,
    model3d_url: null,
    speech: nothing,
  }));
const [fox, owl, bee] = deck(3) as [Card, Card, Card];

describe("a choice", () => {
  const round = { choices: [fox, owl, bee], answer: 1 };

  it("that is wrong is greyed and the right one still there; what comes after the right one changes nothing", () => {
    const missed = choose(round, newChoosing, 0);
    expect(missed).toEqual({ wrong: [0], isFound: false });
    expect(choose(round, missed, 0)).toBe(missed);
    const found = choose(round, missed, 1);
    expect(found).toEqual({ wrong: [0], isFound: true });
    expect(choose(round, found, 2)).toBe(found);
  });

  it("is helped after one miss on the first level, two on the second, and never on the third", () => {
    const once = choose(round, newChoosing, 0);
    const twice = choose(round, once, 2);
    expect(
      levels.map((level) => [isHinted(level, newChoosing), isHinted(level, once), isHinted(level, twice)]),
    ).toEqual([
      [false, true, true],
      [false, false, true],
      [false, false, false],
    ]);
    expect(isHinted(1, choose(round, once, 1))).toBe(false);
  });
});

describe("pairs", () => {
  it("lie twice each, more of them on each level, even in a deck of four", () => {
    const counts = (cards: number) => levels.map((level) => pairTiles(deck(cards), level, 5).length / 2);
    expect(counts(4)).toEqual([2, 3, 4]);
    expect(counts(7)).toEqual([3, 6, 7]);
    expect(counts(30)).toEqual([3, 6, 10]);
    for (const level of levels) {
      const tiles = pairTiles(deck(12), level, 9);
      expect(tiles).toEqual(pairTiles(deck(12), level, 9));
      for (const tile of tiles) expect(tiles.filter(({ id }) => id === tile.id)).toHaveLength(2);
    }
  });

  it("stay open once found; two that differ turn back with the next choice, which counts", () => {
    const tiles = [fox, owl, fox, owl];
    const one = turnOver(tiles, newPairs(2), 0);
    expect(turnOver(tiles, one, 0)).toBe(one);
    const differing = turnOver(tiles, one, 1);
    expect(differing.open).toEqual([0, 1]);
    const next = turnOver(tiles, differing, 1);
    expect(next.open).toEqual([1]);
    const found = turnOver(tiles, next, 3);
    expect(found).toMatchObject({ open: [], found: [1, 3] });
    expect(turnOver(tiles, found, 3)).toBe(found);
    expect([0, 1, 2, 3].map((place) => isOpen(found, place))).toEqual([false, true, false, true]);
  });

  it("begin with a look at everything on the first level, for as long as the child likes", () => {
    const start = newPairs(1);
    expect(isOpen(start, 3)).toBe(true);
    expect(turnOver([fox, owl, fox, owl], start, 2)).toEqual({ open: [], found: [], isPeeking: false });
  });

  it("are all found in the end by who remembers what it has seen, whatever the seed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 30 }),
        fc.constantFrom(...levels),
        fc.nat(),
        (cards, level, seed) => {
          const tiles = pairTiles(deck(cards), level, seed);
          let state: Pairs = { ...newPairs(level), isPeeking: false };
          const seen = new Map<string, number>();
          for (const [place, tile] of tiles.entries()) {
            const twin = seen.get(tile.id);
            state = turnOver(tiles, state, place);
            if (twin !== undefined && !state.found.includes(place)) {
              // Turned over as the second of two that differ: both turn back, then the two that belong together are chosen.
              if (state.open.length === 2) state = turnOver(tiles, state, place);
              state = turnOver(tiles, state, twin);
            }
            seen.set(tile.id, place);
          }
          expect([...state.found].sort((one, other) => one - other)).toEqual(tiles.map((_, place) => place));
        },
      ),
    );
  });
});

describe("an arrow", () => {
  // Three above, two below in the middle.
  const boxes: Box[] = [
    [0, 0],
    [100, 0],
    [200, 0],
    [50, 100],
    [150, 100],
  ].map(([left = 0, top = 0]) => ({ left, top, width: 90, height: 90 }));

  it("leads to the nearest that way, stays at the edge, and begins with the first", () => {
    expect(nearest(boxes, 0, "ArrowRight")).toBe(1);
    expect(nearest(boxes, 2, "ArrowDown")).toBe(4);
    expect(nearest(boxes, 4, "ArrowLeft")).toBe(3);
    expect(nearest(boxes, 3, "ArrowUp")).toBe(0);
    expect(nearest(boxes, 0, "ArrowLeft")).toBe(0);
    expect(nearest(boxes, -1, "ArrowDown")).toBe(0);
    expect(nearest([], -1, "ArrowDown")).toBeNull();
    expect(nearest(boxes, 0, "Enter")).toBeNull();
  });

  it("reaches every tile from every other, however many there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 7 }), (count, columns) => {
        const grid = Array.from({ length: count }, (_, at) => {
          const row = Math.floor(at / columns);
          // The last row stands in the middle, as the tiles do.
          const inRow = Math.min(columns, count - row * columns);
          const left = ((at % columns) + (columns - inRow) / 2) * 100;
          return { left, top: row * 100, width: 90, height: 90 };
        });
        const reached = new Set([0]);
        for (const at of reached)
          for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"])
            reached.add(nearest(grid, at, key) ?? at);
        expect(reached.size).toBe(count);
      }),
    );
  });
});

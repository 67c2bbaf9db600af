import { createHash } from "node:crypto";
import { type Concept, foldWord, type Language } from "../art/catalogue.ts";

/** A repeatable stream of numbers from 0 to 1 for a seed. */
function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}

/** A seed from 0 to 2^31-1 that depends on nothing but the value. */
export function seedOf(value: unknown): number {
  const digest = createHash("sha256").update(JSON.stringify(value)).digest();
  return digest.readUInt32BE(0) >>> 1;
}

/**
 * Puts a list whose most typical items come first into an order of its own for the seed: an item may move by about
 * `reach` of the list's length, so the typical ones still lead.
 */
export function stir<Item>(items: readonly Item[], seed: number, reach: number): Item[] {
  const draw = drawsFrom(seed);
  const distance = Math.max(4, items.length * reach);
  return items
    .map((item, rank) => ({ item, place: rank + draw() * distance }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Interleaves lists: the first of each, the second of each, and so on, without repeating an item. */
export function interleave<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row]));
  return [...new Set(rows.flat().filter((item) => item !== undefined))] as Item[];
}

/** Collects concepts whose names differ in every language, since a deck never shows one word twice. */
export function createHand(taken: readonly string[]) {
  const words = new Set(taken.map(foldWord));
  const keys = new Set<string>(taken);
  const hand: Concept[] = [];
  const namesOf = (concept: Concept) => {
    const order: Language[] = ["fr", "en", "es", "it", "de"];
    return order.map((language) => `${language}:${foldWord(concept.names[language])}`);
  };
  return {
    hand,
    /** Takes the concept unless it is excluded or shares a name with one taken before. */
    take(concept: Concept): boolean {
      const names = namesOf(concept);
      const isTaken =
        keys.has(concept.key) || names.some((name) => words.has(name) || words.has(name.slice(3)));
      if (isTaken) return false;
      keys.add(concept.key);
      for (const name of names) words.add(name);
      hand.push(concept);
      return true;
    },
  };
}

import type { Names } from "../contract/languages.ts";
import {
  type CardChange,
  type CardField,
  type Changes,
  cardFields,
  type UniverseField,
  universeFields,
} from "./schema.ts";

type Value = unknown;

/** A card as far as it is compared. */
export type ComparedCard = { id: string; sort_order: number; names: Names } & Record<
  (typeof cardFields)[number],
  Value
>;

/** A release, or a draft as it would be one. */
export type Compared = { assets: ComparedCard[] } & Record<(typeof universeFields)[number], Value>;

/** Addresses of the pictures, which lie elsewhere before and after. */
export interface Pictures {
  before: (card: ComparedCard) => string | null;
  after: (card: ComparedCard) => string | null;
}

/** Both sides come from the database, which writes the keys of an object in one order. */
const isSame = (one: Value, other: Value) => JSON.stringify(one) === JSON.stringify(other);

function differing<Field extends string>(
  fields: readonly Field[],
  one: Record<Field, Value>,
  other: Record<Field, Value>,
) {
  return fields
    .filter((field) => !isSame(one[field], other[field]))
    .map((field) => field.replace(/_path$/, ""));
}

/** The places of a longest rising row of numbers: what stays where it is when as little as possible moves. */
function longestRise(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, at) => {
    let length = tails.findIndex((place) => (numbers[place] ?? 0) >= number);
    if (length < 0) length = tails.length;
    before[at] = tails[length - 1];
    tails[length] = at;
  });
  const stays = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = before[at]) stays.add(at);
  return stays;
}

/** What children would notice if `now` were published in place of `live`, card by card in the order of now. */
export function compareReleases(live: Compared | null, now: Compared, pictures: Pictures): Changes {
  const side = (card: ComparedCard, picture: (card: ComparedCard) => string | null) => ({
    sort_order: card.sort_order,
    names: card.names,
    image_url: picture(card),
  });
  const change = (
    before: ComparedCard | undefined,
    after: ComparedCard | undefined,
    fields: CardField[] = [],
  ): CardChange => ({
    asset_id: (after ?? before)?.id ?? "",
    ...(before ? { before: side(before, pictures.before) } : {}),
    ...(after ? { after: side(after, pictures.after) } : {}),
    fields,
  });
  const old = new Map((live?.assets ?? []).map((card) => [card.id, card]));
  const kept = now.assets.flatMap((card) => {
    const before = old.get(card.id);
    return before ? [{ card, before }] : [];
  });
  const ids = new Set(now.assets.map(({ id }) => id));
  const stays = longestRise(kept.map(({ before }) => before.sort_order));
  return {
    added: now.assets.filter(({ id }) => !old.has(id)).map((card) => change(undefined, card)),
    removed: [...old.values()].filter(({ id }) => !ids.has(id)).map((card) => change(card, undefined)),
    changed: kept.flatMap(({ card, before }) => {
      const fields = differing(cardFields, before, card) as CardField[];
      return fields.length > 0 ? [change(before, card, fields)] : [];
    }),
    moved: kept.filter((_, at) => !stays.has(at)).map(({ card, before }) => change(before, card)),
    universe: live ? (differing(universeFields, live, now) as UniverseField[]) : [],
  };
}

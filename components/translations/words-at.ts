import type { Language } from "@/lib/contract/languages";
import type { Asset } from "@/lib/drafts/schema";
import { readWord, type WordField } from "@/lib/language-check/finding";
import { type Block, isInside, type Spot } from "@/lib/translations/grid-moves";
import { placeKey, type WordPlace } from "@/lib/translations/words";
import type { Held } from "./use-word-edits";

/** A cell of the table, and the card of its row. */
export interface CardPlace extends WordPlace {
  card: Asset;
}

interface Table {
  cards: readonly Asset[];
  languages: readonly Language[];
  field: WordField;
  block: Block;
  held: ReadonlyMap<string, Held>;
}

/** What the cells of the table are about: the one at a spot, those that are marked, and what is read in them. */
export function wordsAt({ cards, languages, field, block, held }: Table) {
  const placeOf = ({ row, column }: Spot): CardPlace | null => {
    const [card, language] = [cards[row], languages[column]];
    return card && language ? { card, cardId: card.id, language, field } : null;
  };
  const marked = (): CardPlace[] =>
    cards.flatMap((_, row) =>
      languages.flatMap((__, column) => {
        const place = isInside(block, { row, column }) ? placeOf({ row, column }) : null;
        return place ?? [];
      }),
    );
  const textOf = (place: CardPlace): string | null => {
    const own = held.get(placeKey(place));
    return own ? own.value : readWord(place.card, place.language, field);
  };
  return { placeOf, marked, textOf };
}

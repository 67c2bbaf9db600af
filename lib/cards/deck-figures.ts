import type { Asset } from "../drafts/schema.ts";
import type { MadePiece } from "./queries.ts";

/** Cards that could not be made for the same reason. */
export interface Failure<Card> {
  /** As the job told it. */
  code: string;
  cards: Card[];
}

/** Why cards were not made, the most common reason first; cards keep their order. */
export function failuresByReason<Card extends Pick<Asset, "error_code">>(
  cards: readonly Card[],
): Failure<Card>[] {
  const byCode = Map.groupBy(
    cards.filter(({ error_code }) => error_code !== null),
    ({ error_code }) => error_code as string,
  );
  return [...byCode]
    .map(([code, failed]) => ({ code, cards: failed }))
    .toSorted((one, other) => other.cards.length - one.cards.length);
}

/** In the order in which they hang on each other: a new picture makes the film old, so it comes first. */
const pieceOrder: readonly MadePiece[] = ["image", "text", "speech", "video", "model3d"];

/** Pieces that are older than what they were made from, with their cards. */
export interface StalePiece<Card> {
  piece: MadePiece;
  cards: Card[];
}

/** What could be made again because words or pictures changed since; nothing for pieces that all are fresh. */
export function stalePieces<Card extends Pick<Asset, "stale">>(cards: readonly Card[]): StalePiece<Card>[] {
  return pieceOrder
    .map((piece) => ({ piece, cards: cards.filter(({ stale }) => stale.includes(piece)) }))
    .filter((found) => found.cards.length > 0);
}

import type { Language } from "../contract/languages.ts";
import type { CheckedCard, Verdict } from "./finding.ts";
import { foldName, withoutAccents } from "./fold.ts";

const nameOf = (card: CheckedCard, language: Language) => foldName(card.names[language] ?? "", language);

/** Cards that bear the same name in a language, each with the cards whose name it shares. */
export function findNamesakes(
  cards: readonly CheckedCard[],
  language: Language,
): Map<string, readonly CheckedCard[]> {
  const groups = Map.groupBy(
    cards.filter(({ names }) => names[language]),
    (card) => withoutAccents(nameOf(card, language)),
  );
  const shared = [...groups.values()].filter((group) => group.length > 1);
  return new Map(shared.flatMap((group) => group.map((card) => [card.id, group])));
}

/**
 * Two cards with one name. Some words have two meanings (`rose` is a flower and a colour): where the cards differ in
 * another language, or by an accent, it is no more than a hint.
 */
export function checkDuplicate(
  card: CheckedCard,
  namesakes: readonly CheckedCard[],
  language: Language,
  languages: readonly Language[],
): Verdict {
  const isSame = (other: CheckedCard) =>
    other.id !== card.id &&
    languages.every(
      (one) => !card.names[one] || !other.names[one] || nameOf(card, one) === nameOf(other, one),
    );
  const isCertain = namesakes.some(isSame) && nameOf(card, language) !== "";
  return { rule: "duplicate_name", severity: isCertain ? "warning" : "hint" };
}

import { type Language, languages } from "../../contract/languages.ts";
import { checkDeck } from "../check-deck.ts";
import type { CheckedCard, CheckedTexts, Finding } from "../finding.ts";

type Names = Partial<Record<Language, string>>;

const noTexts: CheckedTexts = { speak_as: null, alt_text: null, fun_fact: null, needs_review: false };

/** A card with these names and no others. */
export function cardOf(
  id: string,
  names: Names,
  texts: Partial<Record<Language, Partial<CheckedTexts>>> = {},
): CheckedCard {
  return {
    id,
    names: { fr: null, en: null, es: null, it: null, de: null, ...names },
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, text]) => [language, { ...noTexts, ...text }]),
    ),
  };
}

/** A deck in one language, each name a card. */
export function deckOf(language: Language, ...names: string[]): CheckedCard[] {
  return names.map((name, at) => cardOf(`${at}`, { [language]: name }));
}

/** What is found in the names of one language, as `name: rule → fix`; missing alternative texts are left out. */
export function foundIn(cards: CheckedCard[], language: Language): string[] {
  return checkDeck(cards, [language])
    .filter(({ rule }) => rule !== "missing_alt")
    .map((finding) => told(cards, finding));
}

/** What is found in a text of a card that has a name in every language. */
export function foundInText(language: Language, field: "alt_text" | "fun_fact", text: string): string[] {
  const names = Object.fromEntries(languages.map((one) => [one, one === "de" ? "Löwe" : "lion"]));
  const card = cardOf("a", names, { [language]: { alt_text: "Un.", [field]: text } });
  return checkDeck([card], [language])
    .filter((finding) => finding.field === field)
    .map(({ rule, fix }) => (fix === undefined ? rule : `${rule} → ${fix}`));
}

function told(cards: CheckedCard[], { cardId, language, rule, fix }: Finding): string {
  const name = cards.find(({ id }) => id === cardId)?.names[language];
  return `${name}: ${rule}${fix === undefined ? "" : ` → ${fix}`}`;
}

import type { Language } from "../contract/languages.ts";
import type { Asset } from "../drafts/schema.ts";
import type { AssetPatch } from "./schema.ts";

/** The language in which ideas are shown and typed: the reader's, where the deck has it, else the deck's first. */
export function wordLanguage(reader: Language, languages: readonly Language[]): Language {
  return languages.includes(reader) ? reader : (languages[0] ?? reader);
}

/** What a card is called in this language; what it is about, while it has no name there. */
export function ideaName({ names, concept }: Pick<Asset, "names" | "concept">, language: Language): string {
  return names[language] ?? concept;
}

/**
 * The change that makes another idea of a card: the names in the other languages were those of the old one, and go. The
 * same word written otherwise only corrects the name. Null when nothing changes.
 */
export function renamed(card: Asset, language: Language, text: string): AssetPatch | null {
  const name = text.trim();
  const before = ideaName(card, language);
  if (!name || name === before) return null;
  if (name.toLocaleLowerCase(language) === before.toLocaleLowerCase(language))
    return { names: { [language]: name } };
  const others = Object.entries(card.names).filter(([code, other]) => code !== language && other !== null);
  return {
    concept: name,
    names: { ...Object.fromEntries(others.map(([code]) => [code, null])), [language]: name },
  };
}

/** The list with one of its items at another place; the nearest one where there is no such place. */
export function moved<Item>(list: readonly Item[], item: Item, place: number): Item[] {
  const others = list.filter((one) => one !== item);
  return others.toSpliced(Math.max(0, Math.min(place, others.length)), 0, item);
}

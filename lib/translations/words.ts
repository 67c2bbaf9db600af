import type { EditAssets } from "../cards/schema.ts";
import { type Language, languageSchema } from "../contract/languages.ts";
import { line } from "../contract/text.ts";
import { type CheckedCard, readWord, type WordField, wordFields } from "../language-check/finding.ts";
import type { WordEdit } from "../language-check/mend-deck.ts";

/** A place in the table, whatever stands there. */
export type WordPlace = Omit<WordEdit, "value">;

/** A change, and what the person saw there when it began. */
export interface SeenEdit extends WordEdit {
  seen: string | null;
}

/** The most characters that a card keeps, as the API counts them. */
export const mostCharacters: Record<WordField, number> = {
  name: 100,
  speak_as: 200,
  alt_text: 250,
  fun_fact: 500,
  story: 1000,
};

/** One key for one place. */
export const placeKey = ({ cardId, language, field }: WordPlace): string => `${cardId} ${language} ${field}`;

/** What was typed as it will be kept: null for nothing, `undefined` for what is too long or cannot be read. */
export function tidyWord(text: string, field: WordField): string | null | undefined {
  if (text.trim() === "") return null;
  return line(mostCharacters[field]).safeParse(text).data;
}

/** How to say a name, and what is told of it, hang on the name. */
export function canHold(card: CheckedCard, language: Language, field: WordField): boolean {
  return field === "name" || readWord(card, language, "name") !== null;
}

type Item = EditAssets["items"][number];

function fieldOf({ language, field }: WordPlace, value: string | null): Partial<Item> {
  return field === "name" ? { names: { [language]: value } } : { texts: { [language]: { [field]: value } } };
}

/** Changes of many places as one change of cards; every place once. */
export function toItems(edits: readonly SeenEdit[]): Item[] {
  const items = new Map<string, Item>();
  for (const edit of edits) {
    const item = items.get(edit.cardId) ?? { id: edit.cardId, expected: {} };
    const expected = merge(item.expected ?? {}, fieldOf(edit, edit.seen));
    items.set(edit.cardId, { ...merge(item, fieldOf(edit, edit.value)), expected } as Item);
  }
  return [...items.values()];
}

function merge<Tree extends object>(tree: Tree, other: object): Tree {
  const merged = { ...tree } as Record<string, unknown>;
  for (const [key, value] of Object.entries(other)) {
    const before = merged[key];
    const areTrees =
      typeof value === "object" && value !== null && typeof before === "object" && before !== null;
    merged[key] = areTrees ? merge(before, value) : value;
  }
  return merged as Tree;
}

/** The place that a path of an answer is about (`items.3.names.de`, `items.0.texts.fr.alt_text`); null for others. */
export function placeAt(path: string, items: readonly Item[]): WordPlace | null {
  const [, at, kind, code, text] = /^items\.(\d+)\.(names|texts)\.(\w+)(?:\.(\w+))?$/.exec(path) ?? [];
  const cardId = items[Number(at)]?.id;
  const language = languageSchema.safeParse(code).data;
  const field = kind === "names" ? "name" : wordFields.find((name) => name === text);
  return cardId && language && field ? { cardId, language, field } : null;
}

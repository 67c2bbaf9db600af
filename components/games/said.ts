import type { Line } from "@/components/viewer/sound/sound";
import { linesOf } from "@/components/viewer/spoken";
import type { Language } from "@/lib/contract/languages";
import type { Card } from "@/lib/universes/schema";

/** What a card says in this language: nothing where it has no name there. */
export function saidBy(card: Card | undefined, language: Language): Line[] {
  const text = card?.names[language];
  return card && text ? linesOf(card, [{ text, language }]) : [];
}

/** What only the voice of the device can say. */
export function readAloud(text: string, language: Language): Line {
  return { url: null, text, language };
}

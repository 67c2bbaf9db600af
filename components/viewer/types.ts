import type { Language } from "@/lib/contract/languages";
import type { Card } from "@/lib/universes/schema";

/** The words of the viewer in one language; they change with the language of the cards. */
export interface ViewerWords {
  language: string;
  next: string;
  previous: string;
  listen: string;
  languages: string;
  progress: string;
  end: string;
  again: string;
}

export interface ViewerProps {
  name: string;
  cards: Card[];
  languages: Language[];
  /** The language to begin with. */
  language: Language;
  words: Record<Language, ViewerWords>;
}

import { findConcept, foldWord, type Language } from "../art/catalogue.ts";
import { allThemes } from "./lexicon.ts";
import { identify } from "./search.ts";

export interface Translation {
  /** Key of the concept or theme, null for a word that is not known. */
  key: string | null;
  known: boolean;
  names: Record<Language, string>;
}

/**
 * The name of one thing in all five languages, or the title of a theme. The language of the label, where known, decides
 * between words that mean different things. An unknown word stays as it was typed.
 */
export function nameIn(label: string, language?: Language): Translation {
  const text = label.trim();
  const concept = findConcept(text, language);
  if (concept) return { key: concept.key, known: true, names: concept.names };
  const folded = foldWord(text);
  const theme = allThemes().find(({ names }) =>
    Object.values(names).some((name) => foldWord(name) === folded),
  );
  if (theme) return { key: theme.key, known: true, names: theme.names };
  const similar = identify(text, language);
  if (similar) return { key: similar.key, known: true, names: similar.names };
  return { key: null, known: false, names: { fr: text, en: text, es: text, it: text, de: text } };
}

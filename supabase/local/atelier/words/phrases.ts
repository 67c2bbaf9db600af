import { allConcepts, findNamed, foldWord, LANGUAGES } from "../art/catalogue.ts";
import { findWord } from "./more-words.ts";
import type { Theme } from "./theme.ts";
import { isTypo, stem, wordsOf } from "./tokens.ts";

interface Word {
  text: string;
  root: string;
  /** The text without a plural's ending. */
  one: string;
}

interface Phrase {
  theme: Theme;
  words: string[];
}

/** A theme that a text speaks of. */
export interface Hit {
  theme: Theme;
  /** How well and how much of the text it explains. */
  score: number;
  /** Which of the asked words it explains. */
  explained: Set<number>;
}

const readWord = (text: string): Word => ({ text, root: stem(stem(text)), one: text.replace(/[sx]$/, "") });

/** How surely two words mean the same: 1 for the same word, less for a shared stem or a mistyped word, else 0. */
function likeness(asked: Word, known: Word, mayBeTypo: boolean): number {
  if (asked.text === known.text) return 1;
  if (asked.root === known.root && (asked.root.length >= 4 || asked.one === known.one)) return 0.8;
  if (mayBeTypo && isTypo(asked.text, known.text)) return 0.6;
  return 0;
}

/** Every word that is said of a thing. */
const tagWords = new Set(
  allConcepts().flatMap(({ tags }) =>
    LANGUAGES.flatMap((language) => tags[language].flatMap((tag) => foldWord(tag).split(" "))),
  ),
);

/** A word that means something needs no other letters. */
const isOtherwiseKnown = (text: string) =>
  tagWords.has(text) || findNamed(text, null) !== null || findWord(text) !== null;

/** Finds the themes whose words and phrases a text holds. */
export function createPhraseBook(themes: readonly Theme[]) {
  const phrases: Phrase[] = themes.flatMap((theme) =>
    theme.words.map((text) => ({ theme, words: wordsOf(text) })),
  );
  const vocabulary = new Map(
    phrases.flatMap(({ words }) => words).map((text) => [text, readWord(text)] as const),
  );
  const byRoot = new Map<string, Word[]>();
  for (const word of vocabulary.values()) byRoot.set(word.root, [...(byRoot.get(word.root) ?? []), word]);
  const byWord = new Map<string, Phrase[]>();
  for (const phrase of phrases)
    for (const word of phrase.words) byWord.set(word, [...(byWord.get(word) ?? []), phrase]);
  const isKnown = (word: string) => vocabulary.has(word) || byRoot.has(stem(stem(word)));

  /** For each known word, the asked word that is likest to it. */
  function compare(texts: readonly string[]): Map<string, { index: number; value: number }> {
    const likest = new Map<string, { index: number; value: number }>();
    texts.forEach((text, index) => {
      const asked = readWord(text);
      const kin = byRoot.get(asked.root) ?? [];
      const mayBeTypo = text.length >= 5 && kin.length === 0 && !isOtherwiseKnown(text);
      for (const known of mayBeTypo ? vocabulary.values() : kin) {
        const value = likeness(asked, known, mayBeTypo);
        if (value > (likest.get(known.text)?.value ?? 0)) likest.set(known.text, { index, value });
      }
    });
    return likest;
  }

  return {
    /** Whether the word, in whatever number, stands in a phrase. */
    isKnown,
    /** Whether exactly this word stands in a phrase. */
    holds: (word: string) => vocabulary.has(word),
    /** All phrases that these folded words hold, best first, those named earlier first among equals. */
    match(texts: readonly string[]): Hit[] {
      const likest = compare(texts);
      const near = new Set([...likest.keys()].flatMap((word) => byWord.get(word) ?? []));
      // In the lexicon's own order, because that decides between equals.
      const held = phrases.filter(
        (phrase) => near.has(phrase) && phrase.words.every((word) => likest.has(word)),
      );
      const hits = held.map(({ theme, words }) => {
        const found = words.flatMap((word) => likest.get(word) ?? []);
        const explained = new Set(found.map(({ index }) => index));
        const quality = found.reduce((sum, { value }) => sum + value, 0) / words.length;
        return { theme, score: explained.size * quality * (theme.isBroad ? 0.5 : 1), explained };
      });
      const place = ({ explained }: Hit) => Math.min(...explained);
      return hits.sort((a, b) => b.score - a.score || place(a) - place(b));
    },
  };
}

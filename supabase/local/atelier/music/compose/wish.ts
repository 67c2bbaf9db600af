import { foldWord, LANGUAGES, type Language } from "../../art/catalogue.ts";
import { findThemes } from "../../words/lexicon.ts";
import type { Tune } from "../tunes/tune.ts";
import { findTuneIn } from "../tunes/tunes.ts";
import type { PitchedVoice } from "../voices/names.ts";
import type { Ambience } from "./colours.ts";
import { ambienceWords, type Genre, genreWords, instrumentWords, type Mood, moodWords } from "./words.ts";

/** What somebody wants to hear, as far as their words tell. */
export interface Wish {
  theme: string | null;
  mood: Mood | null;
  genre: Genre | null;
  language: Language | null;
  /** A tune that was asked for by name. */
  tune: Tune | null;
  /** Instruments that were named, in their order. */
  instruments: readonly PitchedVoice[];
  ambience: Exclude<Ambience, null> | null;
}

/** The texts in which people say what they want. */
export interface WishTexts {
  theme?: string | null;
  template?: string | null;
  mood?: string | null;
  genre?: string | null;
  prompt?: string | null;
  language?: string | null;
}

function isMeant(pattern: string, word: string): boolean {
  return pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** The keys of `table` that the text speaks of, each by its longest pattern, in the order of the text. */
function spokenOf<Key extends string>(text: string, table: Partial<Record<Key, string>>): Key[] {
  const patterns = (Object.entries(table) as [Key, string][]).flatMap(([key, words]) =>
    words.split(/\s+/).map((pattern) => ({ key, pattern })),
  );
  patterns.sort((a, b) => b.pattern.length - a.pattern.length);
  // Without its accent a market would be a march.
  const words = foldWord(text.replace(/marché/gi, "")).split(" ");
  const found = words.map((word) => patterns.find(({ pattern }) => isMeant(pattern, word))?.key);
  return [...new Set(found.filter((key) => key !== undefined))];
}

const firstSpokenOf = <Key extends string>(text: string, table: Record<Key, string>): Key | null =>
  spokenOf(text, table)[0] ?? null;

function themeIn(text: string | null | undefined, except?: string): string | null {
  return text ? (findThemes(text).find(({ key }) => key !== except)?.key ?? null) : null;
}

/** Reads a wish from free words in any of the five languages; a field of its own counts before the prompt. */
export function readWish({ theme, template, mood, genre, prompt, language }: WishTexts): Wish {
  const asked = [genre, mood, prompt].filter(Boolean).join(". ");
  return {
    theme: themeIn(theme) ?? themeIn(template) ?? themeIn(prompt, "music"),
    mood: firstSpokenOf(mood ?? "", moodWords) ?? firstSpokenOf(`${prompt ?? ""} ${genre ?? ""}`, moodWords),
    genre:
      firstSpokenOf(genre ?? "", genreWords) ??
      firstSpokenOf(prompt ?? "", genreWords) ??
      firstSpokenOf(mood ?? "", genreWords),
    language: LANGUAGES.find((known) => known === language?.slice(0, 2).toLowerCase()) ?? null,
    instruments: spokenOf(asked, instrumentWords),
    ambience: firstSpokenOf(prompt ?? "", ambienceWords),
    tune: findTuneIn(asked) ?? findTuneIn(theme ?? ""),
  };
}

import type { Line, Sound } from "@/components/viewer/sound/sound";
import type { ViewerWords } from "@/components/viewer/types";
import type { Language } from "@/lib/contract/languages";
import type { GameName } from "@/lib/games/offer";
import type { Card } from "@/lib/universes/schema";

/** The words of the games in one language. */
export interface GameWords {
  title: string;
  close: string;
  others: string;
  names: Record<GameName, string>;
  /** What a child is asked to do; said too, where the device has a voice. */
  ask: Record<GameName, string>;
  levels: { easy: string; medium: string; hard: string };
  partner: string;
  card: string;
  peeked: string;
  right: string;
  wrong: string;
  rounds: string;
  pairs: string;
  done: string;
  harder: string;
}

/** What all games share: the cards, the words, and the one owner of sound. */
export interface Stage {
  cards: readonly Card[];
  languages: readonly Language[];
  language: Language;
  words: GameWords;
  viewerWords: Record<Language, ViewerWords>;
  sound: Sound;
  canSay: (lines: readonly Line[]) => boolean;
}

import type { GameWords } from "@/components/games/types";
import type { Language } from "@/lib/contract/languages";
import type { Card } from "@/lib/universes/schema";
import type { DeviceWords } from "./offline/device-words";

/** The words for children in one language; they change with the language of the cards. */
export interface ViewerWords {
  language: string;
  next: string;
  previous: string;
  start: string;
  listen: string;
  film: string;
  figure: string;
  figureFailed: string;
  picture: string;
  fact: string;
  music: string;
  languages: string;
  progress: string;
  end: string;
  again: string;
  mix: string;
  games: string;
  adults: string;
  newCards: string;
}

/** The words for the adults beside them, in the language of the page. */
export interface AdultWords {
  close: string;
  gate: string;
  gateText: string;
  hold: string;
  sum: string;
  open: string;
  wrong: string;
  title: string;
  kept: string;
  forget: string;
  second: string;
  none: string;
  textSize: string;
  sizes: { normal: string; large: string; huge: string };
  contrast: string;
  contrastText: string;
  calm: string;
  calmText: string;
  quiet: string;
  quietText: string;
  reading: string;
  readingText: string;
  music: string;
  volume: string;
  scan: string;
  scanText: string;
  pace: string;
  seconds: string;
  slideshow: string;
  mix: string;
  inOrder: string;
  fullScreen: string;
  requests: string;
  requestsText: string;
  leave: string;
  report: string;
  share: string;
  classMode: string;
  device: DeviceWords;
}

export interface ViewerProps {
  name: string;
  cards: Card[];
  musicUrl: string | null;
  languages: Language[];
  /** The language to begin with. */
  language: Language;
  words: Record<Language, ViewerWords>;
  /** In the languages of the universe. */
  gameWords: Partial<Record<Language, GameWords>>;
  /** Null where adults have nothing to choose: on somebody else's page. */
  adultWords: AdultWords | null;
  /** What is published here; a preview is neither kept nor renewed. */
  shown?: { slug: string; release: number } | undefined;
}

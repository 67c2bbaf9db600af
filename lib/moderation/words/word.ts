/** One way to read a word. `disguised`: letters were replaced or hidden, which nobody does by chance. */
export interface Form {
  plain: string;
  accented: string;
  disguised: boolean;
  /** Written as nobody writes a word of another language: spelled out, drawn out, in odd letters or with marks between. */
  odd?: boolean;
}

/** A word of the text, in each way in which it can be read; `start` and `end` say where it stands. */
export interface Word {
  forms: Form[];
  start: number;
  end: number;
  /** Words between the same spaces have the same number. */
  chunk: number;
  sentence: number;
  emoji: boolean;
  /** True for one letter alone, or one digit or sign that may stand for one. */
  single: boolean;
  /** True for a piece of a longer word that may be there by chance ("drapeau"): it counts in phrases only. */
  chance?: boolean;
}

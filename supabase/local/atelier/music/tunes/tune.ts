import type { Language } from "../../art/catalogue.ts";
import type { Meter } from "../score.ts";

/** A tune that anybody may play: nobody holds rights in it any more. */
export interface Tune {
  key: string;
  /** Its names where it is sung, which prompts may ask for. */
  titles: Partial<Record<Language, string>>;
  /** Who made it and when it was first written down or printed. */
  source: string;
  meter: Meter;
  /** Faster or slower than an invented melody of that mood: quarter notes only bear more speed. */
  pace: number;
  /** Keys of themes that it fits; a tune without any fits all. */
  themes: readonly string[];
  /** Moods that it fits. */
  moods: readonly string[];
  /**
   * Its phrases. Melody: degrees of the scale with `'` and `,` for octaves, `0` for rests, `:` for the length in quarters
   * (in eighths in 6/8; 1 where none is given), bars parted by `|`, an upbeat behind `~`. Chords: degrees, sharing their
   * bar equally.
   */
  phrases: Readonly<Record<string, { melody: string; chords: string }>>;
  /** Orders of phrases that make a whole. */
  forms: readonly string[];
}

/** How texts are to be written. */
export interface Manner {
  tone: Tone;
  /** Short words and short sentences, for children of up to four. */
  isForSmall: boolean;
  seed: number;
}

export const tones = ["playful", "calm", "factual"] as const;
export type Tone = (typeof tones)[number];

/** The oldest age, in years, that gets the texts for small children. */
export const smallUpTo = 4;

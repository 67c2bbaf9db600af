import type { Meter } from "../score.ts";
import type { Genre, Mood } from "./words.ts";

type Range = readonly [slowest: number, fastest: number];

/** Beats per minute by mood; a beat of 6/8 is a dotted quarter. */
const ranges: Record<Mood, Record<Meter, Range>> = {
  calm: { "4/4": [64, 82], "3/4": [76, 98], "6/8": [42, 56] },
  dreamy: { "4/4": [68, 88], "3/4": [80, 104], "6/8": [46, 62] },
  joyful: { "4/4": [104, 126], "3/4": [128, 162], "6/8": [84, 106] },
  playful: { "4/4": [108, 132], "3/4": [132, 168], "6/8": [88, 112] },
  adventurous: { "4/4": [112, 136], "3/4": [138, 172], "6/8": [94, 118] },
};

const paceOfGenre: Partial<Record<Genre, number>> = { lullaby: 0.94, march: 0.97, jazz: 1.04 };

/** The tempi that suit a mood and a genre, in beats per minute. */
export function tempoRange(mood: Mood, genre: Genre, meter: Meter, pace: number): Range {
  const [slowest, fastest] = ranges[mood][meter];
  const factor = (paceOfGenre[genre] ?? 1) * pace;
  return [slowest * factor, fastest * factor];
}

/** Turns beats into seconds: eighths swing where asked, and the last bar may take its time. */
export interface Clock {
  secondsAt(beat: number): number;
}

/**
 * A clock for `beats` beats in `seconds`. `swing` is the share of a beat that its first eighth takes (0.5 is straight);
 * `slowing` says how much longer the last `slowBeats` beats take in sum, and the rest makes up for it.
 */
export function createClock(
  { beats, seconds, swing }: { beats: number; seconds: number; swing: number },
  { slowBeats, slowing }: { slowBeats: number; slowing: number },
): Clock {
  const stretched = (beat: number) => {
    const into = Math.max(0, beat - (beats - slowBeats));
    return beat + (slowing * into * into) / slowBeats;
  };
  const unit = seconds / stretched(beats);
  return {
    secondsAt(beat) {
      const whole = Math.floor(beat + 1e-6);
      const rest = Math.max(0, beat - whole);
      const swung = rest < 0.5 ? rest * 2 * swing : swing + (rest - 0.5) * 2 * (1 - swing);
      return stretched(whole + swung) * unit;
    },
  };
}

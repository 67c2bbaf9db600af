import { beatsPerBar, type Meter, type Phrase } from "../score.ts";

/** Seconds from the beginning of the last bar until its chord has rung out, and the least that follows that bar. */
const lastBarSeconds = 3.6;
const leastRingOut = 1;

/** The tempo at which so many beats, with the ringing of the last bar, last `seconds`. */
function tempoFor(beats: number, lastBar: number, seconds: number): number {
  const tempo = ((beats - lastBar) * 60) / (seconds - lastBarSeconds);
  const isLongBar = (lastBar * 60) / tempo > lastBarSeconds - leastRingOut;
  return isLongBar ? (beats * 60) / (seconds - leastRingOut) : tempo;
}

/** One way to fill the time: an introduction, phrases, a coda. */
export interface Body {
  /** Phrases by letter. */
  phrases: Readonly<Record<string, Phrase>>;
  /** Letters in their order. */
  order: string;
}

export interface Form extends Body {
  introBars: number;
  codaBars: number;
  /** Beats per minute that make the piece exactly as long as asked. */
  tempo: number;
}

const lengths = [
  { introBars: 1, codaBars: 1, cost: 0 },
  { introBars: 2, codaBars: 1, cost: 0.02 },
  { introBars: 2, codaBars: 2, cost: 0.03 },
  { introBars: 1, codaBars: 2, cost: 0.03 },
  { introBars: 4, codaBars: 1, cost: 0.12 },
  { introBars: 0, codaBars: 1, cost: 0.12 },
  { introBars: 0, codaBars: 0, cost: 0.3 },
];

/** Bars of the phrases in their order. */
export function barsOf({ phrases, order }: Body): number {
  return [...order].reduce((sum, letter) => sum + (phrases[letter]?.bars ?? 0), 0);
}

/**
 * Chooses among bodies the one which fills `seconds` at a tempo nearest to `wanted` (beats per minute), inside `range` where
 * that can be. The tempo then makes it exact.
 */
export function chooseForm(
  bodies: readonly Body[],
  meter: Meter,
  seconds: number,
  { wanted, range }: { wanted: number; range: readonly [number, number] },
): Form {
  let best: Form | null = null;
  let least = Number.POSITIVE_INFINITY;
  bodies.forEach((body, index) => {
    for (const { introBars, codaBars, cost } of lengths) {
      const beats = (introBars + barsOf(body) + codaBars) * beatsPerBar[meter];
      const tempo = tempoFor(beats, beatsPerBar[meter], seconds);
      const outside = Math.max(0, range[0] / tempo - 1, tempo / range[1] - 1);
      const total = Math.abs(Math.log(tempo / wanted)) + 6 * outside + cost + 0.015 * index;
      if (total < least) [best, least] = [{ ...body, introBars, codaBars, tempo }, total];
    }
  });
  if (!best) throw new Error("There is no tune to play.");
  return best;
}

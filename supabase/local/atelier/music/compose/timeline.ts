import { beatsPerBar, type Chord, type MelodyNote } from "../score.ts";
import type { Plan } from "./plan.ts";

/** A stretch of the piece, with beats counted from its beginning. */
export interface Stretch {
  kind: "intro" | "phrase" | "coda";
  /** Letter of the phrase; empty elsewhere. */
  letter: string;
  /** How often this phrase was heard before. */
  heard: number;
  start: number;
  bars: number;
  melody: readonly MelodyNote[];
  chords: readonly Chord[];
  /** 0..1: how full it sounds. */
  fullness: number;
}

const later = <T extends { at: number }>(items: readonly T[], by: number): T[] =>
  items.map((item) => ({ ...item, at: item.at + by }));

/** The chord that leads home in each mode. */
const leading = { major: 4, lydian: 4, mixolydian: 6, dorian: 6 } as const;

function introChords({ form, key, meter }: Plan): Chord[] {
  const full = beatsPerBar[meter];
  return Array.from({ length: form.introBars }, (_, bar) => {
    const isLast = bar === form.introBars - 1 && form.introBars > 1;
    return { at: bar * full, beats: full, root: isLast ? leading[key.mode] : bar === 1 ? 3 : 0 };
  });
}

function codaChords({ form, key, meter }: Plan, start: number): Chord[] {
  const full = beatsPerBar[meter];
  const roots = form.codaBars === 2 ? [key.mode === "dorian" ? 3 : leading[key.mode], 0] : [0];
  return roots.map((root, bar) => ({ at: start + bar * full, beats: full, root }));
}

/** No note of a melody sounds into the next one, which may be an upbeat of the phrase that follows. */
function takeTurns(stretches: readonly Stretch[]): Stretch[] {
  const starts = stretches.flatMap(({ melody }) => melody.map(({ at }) => at)).sort((a, b) => a - b);
  return stretches.map((stretch) => ({
    ...stretch,
    melody: stretch.melody.map((note) => {
      const next = starts.find((at) => at > note.at + 1e-6) ?? Number.POSITIVE_INFINITY;
      return { ...note, beats: Math.min(note.beats, next - note.at) };
    }),
  }));
}

/** Lays introduction, phrases and coda one behind the other. The second number is the length of all in beats. */
export function layOut(plan: Plan): { stretches: Stretch[]; beats: number } {
  const { form, meter } = plan;
  const full = beatsPerBar[meter];
  const stretches: Stretch[] = [];
  let start = 0;
  if (form.introBars > 0) {
    const chords = introChords(plan);
    stretches.push({
      kind: "intro",
      letter: "",
      heard: 0,
      start,
      bars: form.introBars,
      melody: [],
      chords,
      fullness: 0.45,
    });
    start += form.introBars * full;
  }
  const letters = [...form.order];
  letters.forEach((letter, index) => {
    const phrase = form.phrases[letter];
    if (!phrase) throw new Error(`The form has no phrase ${letter}.`);
    const heard = letters.slice(0, index).filter((other) => other === letter).length;
    const share = letters.length > 1 ? index / (letters.length - 1) : 1;
    const fullness = letter === "B" ? 0.75 : 0.6 + 0.4 * share;
    const { melody, chords, bars } = phrase;
    stretches.push({
      kind: "phrase",
      letter,
      heard,
      start,
      bars,
      melody: later(melody, start),
      chords: later(chords, start),
      fullness,
    });
    start += bars * full;
  });
  if (form.codaBars > 0) {
    const chords = codaChords(plan, start);
    stretches.push({
      kind: "coda",
      letter: "",
      heard: 0,
      start,
      bars: form.codaBars,
      melody: [],
      chords,
      fullness: 0.8,
    });
    start += form.codaBars * full;
  }
  return { stretches: takeTurns(stretches), beats: start };
}

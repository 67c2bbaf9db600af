import { beatsPerBar, type Chord, type MelodyNote, type Meter, type Phrase } from "../score.ts";

const noteShape = /^([0-7])([',]*)(?::(\d*\.?\d+))?$/;

/** Length in beats of a `1` in the notation: a quarter, or an eighth in 6/8, where three make a beat. */
const unitOf: Record<Meter, number> = { "4/4": 1, "3/4": 1, "6/8": 1 / 3 };

interface Written {
  beats: number;
  /** Null is a rest. */
  degree: number | null;
}

function readNote(text: string, meter: Meter): Written {
  const match = noteShape.exec(text);
  if (!match) throw new Error(`"${text}" is not a note.`);
  const [, digit = "0", marks = "", length = "1"] = match;
  const beats = Number(length) * unitOf[meter];
  if (digit === "0") return { beats, degree: null };
  const octave = [...marks].reduce((sum, mark) => sum + (mark === "'" ? 1 : -1), 0);
  return { beats, degree: Number(digit) - 1 + 7 * octave };
}

const sumOf = (notes: readonly Written[]) => notes.reduce((sum, { beats }) => sum + beats, 0);

function place(notes: readonly Written[], from: number): MelodyNote[] {
  let at = from;
  return notes.flatMap(({ beats, degree }) => {
    const start = at;
    at += beats;
    return degree === null ? [] : [{ at: start, beats, degree }];
  });
}

function readMelody(text: string, meter: Meter): { notes: MelodyNote[]; bars: number } {
  const bars = text.split("|").map((bar) => bar.trim());
  const upbeat = bars[0]?.startsWith("~") ? bars.shift() : undefined;
  const notesOf = (bar: string) =>
    bar
      .replace("~", "")
      .trim()
      .split(/\s+/)
      .map((note) => readNote(note, meter));
  const before = upbeat ? notesOf(upbeat) : [];
  const full = beatsPerBar[meter];
  const notes = bars.flatMap((bar, index) => {
    const written = notesOf(bar);
    if (Math.abs(sumOf(written) - full) > 1e-6) throw new Error(`Bar "${bar}" does not fill ${meter}.`);
    return place(written, index * full);
  });
  return { notes: [...place(before, -sumOf(before)), ...notes], bars: bars.length };
}

function readChords(text: string, meter: Meter): Chord[] {
  const full = beatsPerBar[meter];
  return text.split("|").flatMap((bar, index) => {
    const roots = bar.trim().split(/\s+/).map(Number);
    const beats = full / roots.length;
    return roots.map((root, turn) => ({ at: index * full + turn * beats, beats, root: root - 1 }));
  });
}

/** Reads a phrase in the notation of `Tune`. Throws when a bar is not full or the chords do not cover the melody. */
export function readPhrase(written: { melody: string; chords: string }, meter: Meter): Phrase {
  const { notes, bars } = readMelody(written.melody, meter);
  const chords = readChords(written.chords, meter);
  const last = chords.at(-1);
  if (!last || Math.abs(last.at + last.beats - bars * beatsPerBar[meter]) > 1e-6)
    throw new Error(`The chords "${written.chords}" do not cover ${bars} bars.`);
  if (chords.some(({ root }) => !Number.isInteger(root) || root < 0 || root > 6))
    throw new Error(`"${written.chords}" has a chord on no degree.`);
  return { bars, melody: notes, chords };
}

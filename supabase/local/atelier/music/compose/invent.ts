import type { Random } from "../../scene/random.ts";
import { type Mode, wrap } from "../scale.ts";
import { beatsPerBar, type Chord, type MelodyNote, type Meter, type Phrase } from "../score.ts";
import { chordAt, drawChords, type Ending } from "./harmony.ts";
import { faultsOf, inventLine } from "./melodic-line.ts";
import { cellBeats, drawCell, drawEnd } from "./rhythm.ts";
import type { Mood } from "./words.ts";

/** What a melody is invented for. */
export interface MelodyWish {
  meter: Meter;
  mode: Mode;
  mood: Mood;
  /** Cells of one phrase: 2 or 4. */
  cells: 2 | 4;
}

/** Notes on which a phrase may rest, by its ending: the fifth, second or leading note ask; the tonic answers. */
const restsOf: Record<Ending, readonly number[]> = { open: [4, 1, 6], closed: [0], bridge: [4, 1] };

/** The tones on which a phrase may rest over its last chord. */
function restsOver(ending: Ending, chords: readonly Chord[]): readonly number[] {
  const root = chords.at(-1)?.root ?? 0;
  const tones = [0, 2, 4].map((third) => wrap(root + third, 7));
  const usual = restsOf[ending].filter((degree) => tones.includes(degree));
  return usual.length > 0 ? usual : tones.filter((degree) => degree !== 0);
}

/** The same line, moved so that it begins in the chord which sounds then; null where that is too high or too low. */
function sequence(line: readonly MelodyNote[], by: number, chords: readonly Chord[]): MelodyNote[] | null {
  const first = line[0];
  if (!first) return null;
  for (const shift of [-1, 1, -2, 2, 0]) {
    const degree = first.degree + shift;
    if (![0, 2, 4].includes(wrap(degree - chordAt(chords, first.at + by).root, 7))) continue;
    const moved = line.map((note) => ({ ...note, at: note.at + by, degree: note.degree + shift }));
    if (moved.every((note) => note.degree >= -1 && note.degree <= 8)) return moved;
  }
  return null;
}

type Song = Record<"A" | "a" | "B", Phrase>;

const drafts = 6;

function draftSong(wish: MelodyWish, random: Random): Song {
  const { meter, mode, mood, cells } = wish;
  const cell = cellBeats[meter];
  const beats = cells * cell;
  const bars = beats / beatsPerBar[meter];

  function phrase(ending: Ending, from: number, middle: number, busier: number): Phrase {
    const chords = drawChords(mode, ending, cells, beats, random);
    const bounds = { chords, lowest: ending === "bridge" ? 0 : -1, highest: 8 };
    const motifCell = drawCell(meter, mood, random, busier, 2);
    const opening = [motifCell, drawCell(meter, mood, random, busier)];
    const callCells = cells === 2 ? opening.slice(0, 1) : opening;
    const anywhere = [0, 1, 2, 4, 5];
    const call = inventLine(
      { ...bounds, rhythm: callCells.flat(), at: 0, from, middle, rests: anywhere },
      random,
    );
    const half = beats / 2;
    const motif = call.filter(({ at }) => at < cell - 1e-6);
    const answered = cells === 4 ? (sequence(motif, half, chords) ?? []) : [];
    const restAt = half + (answered.length > 0 ? cell : 0);
    const tail = drawEnd(meter, mood, random, ending === "closed");
    const needsCell = cells === 4 && answered.length === 0;
    const rhythm = needsCell ? [...(opening[0] ?? []), ...tail] : tail;
    const before = [...call, ...answered];
    const last = before.at(-1)?.degree ?? from;
    const answer = inventLine(
      { ...bounds, rhythm, at: restAt, from: last, middle: last - 1, rests: restsOver(ending, chords) },
      random,
      before,
    );
    return { bars, melody: [...before, ...answer], chords };
  }

  /** The asking phrase with another end, which comes home. */
  function comeHome(asking: Phrase): Phrase {
    const closing = drawChords(mode, "closed", cells, beats, random);
    const turn = beats - (cells === 2 ? cell : 1.5 * cell);
    const kept = asking.melody.filter(({ at }) => at < turn - 1e-6);
    const chords = [
      ...asking.chords.filter(({ at }) => at < beats / 2 - 1e-6),
      ...closing.filter(({ at }) => at >= beats / 2 - 1e-6),
    ];
    const end = kept.at(-1);
    const at = end ? end.at + end.beats : turn;
    const lead = beats - cell - at;
    const rhythm = [...(lead > 1e-6 ? [lead] : []), ...drawEnd(meter, mood, random, true)];
    const from = end?.degree ?? 2;
    const tail = inventLine(
      { rhythm, at, chords, from, middle: from - 1, rests: restsOf.closed, lowest: -1, highest: 8 },
      random,
      kept,
    );
    return { bars: asking.bars, melody: [...kept, ...tail], chords };
  }

  const start = random.pick([0, 2, 4]);
  const A = phrase("open", start, start + random.pick([2, 3, -2]), 0);
  const B = phrase("bridge", start + random.pick([2, 3]), 5, random.pick([-0.3, 0.2]));
  return { A, a: comeHome(A), B };
}

/**
 * Invents the phrases of a song: A asks, `a` says the same and comes home, B goes elsewhere, higher, and leads back. Each
 * phrase is a call and an answer that takes up its rhythm. Of several drafts the most singable one is kept.
 */
export function inventPhrases(wish: MelodyWish, random: Random): Song {
  const songs = Array.from({ length: drafts }, () => draftSong(wish, random));
  const faultsOfSong = (song: Song) =>
    Object.values(song).reduce((sum, { melody, chords }) => sum + faultsOf(melody, chords), 0);
  return songs.reduce((best, song) => (faultsOfSong(song) < faultsOfSong(best) ? song : best));
}

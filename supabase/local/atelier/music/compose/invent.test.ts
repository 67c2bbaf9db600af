import { describe, expect, it } from "vitest";
import { createRandom } from "../../scene/random.ts";
import { type Mode, wrap } from "../scale.ts";
import { beatsPerBar, type Meter, type Phrase } from "../score.ts";
import { chordAt } from "./harmony.ts";
import { inventPhrases } from "./invent.ts";
import { faultsOf } from "./melodic-line.ts";
import { type Mood, moods } from "./words.ts";

const kinds = (["4/4", "3/4", "6/8"] as Meter[]).flatMap((meter) =>
  (["major", "lydian", "mixolydian", "dorian"] as Mode[]).flatMap((mode) =>
    ([2, 4] as const).map((cells) => ({ meter, mode, cells })),
  ),
);

const songs = kinds.flatMap((kind) =>
  (moods as readonly Mood[]).map((mood) => {
    const wish = { ...kind, mood };
    return { wish, song: inventPhrases(wish, createRandom(JSON.stringify(wish))) };
  }),
);
const phrases = songs.flatMap(({ wish, song }) => Object.values(song).map((phrase) => ({ wish, phrase })));

const endOf = ({ melody }: Phrase) => melody.at(-1);
const stepsOf = ({ melody }: Phrase) =>
  melody.slice(1).map(({ degree }, index) => Math.abs(degree - (melody[index]?.degree ?? degree)));

describe("an invented melody", () => {
  it("fills its bars exactly, note after note", () => {
    for (const { wish, phrase } of phrases) {
      let at = 0;
      for (const note of phrase.melody) {
        expect(note.at).toBeCloseTo(at, 6);
        at += note.beats;
      }
      expect(at).toBeCloseTo(phrase.bars * beatsPerBar[wish.meter], 6);
    }
  });

  it("asks in its first phrase and comes home in the second, on the tonic over its chord", () => {
    for (const { song } of songs) {
      expect(wrap(endOf(song.a)?.degree ?? 1, 7)).toBe(0);
      expect(song.a.chords.at(-1)?.root).toBe(0);
      expect(wrap(endOf(song.A)?.degree ?? 0, 7)).not.toBe(0);
      const half = song.A.melody.filter(({ at }) => at < (endOf(song.A)?.at ?? 0) / 2);
      expect(song.a.melody.slice(0, half.length)).toEqual(half);
      expect(song.B.melody).not.toEqual(song.A.melody);
    }
  });

  it("rests at each end on a tone of the chord", () => {
    for (const { phrase } of phrases) {
      const last = endOf(phrase);
      const root = chordAt(phrase.chords, last?.at ?? 0).root;
      expect([0, 2, 4, 6]).toContain(wrap((last?.degree ?? 0) - root, 7));
    }
  });

  it("can be sung: mostly steps, no wide leaps, not much more than an octave", () => {
    const steps = phrases.flatMap(({ phrase }) => stepsOf(phrase));
    expect(steps.filter((step) => step <= 1).length / steps.length).toBeGreaterThan(0.55);
    expect(steps.filter((step) => step > 4).length / steps.length).toBeLessThan(0.03);
    for (const { phrase } of phrases) {
      const degrees = phrase.melody.map(({ degree }) => degree);
      expect(Math.max(...degrees) - Math.min(...degrees)).toBeLessThanOrEqual(10);
    }
  });

  it("has more notes when it plays than when it calms", () => {
    const notesOf = (mood: Mood) =>
      phrases
        .filter(({ wish }) => wish.mood === mood)
        .reduce((sum, { phrase }) => sum + phrase.melody.length, 0);
    expect(notesOf("playful")).toBeGreaterThan(1.1 * notesOf("calm"));
  });

  it("is chosen by rules that know a bad line from a good one", () => {
    const chords = [{ at: 0, beats: 4, root: 0 }];
    const line = (degrees: number[]) => degrees.map((degree, at) => ({ at, beats: 1, degree }));
    const good = faultsOf(line([0, 1, 2, 4]), chords);
    expect(faultsOf(line([0, 7, 1, 8]), chords)).toBeGreaterThan(good + 10);
    expect(faultsOf(line([2, 2, 2, 2]), chords)).toBeGreaterThan(good + 4);
    expect(faultsOf(line([0, 3, 6, 3]), chords)).toBeGreaterThan(good + 5);
  });
});

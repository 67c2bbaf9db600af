import { createRandom } from "../../scene/random.ts";
import { chordAt } from "../compose/harmony.ts";
import type { Plan } from "../compose/plan.ts";
import type { Stretch } from "../compose/timeline.ts";
import { beatsPerBar, type Chord, type ScoreNote } from "../score.ts";
import type { PitchedVoice } from "../voices/names.ts";
import { readFigure } from "./figures.ts";
import { accompaniments, basses } from "./patterns.ts";
import { bassPitch, voicingOf } from "./voicing.ts";

/** Lowest pitch of accompanying chords: below the melody, above the bass, where the voice sounds best. */
const lowestTones: Partial<Record<PitchedVoice, number>> = {
  ukulele: 57,
  kalimba: 57,
  pizzicato: 55,
  "plucked-synth": 55,
  harp: 53,
  vibraphone: 53,
};

/** Chords in figures, the bass and the pad, bar by bar. The last bar of a coda is one chord that rings out. */
export function playBacking(plan: Plan, stretches: readonly Stretch[]): ScoreNote[] {
  const { band, key, meter, genre } = plan;
  const random = createRandom(`${plan.seed} backing`);
  const full = beatsPerBar[meter];
  const figure = readFigure(random.pick(accompaniments[genre][meter] ?? ["x"]));
  const bassFigures = basses[genre][meter];
  const bassFigure = bassFigures ? readFigure(random.pick(bassFigures)) : null;
  const notes: ScoreNote[] = [];
  const lowest = lowestTones[band.accompaniment] ?? 50;
  const isSevenths = genre === "jazz";
  const strum = band.accompaniment === "ukulele" || band.accompaniment === "guitar" ? 0.03 : 0;

  function accompany(chords: readonly Chord[], bar: number, loudness: number): void {
    for (const { token, at, steps } of figure.tokens) {
      const beat = bar + (at * full) / figure.count;
      const tones = voicingOf(chordAt(chords, beat), key, lowest, isSevenths);
      const beats = (steps * full) / figure.count;
      const spread = [...tones, (tones[0] ?? lowest) + 12];
      const struck = token === "x" ? tones : [spread[Math.min(Number(token), spread.length - 1)] ?? lowest];
      const isDown = Math.abs(beat - Math.round(beat)) < 1e-6;
      const order = isDown ? struck : struck.toReversed();
      order.forEach((pitch, turn) => {
        const pan = token === "x" ? -0.3 : -0.35 + 0.14 * (turn + Number(token));
        const accent = (at === 0 ? 1 : isDown ? 0.85 : 0.72) * random.between(0.92, 1.04);
        notes.push({
          section: "accompaniment",
          voice: band.accompaniment,
          beat: beat + turn * strum,
          beats: Math.max(beats, 0.4),
          pitch,
          loudness: 0.6 * loudness * accent,
          pan,
        });
      });
    }
  }

  function addBass(beat: number, beats: number, pitch: number, loudness: number): void {
    notes.push({ section: "bass", voice: band.bass, beat, beats: beats * 0.92, pitch, loudness, pan: 0 });
  }

  function walk(chords: readonly Chord[], bar: number, next: Chord): void {
    for (let turn = 0; turn < full; turn += 1) {
      const beat = bar + turn;
      const chord = chordAt(chords, beat);
      const target = turn === full - 1 ? next : chordAt(chords, beat + 1);
      const isChange = turn === 0 || chord.at === beat;
      let pitch = bassPitch(chord, key, isChange ? 1 : random.pick([3, 5, 8]));
      if (target.root !== chord.root && !isChange) pitch = bassPitch(target, key) + random.pick([-1, 2]);
      addBass(beat, 1, pitch, turn % 2 === 0 ? 0.9 : 0.78);
    }
  }

  function playBass(chords: readonly Chord[], bar: number): void {
    if (!bassFigure) return;
    const beatOf = (at: number) => bar + (at * full) / bassFigure.count;
    for (const { token, at, steps } of bassFigure.tokens) {
      const chord = chordAt(chords, beatOf(at));
      const isChange = Math.abs(chord.at - beatOf(at)) < 1e-6;
      const pitch = bassPitch(chord, key, isChange ? 1 : Number(token));
      addBass(beatOf(at), (steps * full) / bassFigure.count, pitch, at === 0 ? 0.95 : 0.8);
    }
  }

  function ringOut(chord: Chord, start: number): void {
    const tones = [...voicingOf(chord, key, lowest), bassPitch(chord, key) + 24];
    tones.forEach((pitch, turn) => {
      notes.push({
        section: "accompaniment",
        voice: band.accompaniment,
        beat: start + turn * 0.06,
        beats: full,
        pitch,
        loudness: 0.6,
        pan: -0.3 + turn * 0.2,
      });
    });
    addBass(start, full, bassPitch(chord, key), 0.85);
  }

  function playPad(chords: readonly Chord[], upTo: number, loudness: number): void {
    if (!band.pad) return;
    for (const { at, beats, root } of chords) {
      if (at >= upTo - 1e-6) continue;
      voicingOf({ at, beats, root }, key, 57).forEach((pitch, turn) => {
        notes.push({
          section: "pad",
          voice: band.pad ?? "warm-pad",
          beat: at,
          beats,
          pitch,
          loudness,
          pan: (turn - 1) * 0.6,
        });
      });
    }
  }

  stretches.forEach((stretch, index) => {
    const { kind, start, bars, chords, fullness } = stretch;
    playPad(chords, start + bars * full, fullness);
    const following = stretches[index + 1]?.chords[0] ?? { at: 0, beats: full, root: 0 };
    for (let bar = 0; bar < bars; bar += 1) {
      const beat = start + bar * full;
      if (kind === "coda" && bar === bars - 1) {
        ringOut(chordAt(chords, beat), beat);
        continue;
      }
      accompany(chords, beat, 0.7 + 0.3 * fullness);
      if (kind === "intro" && bar === 0 && bars > 1) continue;
      if (bassFigure) playBass(chords, beat);
      else walk(chords, beat, bar === bars - 1 ? following : chordAt(chords, beat + full));
    }
  });
  return notes;
}

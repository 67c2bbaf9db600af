import { createRandom } from "../../scene/random.ts";
import { chordAt } from "../compose/harmony.ts";
import type { Plan } from "../compose/plan.ts";
import type { Stretch } from "../compose/timeline.ts";
import { pitchOf, wrap } from "../scale.ts";
import { beatsPerBar, type MelodyNote, type ScoreNote } from "../score.ts";
import type { PitchedVoice } from "../voices/names.ts";
import { registers } from "./registers.ts";

const isStrong = (beat: number) => Math.abs(beat - Math.round(beat)) < 1e-6;

/** The melody, the voice that goes along below it, and what answers in its pauses. */
export function playMelody(plan: Plan, stretches: readonly Stretch[]): ScoreNote[] {
  const { band, key, meter, mood } = plan;
  const random = createRandom(`${plan.seed} melody part`);
  const full = beatsPerBar[meter];
  const swapsInBridge = random.chance(0.5);
  const goesTogether = mood === "calm" ? random.chance(0.4) : random.chance(0.75);
  const answers = mood === "calm" ? 0.35 : 0.65;
  const notes: ScoreNote[] = [];

  function play(section: "lead" | "answer", voice: PitchedVoice, note: MelodyNote, loudness: number): void {
    const pitch = pitchOf(note.degree, key.tonic, key.mode) + (registers[voice] ?? 0);
    const pan = section === "lead" ? 0.08 : -0.28;
    notes.push({ section, voice, beat: note.at, beats: note.beats * 0.96, pitch, loudness, pan });
  }

  function sing(stretch: Stretch): void {
    const { melody, chords, start, heard, letter } = stretch;
    const voice = letter === "B" && swapsInBridge ? band.answer : band.lead;
    const peak = Math.max(...melody.map(({ degree }) => degree));
    melody.forEach((note, index) => {
      const next = melody[index + 1];
      // A note that comes again is let go earlier, so that it is heard to come again.
      const held = next?.degree === note.degree ? { ...note, beats: note.beats * 0.8 } : note;
      const accent = isStrong((note.at - start) / full) ? 0.95 : isStrong(note.at) ? 0.86 : 0.76;
      play("lead", voice, held, accent * (0.86 + 0.14 * (1 - (peak - note.degree) / 8)));
      const isAlong =
        goesTogether && (heard > 0 || letter === "B") && (isStrong(note.at) || note.beats >= 0.5);
      if (!isAlong) return;
      const { root } = chordAt(chords, note.at);
      const below = [2, 3, 4, 5].find((step) => [0, 2, 4].includes(wrap(note.degree - step - root, 7))) ?? 2;
      play("answer", voice, { ...held, degree: note.degree - below }, 0.5);
    });
  }

  /** A few rising or falling chord tones while the melody rests at the end of a phrase. */
  function answer({ melody, chords, start, bars }: Stretch, upTo: number): void {
    const last = melody.at(-1);
    const end = Math.min(start + bars * full, upTo);
    const pause = last ? end - last.at - 1 : 0;
    if (!last || pause < 1 - 1e-6 || !random.chance(answers)) return;
    const step = meter === "6/8" ? 1 / 3 : 0.5;
    const count = Math.min(4, Math.floor(pause / step));
    const { root } = chordAt(chords, end - step);
    const shape = random.pick([
      [0, 2, 4, 7],
      [7, 4, 2, 0],
      [4, 7, 4, 2],
    ]);
    for (let turn = 0; turn < count; turn += 1) {
      const degree = wrap(root, 7) + (shape[turn] ?? 0) - (root > 3 ? 7 : 0);
      const at = end - (count - turn) * step;
      play("answer", band.answer, { at, beats: step, degree }, 0.55 + 0.06 * turn);
    }
  }

  /** The last bar: the tonic, spread upwards and left to ring; before it an echo, where there is time for one. */
  function takeLeave({ start, bars, chords }: Stretch): void {
    if (bars === 2) {
      const { root } = chordAt(chords, start);
      const from = root > 3 ? root - 7 : root;
      [4, 2, 0].forEach((tone, turn) => {
        play(
          "answer",
          band.answer,
          { at: start + (turn * full) / 4, beats: full / 4, degree: from + tone + 7 },
          0.55,
        );
      });
    }
    const last = start + (bars - 1) * full;
    const step = full / (meter === "6/8" ? 6 : 8);
    [0, 2, 4].forEach((degree, turn) => {
      play("answer", band.answer, { at: last + turn * step, beats: full - turn * step, degree }, 0.5);
    });
    play("lead", band.lead, { at: last + 3 * step, beats: full - 3 * step, degree: 7 }, 0.8);
  }

  stretches.forEach((stretch, index) => {
    if (stretch.kind === "phrase") {
      sing(stretch);
      const next = stretches[index + 1];
      if (next?.kind === "phrase") answer(stretch, next.melody[0]?.at ?? next.start);
    }
    if (stretch.kind === "coda") takeLeave(stretch);
  });
  return notes;
}

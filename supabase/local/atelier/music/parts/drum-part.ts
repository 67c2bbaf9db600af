import { createRandom } from "../../scene/random.ts";
import type { Plan } from "../compose/plan.ts";
import type { Stretch } from "../compose/timeline.ts";
import { beatsPerBar, type ScoreNote } from "../score.ts";
import type { DrumVoice } from "../voices/names.ts";
import { readFigure } from "./figures.ts";
import { adventureDrums, type DrumFigure, kits } from "./patterns.ts";

const strengths: Record<string, number> = { X: 1, x: 0.7, o: 0.42 };

const places: Partial<Record<DrumVoice, number>> = {
  shaker: 0.4,
  hat: 0.3,
  tambourine: -0.4,
  "high-bongo": -0.35,
  "low-bongo": -0.25,
  woodblock: 0.35,
  triangle: -0.45,
  ride: 0.3,
  tom: 0.15,
};

/** Drums in the figures of the genre: few in the introduction and at first, all from the second phrase on. */
export function playDrums(plan: Plan, stretches: readonly Stretch[]): ScoreNote[] {
  const { genre, meter, mood } = plan;
  const random = createRandom(`${plan.seed} drums`);
  const full = beatsPerBar[meter];
  const figure: DrumFigure = {
    ...random.pick(kits[genre][meter] ?? [{}]),
    ...(mood === "adventurous" ? random.pick(adventureDrums[meter] ?? [{}]) : {}),
  };
  const strokes = Object.entries(figure).map(([voice, text]) => ({
    voice: voice as DrumVoice,
    ...readFigure(text),
  }));
  const isGentle = mood === "calm" || mood === "dreamy";
  const heard = strokes.filter(
    ({ voice }) => !isGentle || ["triangle", "shaker", "brush", "hat"].includes(voice),
  );
  const notes: ScoreNote[] = [];
  const add = (voice: DrumVoice, beat: number, loudness: number) =>
    notes.push({ section: "drums", voice, beat, beats: 0.25, pitch: 60, loudness, pan: places[voice] ?? 0 });

  let phrases = 0;
  for (const { kind, start, bars } of stretches) {
    if (kind === "phrase") phrases += 1;
    const playing = kind === "intro" || phrases === 1 ? heard.slice(0, 2) : heard;
    for (let bar = 0; bar < bars; bar += 1) {
      const beat = start + bar * full;
      if (kind === "coda" && bar === bars - 1) {
        if (!isGentle && heard.length > 1) add("triangle", beat, 0.6);
        continue;
      }
      for (const { voice, tokens, count } of playing)
        for (const { token, at } of tokens)
          add(voice, beat + (at * full) / count, (strengths[token] ?? 0) * random.between(0.85, 1.1));
    }
  }
  return notes;
}

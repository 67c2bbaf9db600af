import { createRandom } from "../../scene/random.ts";
import { playBacking } from "../parts/backing-part.ts";
import { playDrums } from "../parts/drum-part.ts";
import { playMelody } from "../parts/melody-part.ts";
import type { ScoreNote, Section } from "../score.ts";
import type { VoiceName } from "../voices/names.ts";
import type { Plan } from "./plan.ts";
import { createClock } from "./tempo.ts";
import { layOut } from "./timeline.ts";

/** A note as it is played: times in seconds, pitch as a MIDI number. */
export interface PlayedNote {
  section: Section;
  voice: VoiceName;
  at: number;
  seconds: number;
  pitch: number;
  loudness: number;
  pan: number;
}

/** Hands are never quite together: seconds early or late. */
const looseness: Record<Section, number> = {
  lead: 0.007,
  answer: 0.007,
  accompaniment: 0.006,
  bass: 0.004,
  pad: 0,
  drums: 0.003,
};

/** Writes all parts of a planned piece and gives each note its time. */
export function compose(plan: Plan): PlayedNote[] {
  const { stretches, beats } = layOut(plan);
  const random = createRandom(`${plan.seed} hands`);
  const isSlowing = plan.mood === "calm" || plan.mood === "dreamy" || plan.genre === "classical";
  const clock = createClock(
    { beats, seconds: (beats * 60) / plan.form.tempo, swing: plan.swing },
    { slowBeats: 4, slowing: isSlowing ? 0.1 : 0.02 },
  );
  const play = (note: ScoreNote): PlayedNote => {
    const { section, voice, pitch, loudness, pan, beat } = note;
    const at = clock.secondsAt(beat);
    const seconds = clock.secondsAt(beat + note.beats) - at;
    const early = random.between(-1, 1) * looseness[section];
    return { section, voice, at: Math.max(0, at + early), seconds, pitch, loudness, pan };
  };
  return [...playMelody(plan, stretches), ...playBacking(plan, stretches), ...playDrums(plan, stretches)].map(
    play,
  );
}

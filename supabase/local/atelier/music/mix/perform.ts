import { createRandom } from "../../scene/random.ts";
import type { PlayedNote } from "../compose/compose.ts";
import type { Plan } from "../compose/plan.ts";
import type { Genre, Mood } from "../compose/words.ts";
import type { Section } from "../score.ts";
import { addAmbience } from "./ambience.ts";
import { heardLevelOf } from "./loudness.ts";
import { master } from "./master.ts";
import { playNotes } from "./play-section.ts";
import { reverberate } from "./reverb.ts";
import { add, type Stereo, silence } from "./stereo.ts";

/** How loud each voice of a part is heard against the melody, in decibels, and how much of it goes into the room. */
const balance: Record<Section, { decibels: number; room: number }> = {
  lead: { decibels: 0, room: 0.9 },
  answer: { decibels: -5, room: 1 },
  accompaniment: { decibels: -8.5, room: 0.8 },
  bass: { decibels: -12, room: 0.15 },
  pad: { decibels: -15, room: 0.8 },
  drums: { decibels: -12, room: 0.35 },
};
const ambienceDecibels = -28;

const roomSeconds: Record<Mood, number> = {
  calm: 2,
  dreamy: 2.6,
  joyful: 1.1,
  playful: 0.9,
  adventurous: 1.4,
};
const roomShare: Record<Mood, number> = {
  calm: 0.32,
  dreamy: 0.42,
  joyful: 0.18,
  playful: 0.15,
  adventurous: 0.22,
};
const roomOfGenre: Partial<Record<Genre, number>> = { electronic: 1.15, jazz: 0.8, classical: 1.2 };

const fromDecibels = (decibels: number) => 10 ** (decibels / 20);

/** Level of a melody before mastering. */
const melodyLevel = 0.1;

const sections = Object.keys(balance) as Section[];

/** How many steps `perform` takes. */
export const performSteps = sections.length + 2;

/** Plays the notes, balances the parts, adds the room and masters. Calls `onStep` after each step; what it throws ends the work. */
export function perform(plan: Plan, notes: readonly PlayedNote[], onStep: () => void): Stereo {
  const { mood, genre, seconds, band } = plan;
  const dry = silence(seconds);
  const room = silence(seconds);
  /** Adds what was played, as loud as `decibels` says against a melody. */
  function bring(part: Stereo, decibels: number, share: number): void {
    const level = heardLevelOf(part);
    if (level < 1e-7) return;
    const gain = (melodyLevel / level) * fromDecibels(decibels);
    add(dry, part, gain);
    add(room, part, gain * share);
  }

  for (const section of sections) {
    const { decibels, room: share } = balance[section];
    const ofSection = notes.filter((note) => note.section === section);
    const voices = section === "drums" ? [ofSection] : Map.groupBy(ofSection, ({ voice }) => voice).values();
    for (const played of voices) {
      const part = silence(seconds);
      playNotes(played, part);
      bring(part, decibels, share);
    }
    onStep();
  }
  if (band.ambience) {
    const part = silence(seconds);
    addAmbience(band.ambience, part, createRandom(`${plan.seed} ambience`));
    bring(part, ambienceDecibels, 0.5);
  }
  reverberate(room, roomSeconds[mood] * (roomOfGenre[genre] ?? 1));
  const echo = heardLevelOf(room);
  if (echo > 0) add(dry, room, (heardLevelOf(dry) / echo) * roomShare[mood]);
  onStep();
  master(dry);
  onStep();
  return dry;
}

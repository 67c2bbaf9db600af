import type { PlayedNote } from "../compose/compose.ts";
import { samplesIn } from "../voices/sample-rate.ts";
import { isSustained, sound } from "../voices/voices.ts";
import { place, type Stereo } from "./stereo.ts";

/** Sustained notes are made in steps of this many seconds, so that few different ones are needed. */
const lengthStep = 1 / 24;

function keyOf({ voice, pitch, seconds }: PlayedNote): string {
  return `${voice} ${pitch} ${isSustained(voice) ? Math.max(1, Math.round(seconds / lengthStep)) : 0}`;
}

/** Plays notes into a stereo buffer. Each different sound is made once, put wherever it occurs and forgotten. */
export function playNotes(notes: readonly PlayedNote[], into: Stereo): void {
  const alike = Map.groupBy(notes, keyOf);
  for (const group of alike.values()) {
    const [first] = group;
    if (!first) continue;
    const length = Math.max(1, Math.round(first.seconds / lengthStep)) * lengthStep;
    const made = sound(first.voice, first.pitch, length);
    for (const { at, loudness, pan } of group) place(into, made, samplesIn(at), loudness, pan);
  }
}

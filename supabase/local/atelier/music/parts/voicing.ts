import { foldInto, type Mode, pitchOf } from "../scale.ts";
import type { Chord } from "../score.ts";

/** The key that a piece is in. */
export interface Key {
  /** MIDI pitch of the tonic in the melody's register. */
  tonic: number;
  mode: Mode;
}

/** The tones of a chord inside the octave above `lowest`, from below; with its seventh where asked. */
export function voicingOf(chord: Chord, key: Key, lowest: number, withSeventh = false): number[] {
  const thirds = withSeventh ? [0, 2, 4, 6] : [0, 2, 4];
  return thirds
    .map((third) => foldInto(pitchOf(chord.root + third, key.tonic, key.mode), lowest))
    .sort((a, b) => a - b);
}

/** The pitch of a chord's root, or of the interval (3, 5, 8) above it, in the bass. */
export function bassPitch(chord: Chord, key: Key, interval = 1): number {
  const root = foldInto(pitchOf(chord.root, key.tonic, key.mode), 36);
  if (interval === 8) return root + 12;
  if (interval === 1) return root;
  const other = foldInto(pitchOf(chord.root + interval - 1, key.tonic, key.mode), root);
  return other > 50 ? other - 12 : other;
}

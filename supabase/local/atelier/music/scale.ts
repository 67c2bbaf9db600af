/** The scales that pieces are written in, as semitones above the tonic. */
export const scales = {
  major: [0, 2, 4, 5, 7, 9, 11],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
} as const;

export type Mode = keyof typeof scales;

/** The remainder that is never negative. */
export function wrap(value: number, size: number): number {
  return ((value % size) + size) % size;
}

/** The MIDI pitch of a scale degree (0 = tonic, 7 = the tonic above, -1 = the degree below) in the key of `tonic`. */
export function pitchOf(degree: number, tonic: number, mode: Mode): number {
  const step = scales[mode][wrap(degree, 7)] ?? 0;
  return tonic + 12 * Math.floor(degree / 7) + step;
}

/** Moves a pitch by octaves into the twelve semitones from `lowest` on. */
export function foldInto(pitch: number, lowest: number): number {
  return lowest + wrap(pitch - lowest, 12);
}

/** Frequency in hertz of a MIDI pitch in equal temperament, A4 = 440. */
export function frequencyOf(pitch: number): number {
  return 440 * 2 ** ((pitch - 69) / 12);
}

import type { Stereo } from "./stereo.ts";

/** Lengths of the eight delay lines in samples: no two share a factor. */
const lengths = [1_129, 1_283, 1_447, 1_601, 1_777, 1_949, 2_131, 2_309];
const preDelay = 700;
/** How much each round loses of its highs. */
const damping = 0.34;

/**
 * A room around the sound: eight delay lines that feed each other (a Householder matrix), alternating left and right.
 * `seconds` is the time in which it falls by 60 dB. Replaces the content of `send` by its echo.
 */
export function reverberate(send: Stereo, seconds: number): void {
  const { left, right } = send;
  const lines = lengths.map((length) => new Float32Array(length));
  const keeps = lengths.map((length) => 10 ** ((-3 * length) / (44_100 * seconds)));
  const places = new Int32Array(8);
  const highs = new Float32Array(8);
  const outs = new Float32Array(8);
  const early: Stereo = { left: new Float32Array(preDelay), right: new Float32Array(preDelay) };
  let earlyAt = 0;
  for (let at = 0; at < left.length; at += 1) {
    const inLeft = early.left[earlyAt] as number;
    const inRight = early.right[earlyAt] as number;
    early.left[earlyAt] = left[at] as number;
    early.right[earlyAt] = right[at] as number;
    earlyAt = earlyAt + 1 === preDelay ? 0 : earlyAt + 1;
    let sum = 0;
    for (let line = 0; line < 8; line += 1) {
      const value = (lines[line] as Float32Array)[places[line] as number] as number;
      const soft = value + damping * ((highs[line] as number) - value);
      highs[line] = soft;
      const kept = soft * (keeps[line] as number);
      outs[line] = kept;
      sum += kept;
    }
    const share = sum / 4;
    for (let line = 0; line < 8; line += 1) {
      const buffer = lines[line] as Float32Array;
      const place = places[line] as number;
      buffer[place] = (outs[line] as number) - share + (line % 2 === 0 ? inLeft : inRight) * 0.5;
      places[line] = place + 1 === buffer.length ? 0 : place + 1;
    }
    left[at] = (outs[0] as number) + (outs[2] as number) + (outs[4] as number) - (outs[6] as number);
    right[at] = (outs[1] as number) + (outs[3] as number) + (outs[5] as number) - (outs[7] as number);
  }
}

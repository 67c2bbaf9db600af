import { samplesIn } from "../voices/sample-rate.ts";
import type { Stereo } from "./stereo.ts";

/** Root of the mean square over both channels. */
export function levelOf({ left, right }: Stereo): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] as number) ** 2 + (right[at] as number) ** 2;
  return Math.sqrt(sum / Math.max(1, left.length * 2));
}

/** The highest value of both channels. */
export function peakOf({ left, right }: Stereo): number {
  let peak = 0;
  for (let at = 0; at < left.length; at += 1)
    peak = Math.max(peak, Math.abs(left[at] as number), Math.abs(right[at] as number));
  return peak;
}

/**
 * How loud a part is to the ear while it plays: lows count less (a first-order filter at 180 Hz), and blocks of 100 ms that
 * are 26 dB below the loudest do not count at all.
 */
export function heardLevelOf({ left, right }: Stereo): number {
  const block = samplesIn(0.1);
  const blocks: number[] = [];
  let [lowLeft, lowRight] = [0, 0];
  const pace = 0.0253;
  for (let start = 0; start < left.length; start += block) {
    const end = Math.min(left.length, start + block);
    let sum = 0;
    for (let at = start; at < end; at += 1) {
      const [valueLeft, valueRight] = [left[at] as number, right[at] as number];
      lowLeft += pace * (valueLeft - lowLeft);
      lowRight += pace * (valueRight - lowRight);
      sum += (valueLeft - lowLeft) ** 2 + (valueRight - lowRight) ** 2;
    }
    blocks.push(sum / (2 * (end - start)));
  }
  const loudest = Math.max(...blocks);
  const heard = blocks.filter((value) => value > loudest / 400);
  return Math.sqrt(heard.reduce((sum, value) => sum + value, 0) / Math.max(1, heard.length));
}

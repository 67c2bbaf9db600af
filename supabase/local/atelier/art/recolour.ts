import { bytesOf, fromHsl, toHsl } from "./colour.ts";

/**
 * Repaints a sprite in place: only the pixels of its dominant hue (or the greys of a grey animal) take the
 * colour asked for, so that eyes, windows, wheels and highlights stay as they are.
 */
export function recolour(rgba: Buffer, colour: string): void {
  const [hue, saturation, lightness] = toHsl(...bytesOf(colour));
  const dominant = dominantHue(rgba);
  for (let at = 0; at < rgba.length; at += 4) {
    if (!rgba[at + 3]) continue;
    const [h, s, l] = toHsl(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
    const weight = dominant === null ? greyWeight(s, l) : hueWeight(h, s, l, dominant);
    if (!weight) continue;
    const neutral = saturation < 0.12;
    // A neutral target (white, black) must move the lightness too, or nothing would change.
    const newLightness = neutral ? l * 0.5 + lightness * 0.5 : l + (lightness - 0.56) * 0.35;
    const greyTarget = 0.35 + 0.6 * saturation * (1 - Math.abs(2 * l - 1));
    const newSaturation = neutral
      ? saturation
      : dominant === null
        ? greyTarget
        : s * 0.45 + saturation * 0.55;
    const target = fromHsl(hue, clamp(newSaturation, 0, 1), clamp(newLightness, 0.04, 0.97));
    for (let channel = 0; channel < 3; channel++) {
      const old = rgba[at + channel] ?? 0;
      rgba[at + channel] = old + ((target[channel] ?? 0) - old) * weight;
    }
  }
}

const BINS = 24;

/** The middle of the most common hue in degrees, or null when the sprite is mostly grey. */
function dominantHue(rgba: Buffer): number | null {
  const bins = new Float64Array(BINS);
  let grey = 0;
  for (let at = 0; at < rgba.length; at += 16) {
    if ((rgba[at + 3] ?? 0) < 128) continue;
    const [h, s, l] = toHsl(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
    const bin = Math.floor((h * BINS) / 360) % BINS;
    if (s < 0.24 || l > 0.93) grey += l > 0.2 ? 1 : 0.3;
    else if (l > 0.14) bins[bin] = (bins[bin] ?? 0) + Math.min(1, s * 1.2);
  }
  const around = (bin: number) =>
    (bins[bin] ?? 0) + (bins[(bin + 1) % BINS] ?? 0) + (bins[(bin + BINS - 1) % BINS] ?? 0);
  let best = 0;
  for (let bin = 1; bin < BINS; bin++) if (around(bin) > around(best)) best = bin;
  return grey > around(best) ? null : ((best + 0.5) * 360) / BINS;
}

function greyWeight(saturation: number, lightness: number): number {
  return lightness < 0.2 ? 0 : clamp((0.42 - saturation) / 0.16, 0, 1);
}

function hueWeight(hue: number, saturation: number, lightness: number, dominant: number): number {
  if (saturation <= 0.12 || lightness <= 0.1) return 0;
  const distance = Math.abs(((hue - dominant + 540) % 360) - 180);
  return clamp((62 - distance) / 18, 0, 1) * Math.min(1, (saturation - 0.12) / 0.14);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

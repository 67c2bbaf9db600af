/** Colour arithmetic on `#rrggbb` strings. */
export type Hsl = [hue: number, saturation: number, lightness: number];

/** The three bytes of `#rrggbb` or `#rgb`. */
export function bytesOf(colour: string): [number, number, number] {
  const digits = colour.replace("#", "");
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const byte = (at: number) => Number.parseInt(full.slice(at, at + 2), 16);
  return [byte(0), byte(2), byte(4)];
}

/** The colour `share` (0..1) of the way from `from` to `to`. */
export function mix(from: string, to: string, share: number): string {
  const [r, g, b] = bytesOf(from);
  const [R, G, B] = bytesOf(to);
  return toHex([r + (R - r) * share, g + (G - g) * share, b + (B - b) * share]);
}

export function lighten(colour: string, share: number): string {
  return mix(colour, "#ffffff", share);
}

/** Darkens towards plum rather than black, which keeps shadows warm. */
export function darken(colour: string, share: number): string {
  return mix(colour, "#1b1240", share);
}

export function shiftHue(colour: string, degrees: number): string {
  const [h, s, l] = toHsl(...bytesOf(colour));
  return toHex(fromHsl((h + degrees + 360) % 360, s, l));
}

/** Bytes to hue in degrees, saturation and lightness in 0..1. */
export function toHsl(red: number, green: number, blue: number): Hsl {
  const r = red / 255;
  const g = green / 255;
  const b = blue / 255;
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const lightness = (max + min) / 2;
  const range = max - min;
  if (!range) return [0, 0, lightness];
  const saturation = lightness > 0.5 ? range / (2 - max - min) : range / (max + min);
  const sector =
    max === r ? (g - b) / range + (g < b ? 6 : 0) : max === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return [sector * 60, saturation, lightness];
}

export function fromHsl(hue: number, saturation: number, lightness: number): [number, number, number] {
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

function toHex(channels: number[]): string {
  const clamp = (value: number) => Math.max(0, Math.min(255, Math.round(value)));
  return `#${channels.map((value) => clamp(value).toString(16).padStart(2, "0")).join("")}`;
}

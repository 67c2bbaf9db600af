/** Red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number];

function read(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red, green, blue];
}

function write(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** Between two colours; 0 is the first, 1 the second. */
function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const [red = 0, green = 0, blue = 0] = one.map((part, at) => part + ((other[at] ?? 0) - part) * share);
  return [red, green, blue];
}

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** How much white the viewer mixes into the middle of its background. */
const glow = 0.28;

/** The brightest spot of a universe's background, behind the cards and their names. */
export function brightestOf(hex: string): string {
  return write(mix(read(hex), white, glow));
}

/** Names in white are large and bold: WCAG asks for this much, and so much more is comfortable. */
export const enoughContrast = 3;
export const goodContrast = 4.5;

/** Contrast of the white names with the brightest spot of this background, 1 to 21. */
export function contrastOf(hex: string): number {
  return 1.05 / (luminance(read(brightestOf(hex))) + 0.05);
}

/** The nearest darker shade on which names are comfortable to read; the colour itself where they are already. */
export function readableShade(hex: string): string {
  const colour = read(hex);
  for (let share = 0; share < 1; share += 0.02) {
    const shade = write(mix(colour, black, share));
    if (contrastOf(shade) >= goodContrast) return shade;
  }
  return write(black);
}

/** Backgrounds to choose from: deep, so that white names stand out, and each of a colour of its own. */
export const swatches = [
  "#1a1a2e",
  "#1e3a8a",
  "#0c496c",
  "#134c49",
  "#124a28",
  "#3b4611",
  "#623a09",
  "#7c2d12",
  "#7f1d1d",
  "#831843",
  "#581c87",
  "#3b2f63",
] as const;

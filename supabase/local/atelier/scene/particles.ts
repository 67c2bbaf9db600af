import { short } from "../art/paint.ts";
import { createRandom } from "./random.ts";
import { circle } from "./shapes.ts";

export type ParticleKind = "snow" | "rain" | "leaves" | "fireflies" | "confetti" | "bubbles" | "twinkle";
export type Particle = { x: number; y: number; depth: number; phase: number; turn: number; tone: number };

/** How many are in a still picture; bubbles and twinkles are drawn by their places and only move in videos. */
const COUNTS: Record<ParticleKind, number> = {
  snow: 110,
  rain: 120,
  leaves: 16,
  fireflies: 26,
  confetti: 46,
  bubbles: 0,
  twinkle: 0,
};
const LEAF_TONES = ["#b7e05c", "#7fd06a", "#ffd25e", "#ff9f5a"];
const PAPER_TONES = ["#ff6f91", "#ffd25e", "#6fc3ff", "#9be08a"];

/** The particles of a scene, spread by its seed. */
export function particlesOf(kind: ParticleKind, seed: number, count = COUNTS[kind]): Particle[] {
  const random = createRandom(`${kind}|${seed}`);
  return Array.from({ length: count }, () => ({
    x: random.between(-40, 1064),
    y: random.between(-40, 1064),
    depth: random.between(0.4, 1.3),
    phase: random.between(0, 2 * Math.PI),
    turn: random.between(0, 360),
    tone: random.whole(0, 3),
  }));
}

export function particleSvg(kind: ParticleKind, { x, y, depth, turn, tone }: Particle): string {
  switch (kind) {
    case "snow":
      return circle(x, y, 7.5 * depth, "#fff", 0.6 + 0.27 * depth);
    case "rain":
      return `<path d="M${short(x)},${short(y)}l${short(-8 * depth)},${short(38 * depth)}" stroke="#eaf4ff" stroke-width="${short(3.4 * depth)}" stroke-linecap="round" opacity=".65"/>`;
    case "leaves":
      return `<path d="M0,0C10,-13 30,-12 40,0C30,12 10,13 0,0Z" fill="${LEAF_TONES[tone]}" transform="${at(x, y, turn, depth * 0.8)}"/>`;
    case "confetti":
      return `<rect x="-9" y="-5" width="18" height="10" rx="3" fill="${PAPER_TONES[tone]}" transform="${at(x, y * 0.8, turn, depth)}"/>`;
    case "fireflies":
      return (
        circle(x, 300 + y * 0.6, 11 * depth, "#fff3a0", 0.22) +
        circle(x, 300 + y * 0.6, 4 * depth, "#fffbd0", 0.95)
      );
    default:
      return "";
  }
}

function at(x: number, y: number, turn: number, scale: number): string {
  return `translate(${short(x)} ${short(y)}) rotate(${short(turn)}) scale(${short(scale * 10) / 10})`;
}

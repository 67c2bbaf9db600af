import { type Particle, type ParticleKind, particleSvg, particlesOf } from "../scene/particles.ts";
import { twinkle } from "../scene/scenery/planets.ts";
import { bubble } from "../scene/scenery/seabed.ts";
import { chain, rotation, scaling, translation } from "./affine.ts";
import { type Pixels, type Raster, rasterise, type Wash } from "./raster.ts";
import { warp } from "./warp.ts";

const TURN = 2 * Math.PI;
/** Particles that fall are let in again this far above the picture. */
const EDGE = 60;
const FALL = 1024 + 2 * EDGE;
/** More of these are in a film than in a still, where the place has drawn its own. */
const COUNTS: Partial<Record<ParticleKind, number>> = { bubbles: 22, twinkle: 20 };

/** Where a particle is at a moment, in picture units; `size` 0 hides it. */
type Spot = { x: number; y: number; turn: number; size: number };

/** What falls, rises and glows over the scene. */
export type Weather = {
  /** Draws the particles on one side of the heroes. */
  draw(frame: Pixels, time: number, side: "behind" | "before"): void;
};

/** Makes the particles of a kind, the same as in the still of that seed where the still has them. */
export async function createWeather(
  kind: ParticleKind,
  seed: number,
  { scale, seconds, wash }: { scale: number; seconds: number; wash?: Wash },
): Promise<Weather> {
  const particles = particlesOf(kind, seed, COUNTS[kind]);
  const tones = new Map<number, Raster | null>();
  for (const { tone } of particles)
    if (!tones.has(tone))
      tones.set(
        tone,
        await rasterise(pattern(kind, tone), { left: -60, top: -60, width: 120, height: 120 }, scale, wash),
      );
  return {
    draw(frame, time, side) {
      for (const particle of particles) {
        const raster = tones.get(particle.tone);
        if (!raster || particle.depth < 0.85 !== (side === "behind")) continue;
        const { x, y, turn, size } = spotAt(kind, particle, time, seconds);
        if (size < 0.04) continue;
        const place = chain(translation(x * scale, y * scale), rotation(turn), scaling(size, size));
        warp(frame, raster, place);
      }
    },
  };
}

/** One particle about the origin, of depth 1. */
function pattern(kind: ParticleKind, tone: number): string {
  if (kind === "bubbles") return bubble(0, 0, 14);
  if (kind === "twinkle") return twinkle(0, 0, 15, 0.95);
  const svg = particleSvg(kind, { x: 0, y: 0, depth: 1, phase: 0, turn: 0, tone });
  return kind === "fireflies" ? `<g transform="translate(0 -300)">${svg}</g>` : svg;
}

function spotAt(kind: ParticleKind, particle: Particle, time: number, seconds: number): Spot {
  const { x, y, depth, phase, turn } = particle;
  const sway = Math.sin(TURN * time + phase);
  switch (kind) {
    case "rain":
      return { ...falling(particle, time, Math.round(seconds * 0.8)), turn: 0, size: depth };
    case "snow": {
      const fall = falling(particle, time, 1);
      return { ...fall, x: fall.x + 26 * sway, turn: 0, size: depth };
    }
    case "leaves":
    case "confetti":
      return passing(particle, time, kind === "leaves" ? 300 : 420, kind === "leaves" ? 0.8 : 1);
    case "bubbles":
      return { ...passing(particle, time, -430, 0.9), turn: 0 };
    case "fireflies": {
      const glow = 0.55 + 0.45 * Math.sin(2 * TURN * time + phase);
      return {
        x: x + 26 * sway,
        y: 300 + y * 0.6 + 20 * Math.cos(TURN * time + phase),
        turn: 0,
        size: depth * glow,
      };
    }
    case "twinkle":
      return {
        x,
        y: y * 0.8,
        turn: turn / 90,
        size: depth * 0.8 * Math.max(0, Math.sin(2 * TURN * time + phase)),
      };
  }
}

/** Falls through the whole picture a whole number of times. */
function falling({ x, y }: Particle, time: number, times: number): Pick<Spot, "x" | "y"> {
  return { x, y: ((((y + EDGE + times * FALL * time) % FALL) + FALL) % FALL) - EDGE };
}

/** Goes a part of the way in one loop, growing where it comes from and shrinking where it ends. */
function passing({ x, y, depth, phase, turn }: Particle, time: number, way: number, share: number): Spot {
  const at = (time + phase / TURN) % 1;
  const side = 30 * Math.sin(TURN * (time + phase));
  const direction = turn > 180 ? 1 : -1;
  return {
    x: x + side,
    y: y + way * (at - 0.5),
    turn: (turn * Math.PI) / 180 + direction * TURN * at,
    size: depth * share * Math.min(1, 6 * at, 6 * (1 - at)),
  };
}

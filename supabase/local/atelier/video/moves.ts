/** Where a figure is at one moment of the loop, against its rest. Lengths are in scene units, angles in radians. */
export type Move = {
  x: number;
  y: number;
  turn: number;
  stretchX: number;
  stretchY: number;
  /** The point that turning and stretching leave in place. */
  about: "foot" | "middle" | "top";
  /** How far off the ground it hopped, 0..1: its shadow shrinks with that. */
  rise: number;
  /** How far its wheels have rolled, to the right. */
  rolled: number;
  /** Where its joints are in their beat, 0..1. */
  beat: number;
  bend: Bending | null;
};

/** What of the figure gives way: the tail of a fish, arms that hang, wings on both sides, a stem from its root. */
export type Bending = { part: "tail" | "arms" | "wings" | "stem"; amount: number; phase: number };

/** Who moves: `share` is its size against a usual hero's, `facing` 1 to the right, `phase` 0..1 keeps neighbours apart. */
export type Mover = { share: number; facing: 1 | -1; phase: number; seconds: number; room: number };

/** The place in the loop (0..1) to a move; the loop begins at rest for a mover without phase. */
export type Manner = (time: number, mover: Mover) => Move;

const TURN = 2 * Math.PI;
const REST: Move = {
  x: 0,
  y: 0,
  turn: 0,
  stretchX: 1,
  stretchY: 1,
  about: "foot",
  rise: 0,
  rolled: 0,
  beat: 0,
  bend: null,
};

/** A wave that fits the loop a whole number of times, about once in `period` seconds. */
function wave(time: number, { seconds, phase }: Mover, period: number): number {
  return Math.sin(TURN * (cycles(seconds, period) * time + phase));
}

/** The place (0..1) within a beat of about `period` seconds. */
function place(time: number, { seconds, phase }: Mover, period: number): number {
  return (cycles(seconds, period) * time + phase) % 1;
}

function cycles(seconds: number, period: number): number {
  return Math.max(1, Math.round(seconds / period));
}

/** 0 at both ends of a stretch of the beat and outside of it, 1 in its middle. */
function swell(at: number, from: number, to: number): number {
  return at <= from || at >= to ? 0 : Math.sin((Math.PI * (at - from)) / (to - from));
}

function squashed(amount: number): Pick<Move, "stretchX" | "stretchY"> {
  return { stretchX: 1 + amount * 0.8, stretchY: 1 - amount };
}

/** Crouches, hops, lands softly, then sways a little until the next hop. */
export const hop: Manner = (time, mover) => {
  const at = place(time, mover, 2);
  const rise = swell(at, 0.14, 0.44);
  const give = 0.075 * swell(at, 0.03, 0.15) + 0.085 * swell(at, 0.43, 0.56) - 0.04 * swell(at, 0.15, 0.4);
  const sway = Math.sin(TURN * 2 * at) * 0.04 * (at > 0.5 ? 1 : 0);
  return { ...REST, y: -74 * mover.share * rise, rise, turn: sway, beat: at, ...squashed(give) };
};

/** Leans from foot to foot with small steps, as those do who cannot jump. */
export const waddle: Manner = (time, mover) => {
  const lean = wave(time, mover, 1);
  const step = Math.abs(lean);
  return {
    ...REST,
    turn: lean * 0.07,
    y: -14 * step * mover.share,
    rise: step * 0.2,
    beat: place(time, mover, 2),
  };
};

/** Heavy and calm: breathes, and shifts its weight. */
export const breathe: Manner = (time, mover) => ({
  ...REST,
  turn: wave(time, mover, 4) * 0.018,
  ...squashed(-0.022 * wave(time, mover, 2)),
  beat: place(time, mover, 2),
});

/** Cut by the picture's lower edge: nods, and never shows where it ends. */
export const nod: Manner = (time, mover) => ({
  ...REST,
  turn: wave(time, mover, 2) * 0.028,
  stretchY: 1 + 0.012 * (1 + wave(time, mover, 1.3)),
});

/** Rolls forth and back over the ground, its wheels with it, and trembles with its engine. */
export const drive: Manner = (time, mover) => {
  const way = wave(time, mover, 4) * Math.min(95 * mover.share, mover.room) * mover.facing;
  const tremble = wave(time, { ...mover, phase: 0 }, 0.25);
  return {
    ...REST,
    x: way,
    rolled: way,
    y: -1.6 * mover.share * (1 - Math.cos(TURN * cycles(mover.seconds, 0.5) * time)),
    turn: wave(time, mover, 4) * -0.012 * mover.facing + tremble * 0.0015,
    beat: place(time, mover, 2),
  };
};

/** Works where it stands: its engine shakes it, its arm does the rest. */
export const work: Manner = (time, mover) => {
  const way = wave(time, mover, 4) * Math.min(20 * mover.share, mover.room) * mover.facing;
  const shake = Math.sin(TURN * cycles(mover.seconds, 0.25) * time);
  return {
    ...REST,
    x: way,
    rolled: way,
    turn: shake * 0.002,
    stretchY: 1 + shake * 0.003,
    beat: place(time, mover, 2),
  };
};

/** Swims with its tail. */
export const swim: Manner = (time, mover) => ({
  ...REST,
  x: wave(time, mover, 4) * 34 * mover.share * mover.facing,
  y: wave(time, mover, 2) * 16 * mover.share,
  turn: wave(time, mover, 2) * 0.045 * mover.facing,
  about: "middle",
  beat: place(time, mover, 2),
  bend: { part: "tail", amount: 0.05, phase: place(time, mover, 0.8) },
});

/** Rises with each stroke of its arms. */
export const drift: Manner = (time, mover) => ({
  ...REST,
  x: wave(time, mover, 4) * 14 * mover.share,
  y: wave(time, mover, 2) * -26 * mover.share,
  turn: wave(time, mover, 4) * 0.05,
  about: "middle",
  ...squashed(0.03 * wave(time, { ...mover, phase: mover.phase + 0.2 }, 2)),
  bend: { part: "arms", amount: 0.045, phase: place(time, mover, 1) },
});

/** Beats its wings. */
export const flap: Manner = (time, mover) => ({
  ...REST,
  x: wave(time, mover, 4) * 26 * mover.share * mover.facing,
  y: wave(time, mover, 2) * 16 * mover.share,
  turn: wave(time, mover, 2) * 0.04,
  about: "middle",
  bend: { part: "wings", amount: 0.07, phase: place(time, mover, 0.65) },
});

/** Opens and closes its wings, here and there. */
export const flutter: Manner = (time, mover) => ({
  ...REST,
  x: wave(time, mover, 4) * 30 * mover.share,
  y: wave(time, mover, 2) * 22 * mover.share,
  turn: wave(time, mover, 4) * 0.09,
  stretchX: 0.82 + 0.18 * Math.cos(TURN * place(time, mover, 0.34)),
  about: "middle",
});

/** Hangs in the air with a hum. */
export const buzz: Manner = (time, mover) => ({
  ...REST,
  x: wave(time, mover, 2) * 26 * mover.share,
  y: wave(time, mover, 1.3) * 15 * mover.share + wave(time, mover, 0.2) * 1.5,
  turn: wave(time, mover, 2) * 0.07,
  about: "middle",
});

/** Hangs or floats, and rocks as it does. */
export const hover: Manner = (time, mover) => ({
  ...REST,
  y: wave(time, mover, 4) * -24 * mover.share,
  turn: wave(time, { ...mover, phase: mover.phase * 0.5 }, 4) * 0.06,
  about: "middle",
  beat: place(time, mover, 2),
});

/** Flies level, up and down with the air. */
export const glide: Manner = (time, mover) => ({
  ...REST,
  x: wave(time, mover, 4) * 36 * mover.share * mover.facing,
  y: wave(time, mover, 2) * 15 * mover.share,
  turn: wave(time, mover, 4) * 0.035,
  about: "middle",
});

/** Climbs along its nose and falls back, shaken by its engine. */
export const blast: Manner = (time, mover) => {
  const climb = (wave(time, mover, 4) * 40 + wave(time, { ...mover, phase: 0 }, 0.17) * 1.6) * mover.share;
  return {
    ...REST,
    x: climb * 0.7 * mover.facing,
    y: -climb * 0.7,
    turn: wave(time, mover, 2) * 0.015,
    about: "middle",
  };
};

/** Rocks on the waves. */
export const rock: Manner = (time, mover) => ({
  ...REST,
  x: wave(time, mover, 4) * 16 * mover.share * mover.facing,
  y: 8 * mover.share * wave(time, mover, 2),
  turn: wave(time, mover, 4) * 0.045,
  beat: place(time, mover, 2),
});

/** Sways from its root in the wind. */
export const sway: Manner = (time, mover) => ({
  ...REST,
  bend: { part: "stem", amount: 0.035, phase: place(time, mover, 2) },
});

/** Wobbles where it stands, as toys and fruit do when somebody has put them down. */
export const wobble: Manner = (time, mover) => {
  const at = place(time, mover, 2);
  const left = (1 - at) ** 1.5;
  return {
    ...REST,
    turn: Math.sin(TURN * 2 * at) * 0.085 * left,
    ...squashed(0.05 * Math.sin(TURN * 3 * at) * left),
  };
};

/** Bounces and turns as it rolls. */
export const bounce: Manner = (time, mover) => {
  const at = place(time, mover, 1);
  const rise = swell(at, 0.08, 0.92);
  const way = wave(time, mover, 4) * 60 * mover.share;
  const give = 0.09 * (swell(at, -0.08, 0.08) + swell(at, 0.92, 1.08));
  return {
    ...REST,
    x: way,
    y: -90 * mover.share * rise,
    rise,
    rolled: way,
    turn: way / (200 * mover.share),
    about: "middle",
    ...squashed(give),
  };
};

/** Turns about its middle like a cog, to and fro. */
export const spin: Manner = (time, mover) => ({ ...REST, turn: wave(time, mover, 4) * 0.7, about: "middle" });

/** Scuttles to the side and back. */
export const scuttle: Manner = (time, mover) => {
  const step = Math.abs(wave(time, mover, 0.5));
  return {
    ...REST,
    x: wave(time, mover, 4) * Math.min(60 * mover.share, mover.room),
    y: -9 * step * mover.share,
    turn: wave(time, mover, 0.5) * 0.035,
    rise: step * 0.12,
  };
};

/** Stretches forward and draws itself after. */
export const creep: Manner = (time, mover) => ({
  ...REST,
  x: wave(time, mover, 4) * Math.min(30 * mover.share, mover.room) * mover.facing,
  stretchX: 1 + 0.045 * wave(time, mover, 1),
  stretchY: 1 - 0.03 * wave(time, mover, 1),
});

/** Rings in bursts. */
export const ring: Manner = (time, mover) => {
  const at = place(time, mover, 2);
  return { ...REST, turn: Math.sin(TURN * 9 * at) * 0.06 * swell(at, 0, 0.5), about: "foot" };
};

/** Too large and heavy to move at all: only the camera does. */
export const stand: Manner = (time, mover) => ({ ...REST, beat: place(time, mover, 2) });

/** Swings from what it hangs on. */
export const swing: Manner = (time, mover) => ({
  ...REST,
  turn: wave(time, mover, 2) * 0.04,
  about: "top",
  beat: place(time, mover, 2),
});

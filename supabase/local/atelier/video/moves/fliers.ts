import { type Manner, place, REST, squashed, TURN, wave } from "./move.ts";

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

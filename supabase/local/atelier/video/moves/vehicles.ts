import { cycles, type Manner, place, REST, TURN, wave } from "./move.ts";

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

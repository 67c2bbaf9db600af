import { type Manner, place, REST, squashed, swell, TURN, wave } from "./move.ts";

/** Too large and heavy to move at all: only the camera does. */
export const stand: Manner = (time, mover) => ({ ...REST, beat: place(time, mover, 2) });

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

/** Rings in bursts. */
export const ring: Manner = (time, mover) => {
  const at = place(time, mover, 2);
  return { ...REST, turn: Math.sin(TURN * 9 * at) * 0.06 * swell(at, 0, 0.5), about: "foot" };
};

/** Swings from what it hangs on. */
export const swing: Manner = (time, mover) => ({
  ...REST,
  turn: wave(time, mover, 2) * 0.04,
  about: "top",
  beat: place(time, mover, 2),
});

import { type Manner, place, REST, squashed, swell, TURN, wave } from "./move.ts";

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

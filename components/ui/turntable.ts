/** Where a figure is turned to, in radians, and how fast it goes on, in radians per second. */
export interface Turntable {
  yaw: number;
  /** From how far above it is seen. */
  pitch: number;
  speed: number;
  /** Turns by itself. */
  isTurning: boolean;
}

const slow = 0.45;
const fastest = 9;
const [lowest, highest] = [-0.35, 1.1];

/** Facing the child, seen from a little above. */
export function newTurntable(isTurning: boolean): Turntable {
  return { yaw: -0.45, pitch: 0.22, speed: isTurning ? slow : 0, isTurning };
}

/** Turned by hand: `yaw` and `pitch` further. It goes on with `speed` and no longer turns by itself. */
export function turnBy(table: Turntable, yaw: number, pitch: number, speed = 0): Turntable {
  return {
    yaw: table.yaw + yaw,
    pitch: Math.min(highest, Math.max(lowest, table.pitch + pitch)),
    speed: Math.min(fastest, Math.max(-fastest, speed)),
    isTurning: false,
  };
}

/** Starts or stops turning by itself. */
export function toggleTurning(table: Turntable): Turntable {
  const isTurning = !table.isTurning;
  return { ...table, isTurning, speed: isTurning ? slow : 0 };
}

/** After so many seconds: a push runs out softly, turning by itself does not. */
export function advance(table: Turntable, seconds: number): Turntable {
  const rest = table.isTurning ? slow : 0;
  const faded = rest + (table.speed - rest) * Math.exp(-2.5 * seconds);
  const speed = Math.abs(faded - rest) < 0.02 ? rest : faded;
  return { ...table, yaw: table.yaw + speed * seconds, speed };
}

/** Whether nothing moves until somebody turns it. */
export function isAtRest(table: Turntable): boolean {
  return table.speed === 0;
}

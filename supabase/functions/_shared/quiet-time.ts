/** Until when the provider asked to be left alone. The database keeps it for all processes; this is for our own. */
export interface QuietTime {
  /** Zero when it may be called. */
  secondsLeft(): number;
  keep(seconds: number): void;
}

/** What is kept when the provider does not say for how long. */
export const usualQuietSeconds = 10;

/** Opens one; `clock` gives milliseconds that only rise. */
export function openQuietTime(clock: () => number = () => performance.now()): QuietTime {
  let until = Number.NEGATIVE_INFINITY;
  return {
    secondsLeft: () => Math.max(0, (until - clock()) / 1000),
    keep(seconds) {
      until = Math.max(until, clock() + seconds * 1000);
    },
  };
}

/** Making and looking have limits of their own at the provider. */
export interface QuietTimes {
  create: QuietTime;
  read: QuietTime;
}

/** Those of this process. */
export const ownQuietTimes: QuietTimes = { create: openQuietTime(), read: openQuietTime() };

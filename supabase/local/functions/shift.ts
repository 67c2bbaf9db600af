/** Limits on how long one process works. All in milliseconds. */
export interface ShiftLimits {
  /** From the moment it gets busy until it is ended, whatever it does then. Hosted: 150 s, or 400 s on paid plans. */
  wallClock: number;
  /** How long it may be without work before it is let go. */
  idle: number;
}

/** Keeps count of what one process is at work on. */
export interface Shift {
  begin(): void;
  finish(): void;
  setBackground(open: number): void;
  /** No new requests: the process is ended as soon as it has nothing to do. */
  retire(): void;
  readonly retired: boolean;
  stop(): void;
}

/** A `waitUntil` of the last request is told on another channel than its response; this covers the difference. */
const settleMilliseconds = 300;

/**
 * Stands in for the hosted per-worker clock: past half of it a process gets no new requests, at its end it is killed
 * with all that it still does. Hosted counts from the start of the worker; here an idle process counts as fresh, so
 * that a development stack stays warm.
 */
export function openShift(limits: ShiftLimits, end: (cause: "wall-clock" | "done") => void): Shift {
  let requests = 0;
  let background = 0;
  let retired = false;
  let half: NodeJS.Timeout | undefined;
  let full: NodeJS.Timeout | undefined;
  let rest: NodeJS.Timeout | undefined;

  function stop() {
    for (const timer of [half, full, rest]) clearTimeout(timer);
    half = full = rest = undefined;
  }
  function retire() {
    retired = true;
    review();
  }
  function review() {
    clearTimeout(rest);
    rest = undefined;
    if (requests + background > 0) {
      half ??= setTimeout(retire, limits.wallClock / 2);
      full ??= setTimeout(() => end("wall-clock"), limits.wallClock);
      return;
    }
    stop();
    rest = setTimeout(() => end("done"), retired ? settleMilliseconds : limits.idle);
  }
  review();
  return {
    begin() {
      requests += 1;
      review();
    },
    finish() {
      requests -= 1;
      review();
    },
    setBackground(open) {
      background = open;
      review();
    },
    retire,
    get retired() {
      return retired;
    },
    stop,
  };
}

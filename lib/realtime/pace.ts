/**
 * Runs a piece of work when asked, but starts it at most once in `everyMs`, never twice at once, and always once more
 * after the last time it was asked.
 */
export function createPace(everyMs: number, work: () => Promise<unknown>) {
  let startedAt = Number.NEGATIVE_INFINITY;
  let isRunning = false;
  let isAsked = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    waiting = undefined;
    isAsked = false;
    isRunning = true;
    startedAt = performance.now();
    // Whoever does the work says what became of it; the pace goes on.
    await work().catch(() => {});
    isRunning = false;
    if (isAsked) ask();
  }

  function ask(): void {
    isAsked = true;
    if (isRunning || waiting !== undefined) return;
    waiting = setTimeout(run, Math.max(0, startedAt + everyMs - performance.now()));
  }

  return {
    ask,
    /** Forgets what was asked for and has not begun. */
    stop(): void {
      clearTimeout(waiting);
      waiting = undefined;
      isAsked = false;
    },
  };
}

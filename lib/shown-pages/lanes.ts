/** More is asked for than can wait. */
export class Busy extends Error {}

/** Lets so many works run at once and so many wait for their turn, in order; the returned function throws `Busy` for what comes on top. */
export function openLanes(atOnce: number, waiting: number) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < atOnce) running += 1;
    else if (queue.length < waiting) await new Promise<void>((enter) => queue.push(enter));
    else throw new Busy();
    try {
      return await work();
    } finally {
      const next = queue.shift();
      // Whoever waited longest takes over the place.
      if (next) next();
      else running -= 1;
    }
  };
}

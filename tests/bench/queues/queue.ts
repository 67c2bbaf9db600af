/** A job queue in one of its modes, filled and worked off in the same way as the others. */
export interface Queue {
  /** How it claims and completes, for people. */
  name: string;
  /** Puts in this many jobs that do nothing, and brings the planner's statistics up to date. */
  fill(count: number): Promise<void>;
  /** Works all of them off. Returns the seconds from the start of the first job to the end of the last. */
  drain(): Promise<number>;
  /** Throws unless exactly this many jobs were completed, each of them once, and nothing is left. */
  check(count: number): Promise<void>;
  /** Removes the jobs and all that was written about them. */
  clear(): Promise<void>;
}

/** Connections, and loops that claim at the same time, of every queue. */
export const connections = 4;

/** Counts what ran, to find a job that ran twice. */
export class Ran {
  #times = new Map<string, number>();

  add(id: string): void {
    this.#times.set(id, (this.#times.get(id) ?? 0) + 1);
  }

  /** Throws unless `count` different jobs ran, each of them once. Forgets them. */
  expectOnce(count: number): void {
    const twice = [...this.#times.values()].filter((times) => times > 1).length;
    const size = this.#times.size;
    this.#times.clear();
    if (size !== count || twice > 0) throw new Error(`${size} of ${count} jobs ran, ${twice} of them twice`);
  }
}

/** Runs the loop on every connection until each of them says that nothing is left; returns the seconds from its first job. */
export async function timeLoops(
  loop: (worker: number, onStart: () => void) => Promise<void>,
): Promise<number> {
  let started: number | undefined;
  const onStart = () => {
    started ??= performance.now();
  };
  await Promise.all(Array.from({ length: connections }, (_, worker) => loop(worker, onStart)));
  if (started === undefined) throw new Error("no job was claimed");
  return (performance.now() - started) / 1000;
}

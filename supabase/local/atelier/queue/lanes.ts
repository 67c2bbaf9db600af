/** Queues with a fixed number of tasks at once each; within one, first in is first started. */
export interface Lanes<Name extends string> {
  push(name: Name, task: () => Promise<void>): void;
  /** Drops what waits and resolves when what runs has ended. */
  stop(): Promise<void>;
}

/** Makes one queue per name of `limits`. A task must not reject. */
export function createLanes<Name extends string>(limits: Record<Name, number>): Lanes<Name> {
  const waiting = new Map<Name, (() => Promise<void>)[]>();
  const busy = new Map<Name, Set<Promise<void>>>();
  let stopped = false;

  function startNext(name: Name): void {
    const queue = waiting.get(name) ?? [];
    const running = busy.get(name) ?? new Set();
    busy.set(name, running);
    while (!stopped && running.size < limits[name]) {
      const task = queue.shift();
      if (!task) return;
      const work = task().finally(() => {
        running.delete(work);
        startNext(name);
      });
      running.add(work);
    }
  }
  return {
    push(name, task) {
      const queue = waiting.get(name) ?? [];
      waiting.set(name, queue);
      queue.push(task);
      setImmediate(startNext, name);
    },
    async stop() {
      stopped = true;
      waiting.clear();
      await Promise.all([...busy.values()].flatMap((running) => [...running]));
    },
  };
}

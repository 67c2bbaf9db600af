declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

/** Lets work go on after its caller hung up or was answered. Gives the same promise back. */
export function keepAlive<T>(work: Promise<T>): Promise<T> {
  EdgeRuntime.waitUntil(work.catch(() => {}));
  return work;
}

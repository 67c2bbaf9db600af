/** A question of which one at a time is on its way. */
export interface Asking {
  /** Asks, unless the answer is on its way already. */
  ask(): Promise<void>;
  /** Asks after what has just happened: an answer that is on its way may not know of it, so that it is waited for first. */
  askAnew(): Promise<void>;
}

/** Keeps to one `question` at a time; it never rejects. */
export function openAsking(question: () => Promise<void>): Asking {
  let current: Promise<void> | null = null;
  const ask = () => {
    current ??= question().finally(() => {
      current = null;
    });
    return current;
  };
  return { ask, askAnew: () => (current ? current.then(ask) : ask()) };
}

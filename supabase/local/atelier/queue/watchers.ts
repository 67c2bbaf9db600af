/** Those who wait for the end of a prediction. */
export interface Watchers {
  /** Resolves at `wake(id)`, or after `ms`. */
  wait(id: string, ms: number): Promise<void>;
  wake(id: string): void;
  wakeAll(): void;
}

/** Makes an empty waiting room. */
export function createWatchers(): Watchers {
  const rooms = new Map<string, Set<() => void>>();
  const wake = (id: string) => {
    for (const leave of rooms.get(id) ?? []) leave();
    rooms.delete(id);
  };
  return {
    wait(id, ms) {
      const room = rooms.get(id) ?? new Set();
      rooms.set(id, room);
      return new Promise((resolve) => {
        const leave = () => {
          clearTimeout(timer);
          room.delete(leave);
          if (room.size === 0) rooms.delete(id);
          resolve();
        };
        const timer = setTimeout(leave, ms);
        room.add(leave);
      });
    },
    wake,
    wakeAll: () => [...rooms.keys()].forEach(wake),
  };
}

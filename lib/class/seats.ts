/** How long a desk waits before it asks for seats again. */
const betweenMs = 1000;

interface SeatsOptions {
  /** The seats that were given away so far; throws when that cannot be known now. */
  read: () => Promise<string[]>;
  /** More seats are known now. */
  onKnown: (seats: ReadonlySet<string>) => void;
}

/**
 * Knows which names of screens are seats that the studio gave away. Names that it does not know are asked about once, all
 * in one request and at most one in a second, so whoever makes names up makes no work with them.
 */
export function createSeats({ read, onKnown }: SeatsOptions) {
  let known: ReadonlySet<string> = new Set();
  const madeUp = new Set<string>();
  let here: readonly string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let isOver = false;

  const strangers = () => here.filter((name) => !known.has(name) && !madeUp.has(name));

  async function ask() {
    isAsking = true;
    const asked = strangers();
    try {
      const seats = new Set(await read());
      if (isOver) return;
      for (const name of asked) if (!seats.has(name)) madeUp.add(name);
      known = seats;
      onKnown(known);
    } catch {
      // The next round asks again.
    }
    if (isOver) return;
    timer = setTimeout(() => {
      isAsking = false;
      if (strangers().length > 0) void ask();
    }, betweenMs);
  }

  return {
    /** These names are in the room now. */
    see(names: readonly string[]) {
      here = names;
      if (!isAsking && !isOver && strangers().length > 0) void ask();
    },
    close() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

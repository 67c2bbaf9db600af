interface Numbered {
  sequence: number | null;
}

interface TopicSyncOptions<Message> {
  /** Patches what the page shows with one message; safe to call twice with the same message. */
  apply: (message: Message) => void;
  /** Reads everything anew; throws when it cannot. */
  refetch: () => Promise<unknown>;
}

/**
 * Keeps a page equal to the database: messages patch it at once, a hole in their numbers leads to one refetch, and
 * what arrives during a refetch is applied again after it, since the answer may be older than the message.
 */
export function createTopicSync<Message extends Numbered>({ apply, refetch }: TopicSyncOptions<Message>) {
  let last: number | null = null;
  let during: Message[] | null = null;
  let isAskedAgain = false;
  let running: Promise<boolean> = Promise.resolve(true);

  async function run(): Promise<boolean> {
    const kept: Message[] = [];
    during = kept;
    try {
      do {
        isAskedAgain = false;
        kept.length = 0;
        await refetch();
      } while (isAskedAgain);
      return true;
    } catch {
      return false;
    } finally {
      during = null;
      for (const message of kept) apply(message);
    }
  }

  /** One refetch, or one more after the present one; false when it failed. */
  function resync(): Promise<boolean> {
    if (during) isAskedAgain = true;
    else running = run();
    return running;
  }

  return {
    resync,
    /** A new subscription numbers from wherever the topic stands. */
    restart(): Promise<boolean> {
      last = null;
      return resync();
    },
    receive(message: Message): void {
      const { sequence } = message;
      const isGap = sequence !== null && last !== null && sequence > last + 1;
      if (sequence !== null) last = Math.max(last ?? sequence, sequence);
      during?.push(message);
      apply(message);
      if (isGap) void resync();
    },
  };
}

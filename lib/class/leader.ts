import type { Lead, Room } from "./schema.ts";

interface LeaderOptions {
  /** Tells the studio; throws when it could not. */
  send: (change: Lead) => Promise<Room>;
  /** What is wished but not yet answered, empty once all is. */
  onWish: (wish: Lead) => void;
  onRoom: (room: Room) => void;
  onProblem: (error: unknown) => void;
}

/**
 * Sends what a teacher wishes, one request after the other, so that the last wish wins: whoever turns cards faster than
 * the network carries them skips those in between. A wish that failed is given up with all that came after it.
 */
export function createLeader({ send, onWish, onRoom, onProblem }: LeaderOptions) {
  let sent: Lead = {};
  let waiting: Lead = {};
  let isBusy = false;

  const tell = () => onWish({ ...sent, ...waiting });

  async function work() {
    isBusy = true;
    try {
      while (Object.keys(waiting).length > 0) {
        [sent, waiting] = [waiting, {}];
        onRoom(await send(sent));
        sent = {};
        tell();
      }
    } catch (error) {
      sent = waiting = {};
      tell();
      onProblem(error);
    } finally {
      isBusy = false;
    }
  }

  return {
    lead(change: Lead) {
      waiting = { ...waiting, ...change };
      tell();
      if (!isBusy) void work();
    },
  };
}

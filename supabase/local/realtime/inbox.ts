import type { OutgoingBroadcast } from "./hub.ts";

/** Holds back what arrives while a join is being answered, and lets no message through twice after a replay. */
export class Inbox {
  readonly #deliver: (broadcast: OutgoingBroadcast) => void;
  readonly #replayed = new Set<string | null>();
  #early: OutgoingBroadcast[] | null = [];

  constructor(deliver: (broadcast: OutgoingBroadcast) => void) {
    this.#deliver = deliver;
  }

  /** How many messages wait for the answer. */
  get waiting(): number {
    return this.#early?.length ?? 0;
  }

  take(broadcast: OutgoingBroadcast): void {
    if (this.#early) this.#early.push(broadcast);
    else if (broadcast.id === null || !this.#replayed.has(broadcast.id)) this.#deliver(broadcast);
  }

  /** The join is answered: first what is replayed, then what has arrived meanwhile. */
  open(replayed: OutgoingBroadcast[]): void {
    const early = this.#early ?? [];
    this.#early = null;
    const arrived = new Set(early.map((broadcast) => broadcast.id));
    for (const broadcast of replayed) {
      if (arrived.has(broadcast.id)) continue;
      this.#replayed.add(broadcast.id);
      this.#deliver(broadcast);
    }
    for (const broadcast of early) this.#deliver(broadcast);
  }
}

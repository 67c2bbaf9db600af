import { encodeBroadcast } from "./frames.ts";
import type { Broadcast, Version } from "./message.ts";
import { type PresenceDiff, PresenceList } from "./presence.ts";

/** A broadcast that is encoded at most once per protocol version, however many subscribers it has. */
export interface OutgoingBroadcast {
  /** Id of the row in realtime.messages, for messages that come from the database. */
  id: string | null;
  encode(version: Version): string | Buffer | null;
}

/** A joined channel, as the hub sees it. */
export interface Listener {
  readonly topic: string;
  readonly isPrivate: boolean;
  hear(broadcast: OutgoingBroadcast): void;
  hearPresence(diff: PresenceDiff): void;
}

/** What the listeners of one topic share. A private and a public topic of the same name are two. */
interface Room {
  listeners: Set<Listener>;
  presence: PresenceList;
}

/** Knows who listens to which topic, and passes on broadcasts and presence. Messages leave in the order of the calls. */
export class Hub {
  readonly #rooms = new Map<string, Room>();
  readonly #senders = new Map<string, Listener>();

  enter(listener: Listener): void {
    this.#roomOf(listener).listeners.add(listener);
  }

  /** Ends listening and presence; the others of the topic learn who left. */
  leave(listener: Listener): void {
    const key = roomKey(listener.isPrivate, listener.topic);
    const room = this.#rooms.get(key);
    if (!room) return;
    room.listeners.delete(listener);
    this.untrack(listener);
    if (room.listeners.size === 0 && room.presence.isEmpty) this.#rooms.delete(key);
  }

  /** Passes a message to everyone on the topic but `except`. */
  broadcast(
    isPrivate: boolean,
    topic: string,
    message: Broadcast,
    { except, id = null }: { except?: Listener; id?: string | null } = {},
  ): void {
    const room = this.#rooms.get(roomKey(isPrivate, topic));
    const sender = except ?? (id === null ? undefined : this.#takeSender(id));
    if (!room) return;
    const outgoing = { id, encode: encodeOnce(topic, message) };
    for (const listener of room.listeners) if (listener !== sender) listener.hear(outgoing);
  }

  /** The message that comes back from the database under this id is not for its own sender. */
  expectOwnMessage(id: string, sender: Listener): void {
    this.#senders.set(id, sender);
  }

  forgetOwnMessage(id: string): void {
    this.#senders.delete(id);
  }

  track(listener: Listener, key: string, payload: Record<string, unknown>): void {
    const room = this.#roomOf(listener);
    this.#tell(room, room.presence.track(listener, key, payload));
  }

  untrack(listener: Listener): void {
    const room = this.#rooms.get(roomKey(listener.isPrivate, listener.topic));
    const diff = room?.presence.untrack(listener);
    if (room && diff) this.#tell(room, diff);
  }

  /** Everyone present on the listener's topic. */
  present(listener: Listener) {
    return this.#roomOf(listener).presence.state();
  }

  #tell(room: Room, diff: PresenceDiff): void {
    for (const listener of room.listeners) listener.hearPresence(diff);
  }

  #takeSender(id: string): Listener | undefined {
    const sender = this.#senders.get(id);
    this.#senders.delete(id);
    return sender;
  }

  #roomOf({ isPrivate, topic }: Listener): Room {
    const key = roomKey(isPrivate, topic);
    let room = this.#rooms.get(key);
    if (!room) {
      room = { listeners: new Set(), presence: new PresenceList() };
      this.#rooms.set(key, room);
    }
    return room;
  }
}

function roomKey(isPrivate: boolean, topic: string): string {
  return `${isPrivate ? "private" : "public"}:${topic}`;
}

/** Prepares a message for all its subscribers. */
export function encodeOnce(topic: string, message: Broadcast): OutgoingBroadcast["encode"] {
  const encoded = new Map<Version, string | Buffer | null>();
  return (version) => {
    let frame = encoded.get(version);
    if (frame === undefined) {
      frame = encodeBroadcast(version, `realtime:${topic}`, message);
      encoded.set(version, frame);
    }
    return frame;
  };
}

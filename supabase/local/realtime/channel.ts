import { randomUUID } from "node:crypto";
import { Authorization } from "./authorization.ts";
import { sendBroadcast, sendPresence } from "./client-messages.ts";
import type { Hub, Listener, OutgoingBroadcast } from "./hub.ts";
import type { Identity } from "./identity.ts";
import { Inbox } from "./inbox.ts";
import type { JoinRequest } from "./join-request.ts";
import type { ClientFrame, Version } from "./message.ts";
import { messagesAfterJoin } from "./messages-after-join.ts";
import type { Platform } from "./platform.ts";
import type { PresenceDiff } from "./presence.ts";
import { isExpected, reasonFor } from "./refusal.ts";
import { WorkQueue } from "./work-queue.ts";

const waitingMessages = 10_000;

/** The connection that a channel lives on. */
export interface Peer {
  version: Version;
  identity: Identity;
  headers: Record<string, unknown>;
  send(frame: string | Buffer): void;
  push(frame: {
    joinRef: string | null;
    ref: string | null;
    topic: string;
    event: string;
    payload: unknown;
  }): void;
  /** Forgets a channel that has closed. */
  forget(channel: Channel): void;
  /** Gives the connection up, because it cannot keep pace. */
  overflow(): void;
}

/**
 * One topic joined by one connection: from `phx_join` through messages, presence and new tokens to its end. What a
 * client sends is handled strictly in order.
 */
export class Channel implements Listener {
  readonly topic: string;
  readonly isPrivate: boolean;
  readonly joinRef: string | null;
  readonly request: JoinRequest;
  readonly presenceKey: string;
  readonly peer: Peer;
  readonly platform: Platform;
  readonly authorization: Authorization;

  readonly #queue: WorkQueue;
  readonly #inbox = new Inbox((broadcast) => this.#deliver(broadcast));
  #state: "joining" | "joined" | "closed" = "joining";

  constructor(platform: Platform, peer: Peer, topic: string, joinRef: string | null, request: JoinRequest) {
    this.platform = platform;
    this.peer = peer;
    this.topic = topic;
    this.joinRef = joinRef;
    this.request = request;
    this.isPrivate = request.isPrivate;
    this.presenceKey = request.presence.key || randomUUID();
    this.authorization = new Authorization(
      platform,
      {
        topic,
        isPrivate: request.isPrivate,
        extensions: request.presence.enabled ? ["broadcast", "presence"] : ["broadcast"],
        headers: peer.headers,
        connection: peer.identity,
      },
      (message) => this.#shutDown(message),
    );
    this.#queue = new WorkQueue(waitingMessages, (error) => this.#fail(error));
  }

  get wireTopic(): string {
    return `realtime:${this.topic}`;
  }

  get hub(): Hub {
    return this.platform.hub;
  }

  get isClosed(): boolean {
    return this.#state === "closed";
  }

  /** Answers `phx_join`: checks token and policies, replays what was asked for, and starts listening. */
  join(ref: string | null): void {
    this.#queue.add(async () => {
      try {
        await this.authorization.use(this.request.accessToken);
        if (this.isClosed) return;
        await this.#enter(ref);
      } catch (error) {
        this.#refuse(ref, error);
      }
    });
  }

  /** Handles one message of the client. */
  receive(frame: ClientFrame): void {
    const taken = this.#queue.add(() => {
      if (!this.isClosed) return this.#handle(frame);
    });
    if (!taken) this.peer.overflow();
  }

  hear(broadcast: OutgoingBroadcast): void {
    this.#inbox.take(broadcast);
    if (this.#inbox.waiting > waitingMessages) this.peer.overflow();
  }

  hearPresence(diff: PresenceDiff): void {
    // before the answer to the join there is no state that a difference could refer to
    if (this.#state === "joined" && this.#readsPresence) this.push("presence_diff", diff, null);
  }

  push(event: string, payload: unknown, joinRef: string | null = this.joinRef): void {
    this.peer.push({ joinRef, ref: null, topic: this.wireTopic, event, payload });
  }

  reply(ref: string | null, status: "ok" | "error", response: unknown): void {
    const payload = { status, response };
    this.peer.push({ joinRef: this.joinRef, ref, topic: this.wireTopic, event: "phx_reply", payload });
  }

  system(extension: "system" | "postgres_changes", status: "ok" | "error", message: string): void {
    this.push("system", { extension, status, message, channel: this.topic });
  }

  /** Ends the channel on this side; the client is told, and does not come back by itself. */
  close(): void {
    if (this.isClosed) return;
    this.abandon();
    const { joinRef, wireTopic: topic } = this;
    this.peer.push({ joinRef, ref: joinRef, topic, event: "phx_close", payload: {} });
  }

  /** Ends the channel without a word, because the connection is gone or a new join takes its place. */
  abandon(): void {
    if (this.isClosed) return;
    this.#state = "closed";
    this.authorization.end();
    this.hub.leave(this);
    this.platform.changes.close(this);
    this.peer.forget(this);
  }

  get #readsPresence(): boolean {
    return this.request.presence.enabled && this.authorization.access.reads("presence");
  }

  #handle(frame: ClientFrame): void | Promise<void> {
    if (frame.broadcast) return sendBroadcast(this, frame.ref, frame.broadcast);
    switch (frame.event) {
      case "presence":
        return sendPresence(this, frame.ref, frame.payload);
      case "access_token":
        return this.#renew((frame.payload as { access_token?: unknown } | null)?.access_token);
      case "phx_leave":
        this.reply(frame.ref, "ok", {});
        return this.close();
    }
  }

  async #enter(ref: string | null): Promise<void> {
    // what is committed already must not arrive after its own replay
    if (this.request.replay) await this.platform.stream.catchUp();
    if (this.isClosed) return;
    this.hub.enter(this);
    const after = await messagesAfterJoin(this);
    if (this.isClosed) {
      this.platform.changes.close(this);
      return;
    }
    this.reply(ref, "ok", { postgres_changes: after.bindings });
    this.#state = "joined";
    if (this.#readsPresence) this.push("presence_state", this.hub.present(this));
    this.#inbox.open(after.replayed);
    after.announce();
  }

  #deliver(broadcast: OutgoingBroadcast): void {
    if (this.isClosed || !this.authorization.access.reads("broadcast")) return;
    const frame = broadcast.encode(this.peer.version);
    if (frame !== null) this.peer.send(frame);
  }

  async #renew(token: unknown): Promise<void> {
    if (typeof token !== "string" || token.startsWith("sb_") || token === this.authorization.identity.token)
      return;
    try {
      await this.authorization.use(token);
      this.platform.changes.authorize(this, this.authorization.identity.claims);
    } catch (error) {
      this.#shutDown(reasonFor(error, this.topic));
    }
  }

  #shutDown(message: string): void {
    if (this.isClosed) return;
    this.system("system", "error", message);
    this.close();
  }

  #refuse(ref: string | null, error: unknown): void {
    if (this.isClosed) return;
    const reason = reasonFor(error, this.topic);
    if (!isExpected(error))
      this.platform.log("realtime", "join refused", { topic: this.topic, reason: String(error) });
    this.reply(ref, "error", { reason });
    this.abandon();
  }

  #fail(error: unknown): void {
    this.platform.log("realtime", "channel failed", { topic: this.topic, reason: String(error) });
  }
}

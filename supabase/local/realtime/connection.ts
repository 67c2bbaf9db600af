import type { RawData, WebSocket } from "ws";
import { Channel, type Peer } from "./channel.ts";
import { decodeFrame, encodeFrame } from "./frames.ts";
import type { Identity } from "./identity.ts";
import { type JoinRequest, readJoinRequest } from "./join-request.ts";
import { type ClientFrame, type Frame, MalformedFrame, type Version } from "./message.ts";
import type { Platform } from "./platform.ts";

/** Bytes that may wait for a slow client before it is given up; it then reconnects and reads its state anew. */
const mostBufferedBytes = 8 * 1024 * 1024;
/** Clients send a heartbeat every 25 seconds; after this long without any message the peer is gone. */
const longestSilenceMs = 60_000;
const mostChannels = 100;
const topicPrefix = "realtime:";

/** One WebSocket of a client, with the channels that it has joined. */
export class Connection implements Peer {
  readonly version: Version;
  readonly identity: Identity;
  readonly headers: Record<string, unknown>;
  readonly #platform: Platform;
  readonly #socket: WebSocket;
  readonly #channels = new Map<string, Channel>();
  #lastHeard = Date.now();

  constructor(
    platform: Platform,
    socket: WebSocket,
    opened: { version: Version; identity: Identity; headers: Record<string, unknown> },
  ) {
    this.#platform = platform;
    this.#socket = socket;
    this.version = opened.version;
    this.identity = opened.identity;
    this.headers = opened.headers;
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    // the close event follows and does the work
    socket.on("error", () => {});
    socket.on("close", () => this.#abandonChannels());
  }

  send(frame: string | Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > mostBufferedBytes) this.overflow();
    else this.#socket.send(frame);
  }

  push(frame: Frame): void {
    this.send(encodeFrame(this.version, frame));
  }

  forget(channel: Channel): void {
    if (this.#channels.get(channel.wireTopic) === channel) this.#channels.delete(channel.wireTopic);
  }

  overflow(): void {
    this.#platform.log("realtime", "a client is too slow, its connection ends");
    this.#socket.terminate();
  }

  /** Ends a connection whose client has gone silent. */
  endIfSilent(): void {
    if (Date.now() - this.#lastHeard > longestSilenceMs) this.#socket.terminate();
  }

  #abandonChannels(): void {
    for (const channel of [...this.#channels.values()]) channel.abandon();
  }

  #receive(data: RawData, isBinary: boolean): void {
    // frames that came along with a malformed one are not heard any more
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#lastHeard = Date.now();
    try {
      this.#dispatch(decodeFrame(this.version, data as Buffer, isBinary));
    } catch (error) {
      const reason = error instanceof MalformedFrame ? error.message : "internal error";
      this.#platform.log("realtime", "a connection is closed", { reason: String(error) });
      this.#socket.close(error instanceof MalformedFrame ? 1003 : 1011, reason);
    }
  }

  #dispatch(frame: ClientFrame): void {
    const { topic, event, joinRef } = frame;
    const channel = this.#channels.get(topic);
    if (topic === "phoenix" && event === "heartbeat") this.#reply(frame, "ok", {});
    else if (event === "phx_join") this.#join(frame);
    // a message for an earlier join of this topic is of no use any more
    else if (channel) {
      if (joinRef === null || joinRef === channel.joinRef) channel.receive(frame);
    } else if (event === "phx_leave") this.#reply(frame, "ok", {});
    else this.#reply(frame, "error", { reason: "unmatched topic" });
  }

  #join(frame: ClientFrame): void {
    const topic = frame.topic.startsWith(topicPrefix) ? frame.topic.slice(topicPrefix.length) : null;
    const request = readJoinRequest(frame.payload);
    // a second join of a topic takes the place of the first
    this.#channels.get(frame.topic)?.close();
    const refusal = this.#whyNotJoin(topic, request);
    if (refusal !== null || topic === null || request === null) {
      this.#reply(frame, "error", { reason: refusal });
      return;
    }
    const channel = new Channel(this.#platform, this, topic, frame.joinRef, request);
    this.#channels.set(frame.topic, channel);
    channel.join(frame.ref);
  }

  #whyNotJoin(topic: string | null, request: JoinRequest | null): string | null {
    if (topic === null) return "unmatched topic";
    if (topic === "") return "TopicNameRequired: You must provide a topic name";
    if (request === null) return "InvalidJoinPayload: The join payload is not valid";
    if (this.#channels.size >= mostChannels) return "ChannelRateLimitReached: Too many channels";
    return null;
  }

  #reply(frame: ClientFrame, status: "ok" | "error", response: unknown): void {
    const { joinRef, ref, topic } = frame;
    this.push({ joinRef, ref, topic, event: "phx_reply", payload: { status, response } });
  }
}

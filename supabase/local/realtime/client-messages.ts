import { randomUUID } from "node:crypto";
import type { Channel } from "./channel.ts";
import { type Broadcast, type ClientFrame, isRecord } from "./message.ts";
import { type Extension, insertMessage, PolicyFailed } from "./policies.ts";

/**
 * Passes a client's broadcast on. Without permission it is dropped without a word, as hosted Realtime does; the reply
 * comes only when the channel asked for acknowledgements.
 */
export function sendBroadcast(
  channel: Channel,
  ref: string | null,
  sent: NonNullable<ClientFrame["broadcast"]>,
): void | Promise<void> {
  const allowed = mayWrite(channel, "broadcast");
  // once the policies have answered, a broadcast passes without waiting
  if (typeof allowed === "boolean") return allowed ? passOn(channel, ref, sent) : undefined;
  return allowed.then((isAllowed) => (isAllowed ? passOn(channel, ref, sent) : undefined));
}

function passOn(
  channel: Channel,
  ref: string | null,
  { message, persist }: NonNullable<ClientFrame["broadcast"]>,
): void | Promise<void> {
  if (persist) return persistBroadcast(channel, ref, message);
  const except = channel.request.hearsItself ? undefined : channel;
  channel.hub.broadcast(channel.isPrivate, channel.topic, message, { except });
  if (channel.request.acknowledges) channel.reply(ref, "ok", {});
}

async function persistBroadcast(channel: Channel, ref: string | null, message: Broadcast): Promise<void> {
  const { hub, platform, topic, peer } = channel;
  if (!channel.isPrivate)
    return channel.reply(ref, "error", { error: "only private channels store messages" });
  const id = randomUUID();
  if (!channel.request.hearsItself) hub.expectOwnMessage(id, channel);
  const { claims } = channel.authorization.identity;
  const row = {
    id,
    event: message.event,
    json: "json" in message ? JSON.stringify(JSON.parse(message.json).payload) : null,
    bytes: "bytes" in message ? message.bytes : null,
  };
  try {
    await insertMessage(platform.sql, { claims, topic, headers: peer.headers }, row);
    channel.reply(ref, "ok", {});
  } catch (error) {
    hub.forgetOwnMessage(id);
    platform.log("realtime", "message was not stored", { topic, reason: String(error) });
    channel.reply(ref, "error", { error: "the message was not stored" });
  }
}

/** Starts, renews or ends the client's presence. Answers every request; a denied one with an error. */
export async function sendPresence(channel: Channel, ref: string | null, payload: unknown): Promise<void> {
  const request = isRecord(payload) ? payload : {};
  const action = typeof request.event === "string" ? request.event.toLowerCase() : "";
  if (action === "untrack") {
    channel.hub.untrack(channel);
    return channel.reply(ref, "ok", {});
  }
  if (action !== "track") return channel.reply(ref, "error", { reason: "UnknownPresenceEvent" });
  if (!(await mayWrite(channel, "presence"))) {
    const reason = `Unauthorized: You do not have permissions to write to this Channel topic: ${channel.topic}`;
    return channel.reply(ref, "error", { reason });
  }
  if (channel.isClosed) return;
  channel.reply(ref, "ok", {});
  channel.hub.track(channel, channel.presenceKey, isRecord(request.payload) ? request.payload : {});
}

function mayWrite(channel: Channel, extension: Extension): boolean | Promise<boolean> {
  const answer = channel.authorization.access.writes(extension);
  if (typeof answer === "boolean") return answer;
  return answer.catch((error) => {
    const kind = error instanceof PolicyFailed ? "a policy failed" : "policies could not be asked";
    channel.platform.log("realtime", kind, { topic: channel.topic, extension, reason: String(error) });
    return false;
  });
}

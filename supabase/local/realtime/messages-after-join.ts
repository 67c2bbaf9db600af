import type { Channel } from "./channel.ts";
import { encodeOnce, type OutgoingBroadcast } from "./hub.ts";
import { replayMessages } from "./messages.ts";
import { RefusedJoin } from "./refusal.ts";

/** What a client is told right after its join was answered. */
interface AfterJoin {
  /** Its postgres_changes listeners with their ids, in the order of the request. */
  bindings: unknown[];
  replayed: OutgoingBroadcast[];
  /** Sends the system messages that tell whether the database side is ready. */
  announce(): void;
}

/** Gathers what the join asked for: old messages, and the rows of tables to listen to. Throws {@link RefusedJoin}. */
export async function messagesAfterJoin(channel: Channel): Promise<AfterJoin> {
  const { request, topic, platform } = channel;
  if (request.replay && !channel.isPrivate)
    throw new RefusedJoin("UnableToReplayMessages: Replay is not allowed for public channels");
  const stored = request.replay ? await replayMessages(platform.sql, topic, request.replay) : [];
  const replayed = stored.map(({ id, message }) => ({ id, encode: encodeOnce(topic, message) }));
  const { bindings, problem } = await platform.changes.open(
    channel,
    request.changes,
    channel.authorization.identity.claims,
  );
  return {
    bindings,
    replayed,
    announce() {
      if (request.wantsReplicationReady) channel.system("system", "ok", "Replication connection established");
      if (problem) channel.system("postgres_changes", "error", problem);
      else if (bindings.length > 0) channel.system("postgres_changes", "ok", "Subscribed to PostgreSQL");
    },
  };
}

import { WebSocketServer } from "ws";
import type { Service, StackContext } from "../service.ts";
import { createChangeFeed } from "./changes/feed.ts";
import { Connection } from "./connection.ts";
import { Hub } from "./hub.ts";
import { deleteOldMessages, messageOfRow } from "./messages.ts";
import type { Platform } from "./platform.ts";
import { followPublications } from "./replication/stream.ts";
import { serveBroadcast } from "./rest-broadcast.ts";
import { acceptUpgrade } from "./upgrade.ts";

const publications = ["supabase_realtime_messages_publication", "supabase_realtime"];
const silenceCheckMs = 15_000;
const retentionMs = 60 * 60_000;
/** The largest message that a client may send, as on hosted projects. */
const mostBytes = 3 * 1024 * 1024;

/**
 * Stands in for hosted Realtime: Phoenix channels over WebSocket with broadcast (clients, REST, database), presence,
 * replay and postgres_changes, authorised by Row Level Security on realtime.messages.
 *
 * Differs from hosted: one process without a cluster, no rate limits and no pause before a refused join is answered,
 * presence changes are told at once, and messages are kept in one table.
 */
export async function createRealtimeService(context: StackContext): Promise<Service> {
  const { sql, keys, log } = context;
  const hub = new Hub();
  const changes = createChangeFeed(context);
  const server = new WebSocketServer({ noServer: true, maxPayload: mostBytes, clientTracking: true });
  const connections = new Set<Connection>();

  const stream = await followPublications(context, publications, (change, commitTime) => {
    const { schema, table } = change.relation;
    if (schema !== "realtime" || table !== "messages") return changes.take(change, commitTime);
    const row = messageOfRow(change);
    if (row) hub.broadcast(row.isPrivate, row.topic, row.message, { id: row.id });
  });

  const platform: Platform = { sql, keys, log, hub, changes, stream };

  const retention = () =>
    deleteOldMessages(sql).catch((error) => log("realtime", "old messages stay", { reason: String(error) }));
  const timers = [
    setInterval(() => {
      for (const connection of connections) connection.endIfSilent();
    }, silenceCheckMs),
    setInterval(retention, retentionMs),
  ];
  for (const timer of timers) timer.unref();
  await retention();

  return {
    prefix: "realtime",
    async handle(request) {
      try {
        return await serveBroadcast(platform, request);
      } catch (error) {
        log("realtime", "broadcast request failed", { reason: String(error) });
        return Response.json({ error: "Internal Server Error" }, { status: 500 });
      }
    },
    upgrade(request, socket, head) {
      acceptUpgrade(keys, request, socket, (opened) => {
        server.handleUpgrade(request, socket, head, (webSocket) => {
          const connection = new Connection(platform, webSocket, opened);
          connections.add(connection);
          webSocket.on("close", () => connections.delete(connection));
        });
      }).catch((error) => {
        log("realtime", "upgrade failed", { reason: String(error) });
        socket.destroy();
      });
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      for (const socket of server.clients) socket.close(1001, "going away");
      await stream.stop();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

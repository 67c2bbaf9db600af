import { connect, type Socket } from "node:net";
import postgres from "postgres";

/** Longer than the 8 s after which the database ends any statement itself: a silence like this is a dead connection. */
const silenceMs = 10_000;
const connectSeconds = 5;

/** A socket that gives up when nothing has passed for too long, be it in a query or idle; the pool opens another. */
function openSocket(host: string, port: number): Socket {
  const socket = connect({ host, port });
  socket.setTimeout(silenceMs, () => {
    const error = new Error(`the database was silent for ${silenceMs / 1000} s`);
    socket.destroy(Object.assign(error, { code: "ETIMEDOUT" }));
  });
  return socket;
}

/**
 * A pool that logs in as hosted does, so that no caller can get further than the three API roles, whatever SQL it
 * reaches. A query on a connection that is dead without saying so fails with ETIMEDOUT after ten seconds.
 */
export function connectAsAuthenticator(dbUrl: string, connections: number): postgres.Sql {
  const url = new URL(dbUrl);
  url.username = "authenticator";
  // The option is part of postgres.js and missing from its types.
  const options: postgres.Options<Record<string, never>> & { socket: () => Socket } = {
    max: connections,
    connect_timeout: connectSeconds,
    prepare: false,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: "postgrest" },
    socket: () => openSocket(url.hostname, Number(url.port || 5432)),
  };
  return postgres(url.href, options);
}

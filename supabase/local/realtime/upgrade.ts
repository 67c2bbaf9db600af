import type { IncomingMessage } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Keyring } from "../keyring.ts";
import type { Identity } from "./identity.ts";
import type { Version } from "./message.ts";

/** How a WebSocket was opened. */
export interface Opened {
  version: Version;
  identity: Identity;
  headers: Record<string, unknown>;
}

/**
 * Decides about a WebSocket upgrade: calls `accept`, or refuses with an HTTP answer `{error}`, which is 404 for
 * another path, 400 for an unknown protocol version and 401 for a missing or wrong API key.
 */
export async function acceptUpgrade(
  keys: Pick<Keyring, "claimsOfKey" | "verify">,
  request: IncomingMessage,
  socket: Duplex,
  accept: (opened: Opened) => void,
): Promise<void> {
  // a client may vanish while its key is checked
  const ignore = () => {};
  socket.on("error", ignore);
  const target = URL.parse(request.url ?? "", "http://localhost");
  if (target?.pathname !== "/realtime/v1/websocket") return refuse(socket, 404, "Not Found");
  const version = target.searchParams.get("vsn") ?? "1.0.0";
  if (version !== "1.0.0" && version !== "2.0.0")
    return refuse(socket, 400, `Unsupported protocol version ${version}`);
  const header = request.headers["x-api-key"];
  const apikey = target.searchParams.get("apikey") ?? (typeof header === "string" ? header : "");
  const identity = await identityOfKey(keys, apikey);
  if (socket.destroyed) return;
  if (!identity) return refuse(socket, 401, apikey ? "Invalid API key" : "API key is required");
  socket.off("error", ignore);
  accept({ version, identity, headers: request.headers });
}

/** The claims of an API key; a user's token in its place is accepted too, as hosted Realtime does. */
async function identityOfKey(
  keys: Pick<Keyring, "claimsOfKey" | "verify">,
  apikey: string,
): Promise<Identity | null> {
  const keyClaims = keys.claimsOfKey(apikey);
  if (keyClaims) return { claims: keyClaims, token: null, expiresAt: null };
  const claims = await keys.verify(apikey);
  if (!claims) return null;
  return { claims, token: apikey, expiresAt: claims.exp === undefined ? null : claims.exp * 1000 };
}

function refuse(socket: Duplex, status: number, error: string): void {
  const body = JSON.stringify({ error });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

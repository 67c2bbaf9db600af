import { afterEach } from "vitest";
import { WebSocket } from "ws";
import { stack } from "../setup/stack.ts";

const open: WebSocket[] = [];

afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});

/** Where a WebSocket with this query goes. */
export function address(query: Record<string, string>): string {
  const url = `${stack().status.apiUrl}/realtime/v1/websocket?${new URLSearchParams(query)}`;
  return url.replace(/^http/, "ws");
}

/** A bare WebSocket, for messages that supabase-js never sends. */
export async function connect(query = { apikey: stack().status.publishableKey, vsn: "2.0.0" }) {
  const socket = new WebSocket(address(query));
  open.push(socket);
  const heard: unknown[] = [];
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("message", (data) => heard.push(JSON.parse(String(data))));
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return { socket, heard, closed, send: (message: unknown) => socket.send(JSON.stringify(message)) };
}

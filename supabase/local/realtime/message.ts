/** Phoenix serializer version: 2.0.0 speaks arrays and binary frames, 1.0.0 speaks objects. */
export type Version = "1.0.0" | "2.0.0";

/** One Phoenix message, in either direction. */
export interface Frame {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: unknown;
}

/** A broadcast on its way to subscribers: the finished JSON object that clients get, or raw bytes. */
export type Broadcast =
  | { event: string; json: string }
  | { event: string; bytes: Uint8Array; meta?: Record<string, unknown> };

/** What a client sent: a Phoenix message, and for the event "broadcast" its content made ready to pass on. */
export interface ClientFrame extends Frame {
  broadcast?: { message: Broadcast; persist: boolean };
}

/** Thrown for bytes that are no Phoenix message; the connection that sent them cannot be trusted further. */
export class MalformedFrame extends Error {}

/** Builds the JSON object of a broadcast from a payload that is JSON text already, so that numbers stay exact. */
export function broadcastJson(event: string, payloadJson: string, meta?: Record<string, unknown>): Broadcast {
  const metaPart = meta ? `,"meta":${JSON.stringify(meta)}` : "";
  return {
    event,
    json: `{"type":"broadcast","event":${JSON.stringify(event)},"payload":${payloadJson}${metaPart}}`,
  };
}

/** Parses JSON text; throws {@link MalformedFrame} when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedFrame("not JSON");
  }
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

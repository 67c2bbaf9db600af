import {
  type Broadcast,
  broadcastJson,
  type ClientFrame,
  isRecord,
  MalformedFrame,
  parseJson,
} from "./message.ts";

const clientBroadcast = 3;
const serverBroadcast = 4;
const rawBytes = 0;
const json = 1;

/**
 * Reads the binary frame in which clients send broadcasts: seven bytes of kind, lengths and encoding, then join
 * reference, reference, topic, event, metadata and payload. Throws {@link MalformedFrame} when it is cut short.
 */
export function decodeUserBroadcast(frame: Buffer): ClientFrame {
  if (frame.length < 7 || frame[0] !== clientBroadcast)
    throw new MalformedFrame("unknown kind of binary frame");
  let offset = 7;
  const take = (lengthAt: number) => {
    const start = offset;
    offset += frame[lengthAt] ?? 0;
    if (offset > frame.length) throw new MalformedFrame("a binary frame that ends too early");
    return frame.toString("utf8", start, offset);
  };
  const joinRef = take(1) || null;
  const ref = take(2) || null;
  const topic = take(3);
  const event = take(4);
  const metaText = take(5);
  const meta = metaText === "" ? {} : parseJson(metaText);
  const payload = frame.subarray(offset);
  return {
    joinRef,
    ref,
    topic,
    event: "broadcast",
    payload: undefined,
    broadcast: {
      message: content(event, frame[6], payload),
      persist: isRecord(meta) && Boolean(meta.persist),
    },
  };
}

function content(event: string, encoding: number | undefined, payload: Buffer): Broadcast {
  if (encoding === rawBytes) return { event, bytes: payload };
  if (encoding !== json) throw new MalformedFrame("unknown encoding of a payload");
  const text = payload.toString("utf8");
  parseJson(text);
  return broadcastJson(event, text);
}

/** Writes raw bytes for subscribers. Null when topic, event or metadata exceed the 255 bytes that the frame can name. */
export function encodeUserBroadcast(
  topic: string,
  message: Extract<Broadcast, { bytes: Uint8Array }>,
): Buffer | null {
  const parts = [topic, message.event, message.meta ? JSON.stringify(message.meta) : ""].map((part) =>
    Buffer.from(part, "utf8"),
  );
  if (parts.some((part) => part.length > 255)) return null;
  const header = Buffer.from([serverBroadcast, ...parts.map((part) => part.length), rawBytes]);
  return Buffer.concat([header, ...parts, message.bytes]);
}

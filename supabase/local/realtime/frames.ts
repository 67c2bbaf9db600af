import { decodeUserBroadcast, encodeUserBroadcast } from "./binary-frames.ts";
import {
  type Broadcast,
  type ClientFrame,
  type Frame,
  isRecord,
  MalformedFrame,
  parseJson,
  type Version,
} from "./message.ts";

/** Writes one message as a text frame. */
export function encodeFrame(version: Version, frame: Frame): string {
  const { joinRef, ref, topic, event, payload } = frame;
  if (version === "2.0.0") return JSON.stringify([joinRef, ref, topic, event, payload]);
  return JSON.stringify({ topic, event, payload, ref, join_ref: joinRef });
}

/**
 * Writes a broadcast for every subscriber of a topic (no refs): JSON as text, bytes as a binary frame. Null when this
 * version has no way to carry it, as raw bytes in 1.0.0.
 */
export function encodeBroadcast(version: Version, topic: string, message: Broadcast): string | Buffer | null {
  if ("bytes" in message) return version === "2.0.0" ? encodeUserBroadcast(topic, message) : null;
  const name = JSON.stringify(topic);
  if (version === "2.0.0") return `[null,null,${name},"broadcast",${message.json}]`;
  return `{"topic":${name},"event":"broadcast","payload":${message.json},"ref":null,"join_ref":null}`;
}

/** Reads what a client sent. Throws {@link MalformedFrame} for anything else than a Phoenix message. */
export function decodeFrame(version: Version, bytes: Buffer, isBinary: boolean): ClientFrame {
  if (isBinary) return decodeUserBroadcast(bytes);
  const parsed = parseJson(bytes.toString("utf8"));
  const frame = version === "2.0.0" ? fromArray(parsed) : fromObject(parsed);
  if (frame.event !== "broadcast") return frame;
  const content = frame.payload;
  if (!isRecord(content)) throw new MalformedFrame("a broadcast needs an object as its payload");
  const event = typeof content.event === "string" ? content.event : "";
  const json = JSON.stringify({ ...content, type: "broadcast" });
  return { ...frame, broadcast: { message: { event, json }, persist: Boolean(content.persist) } };
}

function fromArray(parsed: unknown): Frame {
  if (!Array.isArray(parsed) || parsed.length !== 5)
    throw new MalformedFrame("a message is an array of five parts");
  const [joinRef, ref, topic, event, payload] = parsed;
  return checked({ joinRef, ref, topic, event, payload });
}

function fromObject(parsed: unknown): Frame {
  if (!isRecord(parsed)) throw new MalformedFrame("a message is an object");
  const { topic, event, payload, ref = null, join_ref: joinRef = null } = parsed;
  return checked({ joinRef, ref, topic, event, payload });
}

function checked(parts: { [part in keyof Frame]: unknown }): Frame {
  const { topic, event, payload } = parts;
  if (typeof topic !== "string" || typeof event !== "string")
    throw new MalformedFrame("topic and event are strings");
  return { joinRef: reference(parts.joinRef), ref: reference(parts.ref), topic, event, payload };
}

function reference(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" && value.length <= 255) return value;
  if (typeof value === "number") return String(value);
  throw new MalformedFrame("a reference is a string or null");
}

import { describe, expect, test } from "vitest";
import fc from "../../../tests/setup/properties.ts";
import { encodeUserBroadcast } from "./binary-frames.ts";
import { decodeFrame, encodeBroadcast, encodeFrame } from "./frames.ts";
import { broadcastJson, MalformedFrame } from "./message.ts";

const version = fc.constantFrom("1.0.0" as const, "2.0.0" as const);
const name = fc.string({ unit: "grapheme", maxLength: 60 });
const reference = fc.option(fc.string({ minLength: 1, maxLength: 20 }));

/** A client's binary broadcast, written as the protocol describes it. */
function clientFrame(parts: string[], encoding: number, payload: Uint8Array): Buffer {
  const fields = parts.map((part) => Buffer.from(part));
  return Buffer.concat([
    Buffer.from([3, ...fields.map((field) => field.length), encoding]),
    ...fields,
    payload,
  ]);
}

describe("text frames", () => {
  test("come back as they were written, in both versions", () => {
    fc.assert(
      fc.property(
        version,
        reference,
        reference,
        name,
        name,
        fc.jsonValue(),
        (vsn, joinRef, ref, topic, event, payload) => {
          fc.pre(event !== "broadcast");
          const frame = { joinRef, ref, topic, event, payload: JSON.parse(JSON.stringify(payload)) };
          expect(decodeFrame(vsn, Buffer.from(encodeFrame(vsn, frame)), false)).toEqual(frame);
        },
      ),
    );
  });

  test("carry broadcasts with any payload to subscribers", () => {
    fc.assert(
      fc.property(name, name, fc.jsonValue(), (topic, event, payload) => {
        const message = broadcastJson(event, JSON.stringify(payload), { id: "7" });
        const expected = {
          type: "broadcast",
          event,
          payload: JSON.parse(JSON.stringify(payload)),
          meta: { id: "7" },
        };
        expect(JSON.parse(String(encodeBroadcast("2.0.0", topic, message)))).toEqual([
          null,
          null,
          topic,
          "broadcast",
          expected,
        ]);
        expect(JSON.parse(String(encodeBroadcast("1.0.0", topic, message)))).toEqual({
          topic,
          event: "broadcast",
          payload: expected,
          ref: null,
          join_ref: null,
        });
      }),
    );
  });

  test("keep numbers that JavaScript cannot hold", () => {
    const message = broadcastJson("big", '{"n":12345678901234567890.10}');
    expect(encodeBroadcast("2.0.0", "t", message)).toContain("12345678901234567890.10");
  });
});

describe("binary frames", () => {
  test("of a client are read with every field, in UTF-8", () => {
    fc.assert(
      fc.property(reference, reference, name, name, fc.uint8Array(), (joinRef, ref, topic, event, bytes) => {
        const frame = clientFrame([joinRef ?? "", ref ?? "", topic, event, ""], 0, bytes);
        const read = decodeFrame("2.0.0", frame, true);
        expect(read).toMatchObject({ joinRef, ref, topic, event: "broadcast" });
        expect(read.broadcast).toEqual({ message: { event, bytes: Buffer.from(bytes) }, persist: false });
      }),
    );
  });

  test("with JSON inside become the object that subscribers get", () => {
    const payload = Buffer.from('{"a":"é"}');
    const { broadcast } = decodeFrame(
      "2.0.0",
      clientFrame(["1", "2", "t", "e", '{"persist":true}'], 1, payload),
      true,
    );
    expect(broadcast).toEqual({
      message: { event: "e", json: '{"type":"broadcast","event":"e","payload":{"a":"é"}}' },
      persist: true,
    });
  });

  test("for subscribers name topic, event and metadata before the bytes", () => {
    const frame = encodeUserBroadcast("tü", { event: "e", bytes: Uint8Array.of(1, 2), meta: { id: "x" } });
    const meta = Buffer.from('{"id":"x"}');
    expect(frame).toEqual(
      Buffer.concat([Buffer.from([4, 3, 1, meta.length, 0]), Buffer.from("tüe"), meta, Buffer.from([1, 2])]),
    );
  });

  test("cannot carry a topic of more than 255 bytes", () => {
    expect(encodeUserBroadcast("é".repeat(128), { event: "e", bytes: new Uint8Array() })).toBeNull();
  });
});

test("whatever arrives is a message or malformed, and nothing else happens", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }).map((rest) => Uint8Array.of(3, ...rest)),
    fc.json().map((text) => Buffer.from(text)),
    fc.array(fc.jsonValue(), { maxLength: 6 }).map((list) => Buffer.from(JSON.stringify(list))),
  );
  fc.assert(
    fc.property(version, bytes, fc.boolean(), (vsn, data, isBinary) => {
      try {
        const frame = decodeFrame(vsn, Buffer.from(data), isBinary);
        expect(typeof frame.topic).toBe("string");
        expect(typeof frame.event).toBe("string");
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedFrame);
      }
    }),
    { numRuns: 2000 },
  );
});

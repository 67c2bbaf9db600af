/** Sound of one channel. */
export interface Mono {
  samples: Float32Array;
  /** Samples a second. */
  rate: number;
}

const unreadable = () => new Error("The voice gave no sound that could be read.");

/** Reads a WAV file of 16-bit samples; of several channels the first counts. Throws a message for people otherwise. */
export function readWav(bytes: Uint8Array): Mono {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nameAt = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 44 || nameAt(0) !== "RIFF" || nameAt(8) !== "WAVE") throw unreadable();
  let rate = 0;
  let channels = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (nameAt(at) === "fmt ") {
      channels = view.getUint16(at + 10, true);
      rate = view.getUint32(at + 12, true);
      if (view.getUint16(at + 8, true) !== 1 || view.getUint16(at + 22, true) !== 16) throw unreadable();
    }
    if (nameAt(at) === "data") {
      if (channels === 0 || rate < 8_000 || rate > 96_000) throw unreadable();
      const count = Math.floor(Math.min(size, bytes.length - at - 8) / (2 * channels));
      const start = at + 8;
      return {
        rate,
        samples: Float32Array.from(
          { length: count },
          (_, index) => view.getInt16(start + 2 * channels * index, true) / 32_768,
        ),
      };
    }
    at += 8 + size + (size % 2);
  }
  throw unreadable();
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** Writes a WAV file of 16-bit samples that says in itself what made it. */
export function writeWav({ samples, rate }: Mono, madeBy: string): Uint8Array {
  const format = Buffer.alloc(16);
  [1, 1].forEach((value, place) => {
    format.writeUInt16LE(value, 2 * place);
  });
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * 2, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(16, 14);
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((value, at) => {
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), 2 * at);
  });
  const note = Buffer.concat([
    Buffer.from("INFO", "latin1"),
    chunk("ISFT", Buffer.from(`${madeBy}\0`, "latin1")),
  ]);
  const body = Buffer.concat([
    Buffer.from("WAVE", "latin1"),
    chunk("fmt ", format),
    chunk("data", data),
    chunk("LIST", note),
  ]);
  return chunk("RIFF", body);
}

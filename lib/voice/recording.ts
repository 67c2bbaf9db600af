/** What the first bytes of a recording say about it. */
export interface Recording {
  mimeType: "audio/webm" | "audio/ogg" | "audio/mp4" | "audio/mpeg" | "audio/wav";
  extension: "webm" | "ogg" | "m4a" | "mp3" | "wav";
}

const kinds: [from: number, bytes: readonly number[], Recording][] = [
  [0, [0x1a, 0x45, 0xdf, 0xa3], { mimeType: "audio/webm", extension: "webm" }],
  [0, [0x4f, 0x67, 0x67, 0x53], { mimeType: "audio/ogg", extension: "ogg" }],
  [4, [0x66, 0x74, 0x79, 0x70], { mimeType: "audio/mp4", extension: "m4a" }],
  [0, [0x49, 0x44, 0x33], { mimeType: "audio/mpeg", extension: "mp3" }],
  // MPEG 1 and 2, layer III, with and without a checksum.
  [0, [0xff, 0xfb], { mimeType: "audio/mpeg", extension: "mp3" }],
  [0, [0xff, 0xfa], { mimeType: "audio/mpeg", extension: "mp3" }],
  [0, [0xff, 0xf3], { mimeType: "audio/mpeg", extension: "mp3" }],
  [0, [0xff, 0xf2], { mimeType: "audio/mpeg", extension: "mp3" }],
  [8, [0x57, 0x41, 0x56, 0x45], { mimeType: "audio/wav", extension: "wav" }],
];

/** Knows what browsers record and what people upload by its first bytes, whatever it was called; else null. */
export function readRecording(bytes: Uint8Array): Recording | null {
  const found = kinds.find(([from, magic]) => magic.every((byte, at) => bytes[from + at] === byte));
  return found?.[2] ?? null;
}

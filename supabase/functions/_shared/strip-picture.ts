import type { PictureHeader } from "./picture.ts";

type Bytes = Uint8Array<ArrayBuffer>;

function join(parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const viewOf = (bytes: Bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** APP1 holds Exif and XMP, APP13 IPTC, COM remarks. */
const toldByJpeg = new Set([0xe1, 0xed, 0xfe]);
const startOfScan = 0xda;

function stripJpeg(bytes: Bytes): Bytes {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === startOfScan) break;
    const next = marker === 0xff ? at + 1 : at + 2 + view.getUint16(at + 2);
    if (!toldByJpeg.has(marker)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return join([...kept, bytes.subarray(at)]);
}

/** eXIf, tEXt, zTXt, iTXt, tIME. */
const toldByPng = new Set([0x65584966, 0x74455874, 0x7a545874, 0x69545874, 0x74494d45]);

function stripPng(bytes: Bytes): Bytes {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + view.getUint32(at);
    if (!toldByPng.has(view.getUint32(at + 4))) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return join(kept);
}

const exif = 0x45584946;
const xmp = 0x584d5020;
const extended = 0x56503858;
/** The bits of an extended header that announce Exif and XMP. */
const toldBits = 0x0c;

function stripWebp(bytes: Bytes): Bytes {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const kind = view.getUint32(at);
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size % 2);
    const chunk = bytes.slice(at, next);
    if (kind === extended) chunk[8] = (chunk[8] ?? 0) & ~toldBits;
    if (kind !== exif && kind !== xmp) kept.push(chunk);
    at = next;
  }
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, 4 + kept.reduce((sum, { length }) => sum + length, 0), true);
  return join([head, ...kept]);
}

const strip = { jpg: stripJpeg, png: stripPng, webp: stripWebp };

/**
 * The same picture without what a camera or a program wrote into it: where and when it was taken, by whom, remarks.
 * The pixels stay as they are. Expects one whole picture, as `readPicture` knows it.
 */
export function stripPicture(bytes: Bytes, { extension }: Pick<PictureHeader, "extension">): Bytes {
  return strip[extension](bytes);
}

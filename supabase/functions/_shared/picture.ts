/** What the bytes of a picture say about it. */
export interface PictureHeader {
  mimeType: "image/webp" | "image/png" | "image/jpeg";
  extension: "webp" | "png" | "jpg";
  width: number;
  height: number;
}

const text = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const littleEndian24 = (view: DataView, at: number) =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

function readWebp(bytes: Uint8Array, view: DataView): PictureHeader | null {
  const isWhole = view.getUint32(4, true) + 8 <= bytes.length;
  if (!isWhole || text(bytes, 8, 4) !== "WEBP") return null;
  const found = (width: number, height: number): PictureHeader => ({
    mimeType: "image/webp",
    extension: "webp",
    width,
    height,
  });
  const kind = text(bytes, 12, 4);
  if (kind === "VP8X") {
    const isAnimated = (view.getUint8(20) & 2) !== 0;
    return isAnimated ? null : found(littleEndian24(view, 24) + 1, littleEndian24(view, 27) + 1);
  }
  if (kind === "VP8L") {
    const bits = view.getUint32(21, true);
    return found((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (kind === "VP8 ") return found(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  return null;
}

/** "acTL" and "IEND": numbers, since a hostile file has millions of chunks to compare. */
const animationControl = 0x6163544c;
const imageEnd = 0x49454e44;

function readPng(bytes: Uint8Array, view: DataView): PictureHeader | null {
  if (text(bytes, 12, 4) !== "IHDR") return null;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const kind = view.getUint32(at + 4);
    if (kind === animationControl) return null;
    if (kind === imageEnd)
      return {
        mimeType: "image/png",
        extension: "png",
        width: view.getUint32(16),
        height: view.getUint32(20),
      };
    at += 12 + view.getUint32(at);
  }
  return null;
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpeg(bytes: Uint8Array, view: DataView): PictureHeader | null {
  let end = bytes.length;
  while (end > 2 && bytes[end - 1] === 0) end -= 1;
  if (bytes[end - 2] !== 0xff || bytes[end - 1] !== 0xd9) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker))
      return {
        mimeType: "image/jpeg",
        extension: "jpg",
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
      };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/**
 * Reads kind and size from the bytes alone, whatever a server called them. Null for anything that is not one whole,
 * still WebP, PNG or JPEG. The pixels are not decoded.
 */
export function readPicture(bytes: Uint8Array): PictureHeader | null {
  if (bytes.length < 32) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text(bytes, 0, 4) === "RIFF") return readWebp(bytes, view);
  if (view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return readPng(bytes, view);
  if (view.getUint16(0) === 0xffd8) return readJpeg(bytes, view);
  return null;
}

/** What the bytes of a video say about it. */
export interface VideoHeader {
  width: number;
  height: number;
  durationMs: number;
  /** The four letters of its first picture track: `avc1` is H.264. */
  codec: string;
}

interface Box {
  kind: string;
  /** Where its content begins and ends. */
  from: number;
  to: number;
}

/** A film has some fifty boxes. One of 25 MB could have millions, and reading them would fill the memory. */
const maxBoxes = 10_000;

/** A file that is being read, and how many more of its boxes are looked at. */
interface Reading {
  view: DataView;
  boxesLeft: number;
}

const letters = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));

/** The boxes that lie side by side between two places; ends with an error at one that is not whole, or too many. */
function* boxesIn(reading: Reading, from: number, to: number): Generator<Box> {
  const { view } = reading;
  for (let at = from; at + 8 <= to; ) {
    reading.boxesLeft -= 1;
    if (reading.boxesLeft < 0) throw new RangeError("There are too many boxes");
    let size = view.getUint32(at);
    let head = 8;
    if (size === 1 && at + 16 <= to) {
      size = view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12);
      head = 16;
    } else if (size === 0) size = to - at;
    if (size < head || at + size > to) throw new RangeError("A box is cut off");
    yield { kind: letters(view, at + 4), from: at + head, to: at + size };
    at += size;
  }
}

function find(reading: Reading, { from, to }: Omit<Box, "kind">, path: readonly string[]): Box | null {
  const [first, ...rest] = path;
  for (const box of boxesIn(reading, from, to))
    if (box.kind === first) return rest.length === 0 ? box : find(reading, box, rest);
  return null;
}

/** Times of a `mvhd`: version 1 has them in 64 bits. */
function readDuration(view: DataView, { from }: Box): number {
  const isLong = view.getUint8(from) === 1;
  const timescale = view.getUint32(from + (isLong ? 20 : 12));
  const length = isLong
    ? view.getUint32(from + 24) * 2 ** 32 + view.getUint32(from + 28)
    : view.getUint32(from + 16);
  return Math.round((length / timescale) * 1000);
}

function readTrack(reading: Reading, track: Box): Omit<VideoHeader, "durationMs"> | null {
  const { view } = reading;
  const handler = find(reading, track, ["mdia", "hdlr"]);
  const header = find(reading, track, ["tkhd"]);
  const entries = find(reading, track, ["mdia", "minf", "stbl", "stsd"]);
  if (!handler || !header || !entries || letters(view, handler.from + 8) !== "vide") return null;
  // Both sides are the last eight bytes, in 16.16 fixed point.
  const sides = [header.to - 8, header.to - 4].map((at) => view.getUint32(at) / 65_536);
  return { width: sides[0] ?? 0, height: sides[1] ?? 0, codec: letters(view, entries.from + 12) };
}

/**
 * Reads size, length and codec of an MP4 from its boxes, whatever a server called it. Null for anything that is not
 * one whole file with a picture track. No frame is decoded.
 */
export function readVideo(bytes: Uint8Array): VideoHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reading: Reading = { view, boxesLeft: maxBoxes };
  try {
    const boxes = [...boxesIn(reading, 0, bytes.length)];
    const movie = boxes.find(({ kind }) => kind === "moov");
    if (boxes[0]?.kind !== "ftyp" || !movie || !boxes.some(({ kind }) => kind === "mdat")) return null;
    const head = find(reading, movie, ["mvhd"]);
    const parts = [...boxesIn(reading, movie.from, movie.to)].filter(({ kind }) => kind === "trak");
    const track = parts.map((part) => readTrack(reading, part)).find(Boolean);
    if (!head || !track) return null;
    const durationMs = readDuration(view, head);
    return durationMs > 0 ? { ...track, durationMs } : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

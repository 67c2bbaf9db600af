const CONTAINERS = new Set(["moov", "trak", "mdia"]);
const DATED = new Set(["mvhd", "tkhd", "mdhd"]);

/** Sets every date in an MP4's index to zero, in place: files made of the same frames must not tell when. Returns the file. */
export function fixTimes(file: Uint8Array): Uint8Array {
  fixBoxes(new DataView(file.buffer, file.byteOffset, file.byteLength), 0, file.byteLength);
  return file;
}

function fixBoxes(view: DataView, from: number, to: number): void {
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at);
    const name = String.fromCharCode(...[4, 5, 6, 7].map((byte) => view.getUint8(at + byte)));
    // A size of 0 or 1 belongs to the last or to a huge box: media, never an index of ours.
    if (size < 8) return;
    if (CONTAINERS.has(name)) fixBoxes(view, at + 8, at + size);
    if (DATED.has(name)) {
      const wide = view.getUint8(at + 8) === 1;
      for (let byte = 0; byte < (wide ? 16 : 8); byte += 4) view.setUint32(at + 12 + byte, 0);
    }
    at += size;
  }
}

function frame(id: string, body: Buffer): Buffer {
  const header = Buffer.alloc(10);
  header.write(id, 0, "latin1");
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, body]);
}

/** Text as UTF-16 with its mark, which version 2.3 knows. */
const encode = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

const text = (id: string, value: string) => frame(id, Buffer.concat([Buffer.from([1]), encode(value)]));

function comment(value: string): Buffer {
  const head = Buffer.concat([
    Buffer.from([1]),
    Buffer.from("eng", "latin1"),
    encode(""),
    Buffer.from([0, 0]),
  ]);
  return frame("COMM", Buffer.concat([head, encode(value)]));
}

/** An ID3v2.3 tag to put before an MP3 stream: title, artist, composer, and a comment on how it was made. */
export function writeTag(tag: {
  title: string;
  artist: string;
  composer?: string;
  comment: string;
}): Uint8Array {
  const frames = Buffer.concat([
    text("TIT2", tag.title),
    text("TPE1", tag.artist),
    ...(tag.composer ? [text("TCOM", tag.composer)] : []),
    comment(tag.comment),
  ]);
  const header = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 0]);
  // The size is written with seven bits a byte.
  for (let place = 0; place < 4; place += 1) header[9 - place] = (frames.length >> (7 * place)) & 0x7f;
  return Buffer.concat([header, frames]);
}
